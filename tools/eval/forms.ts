import type { Span } from '../../src/core/index';
import type { Gold, GoldArticle, SimulatedPage } from './gold';
import { goldBlocks, type GoldBlock, type Outline } from './outline';
import { wrapped, type Wrapping } from './wrapped';

/** One way in which programs write the same page down. */
export interface Form {
  readonly name: string;
  /** The text of a block, and what stands between it and the one before; behind that, before the block, what stands among text and is none of it, block by block. */
  readonly write: (block: Written) => { readonly gap: string; readonly text: string; readonly asides?: readonly string[] };
  /** How its text is set in printed lines, if it is: there a column ends where a line does. */
  readonly lines?: Setting;
  /** Whether paragraphs are indented. */
  readonly indents?: boolean;
}

/** How printed lines are set: all alike, or each article by itself. */
type Setting = Wrapping | ((article: number) => Wrapping);
const settingOf = (lines: Setting, article: number): Wrapping => (typeof lines === 'function' ? lines(article) : lines);

interface Written {
  readonly text: string;
  /** Index of its article; -1 for furniture. */
  readonly article: number;
  readonly role: GoldBlock['role'];
  /** The text of the block above it; nothing where that is none of the body. */
  readonly textAbove: string | undefined;
  /** Whether it begins a paragraph: what goes on behind a cut is not indented. */
  readonly begins: boolean;
  /** Line ends between it and the block before. */
  readonly gap: string;
}

