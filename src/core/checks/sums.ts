/** Totals and shares: 1580万元 and 2060万元, 共计3640万元; 其中; shares of more than the whole. */
import { baseValue, compareExact, equalExact, type Exact, type PlacedFigure } from '../figures';
import { absolute, add, divide, ratio, subtract, whole, ZERO } from '../figures/exact';
import { bySentence, doubt, type Check, type FigureDoubt } from './check';
import { edges, isStated, oneSlip, significant } from './digits';

/** Words that make a total of the figure behind them, what is added up between: 共计, 合计投资, 总计发放. */
const TOTAL = /(?:共计|合计|总计|总共)[^，。；,;\d一二两三四五六七八九十]{0,4}$/;
/** 共投资, 两批共: such a total may be of more than the sentence names, so only a slip of the hand is told. */
const LOOSE_TOTAL = /(?:^|[，,；;]|[两三四五](?:项|批|次|者|期|地|处|年|天|季|类|个))共[^，。；,;同有计\d一二两三四五六七八九十]{0,4}$/;
/** A sum that lies further from the total than this share of it counts other things. */
const NEAR = ratio(1n, 4n);
/** What one whole has: a share of more is worth a look. Rates of completion go beyond. */
const SHARE = /(?:占[^，。；,;、]{0,14}(?:的|比重?|比例|率)?|占比|比重|覆盖率|入户率|合格率|普及率|入住率|及格率|出席率|回收率|利用率)(?:为|达到?|约?为?|是|已达|提高到|提升至|超过)?$/;

/** Parts and their total in one sentence. */
export const totals: Check = ({ figures }) => bySentence(figures).flatMap((sentence) => sentence.flatMap((placed, at) => totalDoubt(sentence, placed, at)));

function totalDoubt(sentence: readonly PlacedFigure[], placed: PlacedFigure, at: number): readonly FigureDoubt[] {
  if (!isStated(placed)) return [];
  const { figure, passage } = placed;
  const before = passage.text.slice(Math.max(figure.sentence[0], figure.span[0] - 8), figure.span[0]);
  const loose = !TOTAL.test(before);
  if (loose && !LOOSE_TOTAL.test(before)) return [];
  const total = baseValue(figure);
  const unit = countedBy(placed);
  const parts = sentence.slice(0, at).filter((one) => countedBy(one) === unit && one.figure.kind === figure.kind && one.figure.change === undefined);
  if (total === undefined || unit === undefined || parts.length < 2 || !parts.every(isStated)) return [];
  const values = parts.map(({ figure: part }) => baseValue(part) ?? ZERO);
  if (someRunAddsUp(values, total)) return [];
  const sum = values.reduce(add, ZERO);
  if (compareExact(absolute(subtract(sum, total)), multiplyBy(total, NEAR)) > 0) return [];
  if (loose && (parts.length > 3 || !parts.every((one) => sameClauseWords(one, passage.text)) || !looksLike(sum, total))) return [];
  return [doubt('figure-sum', placed, [figure.text, parts.map(({ figure: part }) => part.text).join(' + ')], parts)];
}

/** People are counted by 人, 名 and 位 alike. */
function countedBy({ figure }: PlacedFigure): string | undefined {
  const base = figure.unit?.base;
  return base !== undefined && '名位'.includes(base) ? '人' : base;
}

/** Whether one of the numbers is the other with a slip of the hand in it. */
function looksLike(a: Exact, b: Exact): boolean {
  return a.d === b.d && significant(a).length >= 3 && oneSlip(a.n.toString(), b.n.toString());
}

/** 每亩300元 and 平均2人 are no parts. */
function sameClauseWords({ figure }: PlacedFigure, text: string): boolean {
  return !/[每均比较超]/.test(text.slice(Math.max(figure.sentence[0], figure.span[0] - 6), figure.span[0]));
}

function multiplyBy(value: Exact, share: Exact): Exact {
  return { n: value.n * share.n, d: value.d * share.d };
}

/** Whether some of the parts, one behind the other, make the total. */
function someRunAddsUp(values: readonly Exact[], total: Exact): boolean {
  return values.some((_, first) => {
    let sum = ZERO;
    return values.slice(first).some((value) => {
      sum = add(sum, value);
      return equalExact(sum, total);
    });
  });
}

/** 共410户，其中…20户、…160户、…240户: a part that is more than the whole, or parts that go a little beyond it. */
export const partsOfTotal: Check = ({ figures }) => bySentence(figures).flatMap((sentence) => sentence.flatMap((_, at) => partsDoubt(sentence, at)));

/** Parts that go far beyond the whole overlap (其中妇女…，少数民族…); a little beyond is a slip. */
const LITTLE = ratio(103n, 100n);

