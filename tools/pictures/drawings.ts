// The pictures of the walkthrough: drawn, not photographed, so that they take the colours of the editor's theme, are sharp on any
// screen and weigh a few kilobytes. The words in them are those of the sample page.
import { bars, box, group, hue, page, path, row, squiggle, text, tick } from './svg';

/** Words of the sample page. */
const rice = '清禾县12.6万亩晚稻开镰';
const library = '市图书馆新馆试运行首周';
const bus = '一条公交线 十年乡里情';
const bridge = '石渡澜河二桥主桥合龙';
const cut = '…从选种、育秧到水肥管';
const goesOn = '理,全程跟着农时走。';

/** A passage of the dump: the rule of its article in the margin, its lines, and where it was cut a squiggle below its end. */
function passage(y: number, article: number, lines: readonly number[], { headline, isStray, isCut }: { headline?: string; isStray?: boolean; isCut?: boolean } = {}): string {
  const top = headline === undefined ? y : y + 24;
  const bottom = top + lines.length * 14;
  const rule = path(`M0 ${y}V${bottom - 4}`, hue(article), { width: 4, ...(isStray && { dashes: '6 4' }) });
  const end = lines.at(-1) ?? 0;
  return [
    rule,
    headline === undefined ? '' : text(14, y + 12, headline, { size: 14, weight: 700 }),
    bars(14, top, lines),
    isCut ? squiggle(14 + end - 46, bottom - 1, 46) : '',
    isStray ? squiggle(14, top + 11, 46) : '',
  ].join('');
}

const dump = [
  passage(0, 1, [250, 262, 236, 150], { headline: rice, isCut: true }),
  passage(100, 2, [258, 244], { headline: library }),
  passage(172, 3, [262, 250, 190], { headline: bus, isCut: true }),
  passage(258, 1, [256, 262, 180], { isStray: true }),
  passage(314, 3, [244, 120], { isStray: true }),
].join('');

const open = page(group(170, 28, dump));

const articles = page([
  box(24, 24, 276, 352),
  row(40, 48, rice, { article: 1, count: 4, isOpen: true }),
  ...[188, 204, 176, 196, 160].map((width, at) => group(84, 76 + at * 26, bars(0, 0, [width]) + (at === 2 ? path('M-14 -1l6 5l-6 5', 'muted', { width: 1.5 }) : ''))),
  row(40, 212, library, { article: 2, count: 1 }),
  row(40, 244, bus, { article: 3, count: 6 }),
  row(40, 276, bridge, { article: 4, count: 3 }),
  group(334, 40, passage(0, 1, [240, 250, 226, 240, 130], { headline: rice })),
  path('M300 57H322', hue(1), { width: 2, dashes: '3 3' }),
  group(334, 160, passage(0, 2, [250, 214], { headline: library })),
  group(334, 244, passage(0, 1, [246, 252, 150], { isStray: true })),
  path('M300 130C324 130 306 262 322 262', hue(1), { width: 2, dashes: '3 3' }),
].join(''));

const fix = page([
  path('M64 60V118', hue(1), { width: 4 }),
  bars(80, 62, [450, 472]),
  text(80, 110, cut, { size: 15 }),
  squiggle(190, 118, 52),
  path('M64 310V352', hue(1), { width: 4, dashes: '6 4' }),
  text(80, 326, goesOn, { size: 15 }),
  squiggle(80, 334, 46),
  bars(228, 317, [330]),
  bars(80, 342, [410]),
  path('M250 110C560 130 560 270 240 308', hue(1), { width: 2, dashes: '5 4' }),
  path('M251 299L238 309L254 313', hue(1), { width: 2 }),
  box(110, 146, 300, 108, 'widget'),
  box(118, 154, 284, 28, 'selected'),
  group(134, 168, path('M-3 6h6M-2 9h4M0 -8a6 6 0 0 1 3 11v2h-6v-2a6 6 0 0 1 3 -11', 'bulb', { width: 1.5 })),
  text(154, 173, `${cut.slice(-4)}${goesOn.slice(0, 4)}…`, { size: 13, colour: 'selected' }),
  bars(154, 198, [190]),
  bars(154, 226, [150]),
].join(''));

const order = page([
  box(120, 24, 400, 352),
  row(136, 48, bus, { article: 3, count: 6, isOpen: true }),
  group(178, 84, bars(0, 0, [150]) + text(170, 11, '90%', { size: 13, colour: 'warning' }) + tick(300, 5)),
  row(136, 116, library, { article: 2, count: 1, isOpen: true }),
  group(178, 152, bars(0, 0, [168]) + text(186, 11, '61%', { size: 13, colour: 'warning' }) + tick(300, 5)),
  row(136, 212, rice, { article: 1, count: 4 }),
  row(136, 244, bridge, { article: 4, count: 3 }),
  box(128, 232, 384, 30, 'target'),
  path('M262 166C262 204 470 172 470 220', 'focus', { width: 2, dashes: '5 4' }),
  path('M463 211L470 222L477 211', 'focus', { width: 2 }),
  group(300, 274, box(0, 0, 196, 34, 'widget') + bars(14, 13, [168])),
].join(''));

const column = (article: number, y: number, lines: readonly number[], headline?: string): string => passage(y, article, lines.map((width) => width * 0.78), headline === undefined ? {} : { headline });

const restitch = page([
  group(36, 36, [
    column(1, 0, [250, 262, 150], rice), column(2, 86, [258, 244], library), column(3, 158, [262, 190], bus),
    passage(232, 1, [206, 140], { isStray: true }), passage(276, 3, [190, 96], { isStray: true }), passage(320, 2, [204], { isStray: true }),
  ].join('')),
  path('M286 200H346', 'focus', { width: 3 }),
  path('M334 188L348 200L334 212', 'focus', { width: 3 }),
  group(382, 36, [column(1, 0, [250, 262, 236, 262, 150], rice), column(2, 118, [258, 244, 250], library), column(3, 208, [262, 250, 236, 120], bus)].join('')),
].join(''));

const exchange = (y: number, before: string, after: string): string =>
  text(64, y, before, { size: 17 }) + path(`M254 ${y - 6}H290`, 'focus', { width: 2 }) + path(`M282 ${y - 12}L291 ${y - 6}L282 ${y}`, 'focus', { width: 2 }) + text(312, y, after, { size: 17 });

const exported = page([
  box(40, 28, 560, 168),
  exchange(76, '刚刚散去,白鹭乡', '刚刚散去，白鹭乡'),
  exchange(118, '她问:"真的?"', '她问：“真的？”'),
  exchange(160, '等等...走了--', '等等……走了——'),
  group(60, 232, ([1, 2, 3, 4] as const).map((article) => group((article - 1) * 136, 0, [
    box(0, 0, 112, 136), path('M14 26H98', hue(article), { width: 5 }), bars(14, 44, [84, 78, 84, 62, 80]), text(78, 128, '.md', { size: 12, colour: 'muted' }),
  ].join(''))).join('')),
].join(''));

/** The drawings by the name of their file. */
export const drawings: Readonly<Record<string, string>> = { open, articles, fix, order, restitch, export: exported };