const INDENT = '\u3000\u3000';
const indented = ({ text, role, begins }: Written): string => (role === 'body' && begins ? INDENT + text : text);
const USUAL: Wrapping = { width: 17, cells: true, hanging: true };
const wholePage = ({ text, role }: Written): string => {
  const bare = text.replace(/^## /gmu, '');
  return role === 'body' || (role === 'headline' && !bare.includes('\n')) ? wrapped(bare, USUAL) : bare;
};
/** What may be odd about a form in printed lines. */
interface Dress {
  readonly indents?: boolean;
  readonly gap?: (block: Written) => string;
  /** What becomes of the lines of a block. */
  readonly feed?: (set: string) => string;
}
/** A form in printed lines. */
function printed(name: string, lines: Setting, { indents = false, gap = (block) => block.gap, feed = (set) => set }: Dress = {}): Form {
  const write = (block: Written): { gap: string; text: string } => {
    const mark = indents && block.begins ? INDENT : '';
    return { text: block.role === 'body' ? mark + feed(wrapped(block.text, { ...settingOf(lines, block.article), indent: mark.length })) : block.text, gap: gap(block) };
  };
  return { name, write, lines, indents };
}
/** One blank line less between blocks. */
const closer = (gap: string): string => gap.replace(/\n\n/u, '\n');
/** None before a paragraph. */
const belowText = ({ role, begins, gap }: Written): string => (role === 'body' && begins && gap.length === 2 ? '\n' : gap);

/** What is marked as a headline, bold; blanks at its end stay there. */
const bold = (line: string): string => (line.startsWith('## ') ? `**${line.slice(3).trimEnd()}**${line.slice(line.trimEnd().length)}` : line);
const spaced = (line: string): string => {
  const mark = line.startsWith('## ') ? '## ' : '';
  return mark + [...line.slice(mark.length)].join(' ');
};

/** A picture before every third block or so, a rule or a comment before others; which, the length of the block says. */
const pictures = ({ text, gap }: Written): string => {
  const between = [`![](images/${text.length.toString(16).padStart(8, '0')}.jpg)`, undefined, '---', undefined, '<!-- image -->', `![](images/${String(text.length)}.jpg)`, undefined][text.length % 7];
  return gap === '' || between === undefined ? gap : `${gap}${between}\n\n`;
};

/** A number for a place of a text, as good as drawn. */
const chosen = (length: number, at: number): number => (Math.imul(Math.imul(at + 1, 0x9e3779b1) ^ length, 0x85ebca6b) >>> 12);

/** A reader of scanned pages overlooks a full stop now and then, one in so many. Which, the text says. */
export const lostStops = (one: number): Form => ({
  name: `one full stop in ${String(one)} lost`,
  write: ({ text, gap }) => ({ gap, text: text.replace(/(?!^)。/gu, (stop, at: number) => (chosen(text.length, at) % one === 0 ? '' : stop)) }),
});

/** What a reader of scanned pages takes a full stop for: a comma mostly, a middle dot or an o now and then. */
const MISREAD = ['，', '，', '，', '，', '，', '·', '·', 'o'];

/** A reader of scanned pages misreads a full stop now and then, one in so many. Which, and as what, the text says. */
export const misreadStops = (one: number): Form => ({
  name: `one full stop in ${String(one)} misread`,
  write: ({ text, gap }) => ({
    gap,
    text: text.replace(/(?!^)。/gu, (stop, at: number) => {
      const drawn = chosen(text.length, at);
      return drawn % one === 0 ? (MISREAD[Math.floor(drawn / one) % MISREAD.length] ?? stop) : stop;
    }),
  }),
});

/** Pictures stand in the columns: before every twelfth block or so below text a caption, and what readers are asked to do. */
function amongPictures({ text, gap, textAbove }: Written): ReturnType<Form['write']> {
  const drawn = chosen(text.length, text.charCodeAt(0)) % 24;
  if (textAbove === undefined || gap.length < 2 || drawn > 3) return { gap, text };
  const call = CALLS[chosen(text.length, 1) % CALLS.length] ?? '';
  return drawn === 0 ? { gap: `${gap}${call}\n\n`, text } : { gap, text, asides: [CAPTIONS[chosen(text.length, 2) % CAPTIONS.length] ?? ''] };
}
const CALLS = ['扫码看视频', '扫描二维码 看更多内容', '更多内容 请关注本报公众号', '版面设计 何青', '广告'];
const CAPTIONS = ['图为课船离岸。', '▲学生在课船上唱歌。', '图为学员在夜校看图纸。 王强 摄', '▼雾散后的渡口。张丽 摄', '图①：渡口的早晨。', '上图：老周在撑篙。李明 摄', '收割机开进麦田。（赵敏 摄）'];

/**
 * Pictures of which only the credit below says that the block above it is a caption, before every fifteenth block or so below text.
 * @param sentences what stands below pictures
 */
export const loosePictures = (sentences: readonly string[]): Form => ({
  name: 'pictures with credits between passages',
  write: ({ text, gap, textAbove }) => {
    if (textAbove === undefined || gap.length < 2 || chosen(text.length, text.charCodeAt(0)) % 15 > 0) return { gap, text };
    return { gap, text, asides: [sentences[chosen(text.length, 4) % sentences.length] ?? '', CREDITS[chosen(text.length, 5) % CREDITS.length] ?? ''] };
  },
});
const CREDITS = ['本报记者 王强 摄', '张丽 摄', '（李明 摄）', '通讯员 赵敏 供图', '本报记者 王强 摄', '新华社发'];
const BELOW_PICTURES = [
  '课船载着学生离开渡口。', '夜校的学员围在一张图纸前。', '雾散后，老周把船撑向对岸。', '清晨的集市上，摊主在摆放新摘的黄瓜。', '消防员在河堤上清点沙袋。', '两名护士在查看输液室的新设备。',
  '收割机从麦田开过，金黄的麦粒落进车厢。', '孩子们在新落成的图书室里挑选图画书。', '工人在高处安装桥梁的拉索，塔下的车辆绕道行驶。', '一名游客在老街上给糖画拍照。',
];

/** Headlines that were set as pictures, one in so many: a text dump does not have them. */
export const lostHeadlines = (one: number): Form => ({
  name: `one headline in ${String(one)} lost`,
  write: ({ text, role, gap }) => (role === 'headline' && chosen(text.length, text.charCodeAt(text.length - 1)) % one === 0 ? { gap: '', text: '' } : { gap, text }),
});

/** Columns as wide as each article has them. */
const ofArticle = (article: number): Wrapping => ({ ...USUAL, width: 12 + (chosen(17, article) % 15) });

/** A reader of scanned pages breaks a line in two now and then, one in so many, behind so many characters. */
const BROKEN = { one: 33, behind: 8 };
const broken = (set: string): string =>
  set.split('\n').map((line, at) => (chosen(set.length, at) % BROKEN.one === 0 && line.length > BROKEN.behind ? `${line.slice(0, BROKEN.behind)}\n${line.slice(BROKEN.behind)}` : line)).join('\n');

/** What is measured: the form that the simulators write, and others that dumps are met in. */
export const FORMS: readonly Form[] = [
  { name: 'as simulated', write: ({ text, gap }) => ({ text, gap }) },
  { name: 'without marks', write: ({ text, gap }) => ({ text: text.replace(/^## /gmu, ''), gap }) },
  { name: 'paragraphs indented', write: (block) => ({ text: indented(block), gap: block.gap }) },
  { name: 'no blank lines', write: ({ text, gap }) => ({ text, gap: closer(gap) }) },
  { name: 'blank lines above headlines only', write: ({ text, gap, role }) => ({ text, gap: role === 'headline' || role === 'standingHead' ? gap : closer(gap) }) },
  { name: 'straight quotation marks', write: ({ text, gap }) => ({ text: text.replace(/[“”]/gu, '"'), gap }) },
  // As readers of pages write them.
  { name: 'Markdown, with pictures and rules', write: (block) => ({ text: block.text.replace(/^## /gmu, '# '), gap: pictures(block) }) },
  { name: 'each line of a headline a marked block', write: ({ text, gap, role }) => ({ text: role === 'headline' ? text.split('\n').map((line) => `## ${line.replace(/^## /u, '')}`).join('\n\n') : text, gap }) },
  { name: 'bold headlines, line breaks of HTML', write: ({ text, gap }) => ({ text: `${text.split('\n').map(bold).join('\n')}<br>`, gap }) },
  { name: 'a space between each two characters', write: ({ text, gap }) => ({ text: text.split('\n').map(spaced).join('\n'), gap }) },
  { name: 'points for full stops, without marks', write: ({ text, gap }) => ({ text: text.replace(/^## /gmu, '').replace(/。/gu, '.'), gap }) },
  { name: 'captions and calls to readers between passages', write: amongPictures },
  loosePictures(BELOW_PICTURES),
  lostStops(30),
  lostHeadlines(10),
  misreadStops(30),
  printed('printed lines of 17', USUAL),
  printed('printed lines of 17, counted in characters', { ...USUAL, cells: false }),
  printed('printed lines of 13, no sign hangs over', { ...USUAL, width: 13, hanging: false }),
  printed('printed lines of 25', { ...USUAL, width: 25 }),
  printed('printed lines of 17, indented', USUAL, { indents: true }),
  printed('printed lines of 17, indented, paragraphs without blank lines', USUAL, { indents: true, gap: belowText }),
  { name: 'printed lines of 17, headlines too, without marks', write: (block) => ({ text: wholePage(block), gap: block.gap }), lines: USUAL },
  printed('printed lines of 17, paragraphs without blank lines or indents', USUAL, { gap: belowText }),
  printed('printed lines of 17, indented, no blank lines', USUAL, { indents: true, gap: (block) => closer(block.gap) }),
  printed('printed lines, columns of 12 to 26', ofArticle),
  printed('printed lines of 17, one in 33 broken in two', USUAL, { feed: broken }),
];

/** The text of each piece by its first character, where columns end at the end of a printed line: what stood on a last line that is not full goes over. */
function cutAtLines({ text, gold }: SimulatedPage, lines: Setting, indents: boolean): Map<number, string> {
  const texts = new Map<number, string>();
  gold.articles.forEach(({ paragraphs }, article) => {
    const setting = settingOf(lines, article);
    for (const { spans } of paragraphs) {
      let over = '';
      spans.forEach((span, i) => {
        const piece = over + text.slice(...span);
        const set = wrapped(piece, { ...setting, indent: indents && i === 0 ? INDENT.length : 0 }).split('\n');
        over = i < spans.length - 1 && set.length > 1 ? (set.pop() ?? '') : '';
        texts.set(span[0], piece.slice(0, piece.length - over.length));
      });
    }
  });
  return texts;
}

/** The page in another form, its truth with it. */
export function inForm<Page extends SimulatedPage>(page: Page, { write, lines, indents = false }: Form): Page {
  const texts = lines === undefined ? undefined : cutAtLines(page, lines, indents);
  const begins = new Set(page.gold.articles.flatMap(({ paragraphs }) => paragraphs.map(({ spans }) => spans[0]?.[0] ?? -1)));
  const places = new Map<number, Span>();
  const asides: Span[] = [];
  let text = '';
  let end = 0;
  let textAbove: string | undefined;
  for (const { span, role, article } of goldBlocks(page.gold)) {
    const block = write({ text: texts?.get(span[0]) ?? page.text.slice(...span), article, role, textAbove, begins: begins.has(span[0]), gap: page.text.slice(end, span[0]) });
    text += block.gap;
    for (const aside of block.asides ?? []) {
      asides.push([text.length, text.length + aside.length]);
      text += `${aside}\n\n`;
    }
    textAbove = role === 'body' ? block.text : undefined;
    const from = text.length + (block.text.startsWith(INDENT) ? INDENT.length : 0);
    text += block.text;
    places.set(span[0], [from, text.length]);
    end = span[1];
  }
  text += page.text.slice(end);
  const gold = goldAt(page.gold, places, text.length);
  return { ...page, text, gold: asides.length === 0 ? gold : { ...gold, asides } };
}

function goldAt(gold: Gold, places: ReadonlyMap<number, Span>, length: number): Gold {
  const at = (span: Span): Span => places.get(span[0]) ?? span;
  // A headline that was lost is nowhere.
  const all = (spans: readonly Span[]): Span[] => spans.map(at).filter(([start, end]) => end > start);
  const article = ({ headline, byline, credit, standingHead, paragraphs, ...rest }: GoldArticle): GoldArticle => ({
    ...rest,
    headline: all(headline),
    ...(byline === undefined ? {} : { byline: all(byline) }),
    ...(credit === undefined ? {} : { credit: all(credit) }),
    ...(standingHead === undefined ? {} : { standingHead: all(standingHead) }),
    paragraphs: paragraphs.map(({ spans, ...paragraph }) => ({ ...paragraph, spans: all(spans) })),
  });
  return { ...gold, source: { ...gold.source, length }, articles: gold.articles.map(article), ...(gold.furniture === undefined ? {} : { furniture: all(gold.furniture) }) };
}

/**
 * A prediction in which the printed lines of one block count as one piece, as in the truth; a line that was torn out of its block, or that begins a
 * paragraph in the middle of it, stays a piece of its own. What stands among text and is none of it is not there, where it stands by itself.
 */
export function byBlocks(prediction: Outline, gold: Gold): Outline {
  const spans = goldBlocks(gold).map(({ span }) => span);
  const asides = new Set((gold.asides ?? []).map(([start]) => start));
  const blockOf = (at: number): number => spans.find(([start, end]) => start <= at && at < end)?.[0] ?? at;
  return {
    articles: prediction.articles.filter(({ paragraphs }) => asides.size === 0 || !paragraphs.flat().every((piece) => asides.has(piece))).map((article) => {
      const paragraphs: number[][] = [];
      const confidence: NonNullable<typeof article.confidence>[number][] = [];
      let before = article.opening;
      article.paragraphs.forEach((pieces, index) => {
        const sureness = article.confidence?.[index];
        const kept: number[] = [];
        const seams: NonNullable<typeof sureness>['seams'][number][] = [];
        pieces.forEach((piece, at) => {
          const goesOn = at > 0 && blockOf(piece) !== piece && blockOf(piece) === blockOf(before);
          before = piece;
          if (goesOn) return;
          const seam = sureness?.seams[at - 1];
          if (kept.length > 0 && seam !== undefined) seams.push(seam);
          kept.push(piece);
        });
        if (kept.length === 0) return;
        paragraphs.push(kept);
        if (sureness !== undefined) confidence.push({ seams, attachment: sureness.attachment });
      });
      const others = article.others.filter((other) => !asides.has(other));
      return { ...article, paragraphs, others, ...(article.confidence === undefined ? {} : { confidence }) };
    }),
  };
}