function partsDoubt(sentence: readonly PlacedFigure[], at: number): readonly FigureDoubt[] {
  const [placed, next] = [sentence[at], sentence[at + 1]];
  if (placed === undefined || next === undefined || !isStated(placed)) return [];
  const { figure, passage } = placed;
  const unit = figure.unit?.base;
  if (unit === undefined || figure.kind === 'percentage' || figure.change !== undefined) return [];
  if (!/^[^。；;]{0,6}[，,（(]其中[^。；;，,]*$/.test(passage.text.slice(figure.span[1], next.figure.span[0]))) return [];
  const total = baseValue(figure);
  if (total === undefined) return [];
  // 52位游客和6位船工，其中…: the whole is the two together. Averages and grades have no parts.
  const before = sentence[at - 1];
  const joined = before !== undefined && /[和及与、]/.test(passage.text.slice(before.figure.span[1], figure.span[0]));
  if (joined || figure.unit?.text === '级' || /[每均]|单产|单价|最[高低大多]/.test(passage.text.slice(figure.sentence[0], next.figure.span[0]))) return [];
  const most = edges(placed)[1];
  const parts: PlacedFigure[] = [];
  for (const part of sentence.slice(at + 1)) {
    if (part.figure.unit?.base !== unit || part.figure.kind !== figure.kind || !isStated(part) || part.figure.change !== undefined) continue;
    parts.push(part);
  }
  const values = parts.map(({ figure: part }) => baseValue(part) ?? ZERO);
  const [first] = values;
  if (first !== undefined && parts[0] === next && compareExact(first, most) > 0) return [doubt('figure-part', placed, [figure.text, next.figure.text], [next])];
  const sum = values.reduce(add, ZERO);
  const beyond = parts.length > 1 && compareExact(sum, most) > 0 && compareExact(sum, multiplyBy(total, LITTLE)) <= 0;
  return beyond ? [doubt('figure-sum', placed, [figure.text, parts.map(({ figure: part }) => part.text).join(' + ')], parts)] : [];
}

/** 占全部的138%; 甲占60%，乙占50%，其余占10%. */
export const shares: Check = ({ figures }) => bySentence(figures).flatMap((sentence) => [...single(sentence), ...together(sentence)]);

const HUNDRED = whole(100);

function single(sentence: readonly PlacedFigure[]): readonly FigureDoubt[] {
  return sentence.flatMap((placed, at) => {
    const { figure, passage } = placed;
    if (figure.kind !== 'percentage' || figure.value === undefined || figure.change !== undefined || compareExact(figure.value, HUNDRED) <= 0) return [];
    const from = Math.max(figure.sentence[0], sentence[at - 1]?.figure.span[1] ?? 0, figure.span[0] - 24);
    const before = passage.text.slice(from, figure.span[0]);
    return SHARE.test(before) && !/GDP|生产总值|债|收入|产值|目标|计划|产能|负荷/.test(before) ? [doubt('figure-over-hundred', placed, [figure.text])] : [];
  });
}

/** Words of which no two hold for one and the same: with both named, shares are of one whole. */
const APART: readonly (readonly [RegExp, RegExp])[] = [[/[男]/, /[女]/], [/赞成|同意|支持/, /反对|不同意|不支持/], [/城镇|城市/, /农村|乡村/], [/中央/, /地方/], [/省内|区内|市内/, /省外|区外|市外/], [/国内/, /国外|境外/], [/公办/, /民办/]];

/** A占60%，B占30%，其余占20%; 男生占48%，女生占62%: what is named is all there is, so together they are the whole. */
function together(sentence: readonly PlacedFigure[]): readonly FigureDoubt[] {
  const list: PlacedFigure[] = [];
  for (const placed of sentence) {
    const { figure, passage } = placed;
    if (figure.kind !== 'percentage') continue;
    const before = passage.text.slice(Math.max(figure.sentence[0], list[list.length - 1]?.figure.span[1] ?? 0, figure.span[0] - 30), figure.span[0]);
    const isShare = isStated(placed) && figure.change === undefined && /占(?:比|到|了|总[量数]的)?(?:为|约)?$/.test(before);
    if (isShare) list.push(placed);
    else list.length = 0;
    if (!isShare || list.length < 2 || !(/其余|其他|其它|剩余|余下/.test(before) || areApart(list))) continue;
    const sum = list.reduce((total, { figure: one }) => add(total, one.value ?? ZERO), ZERO);
    // Each may be rounded up by half of one.
    const room = add(HUNDRED, divide(whole(list.length), whole(2)));
    const [first, ...others] = list;
    if (first !== undefined && compareExact(sum, room) > 0) return [doubt('figure-over-hundred', first, [list.map(({ figure: one }) => one.text).join(' + ')], others)];
  }
  return [];
}

/** Whether two of the shares are of kinds that exclude each other: 女生占, 男生占; 赞成的占, 反对的占. */
function areApart(list: readonly PlacedFigure[]): boolean {
  const whose = list.map(({ figure, passage }) => /([^，。；,;、]{1,8})占[^，。；,;]{0,4}$/.exec(passage.text.slice(Math.max(figure.sentence[0], figure.span[0] - 14), figure.span[0]))?.[1] ?? '');
  return APART.some(([a, b]) => whose.some((one) => a.test(one) && !b.test(one)) && whose.some((one) => b.test(one) && !a.test(one)));
}
