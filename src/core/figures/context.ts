import { isHan } from '../text/characters';
import type { Numeral } from './numeral';
import { DIGITS, FORMAL } from './numeralTable';
import { COUNTS_ONE_AFTER } from './measureWords';
import type { Unit } from './units';

/** Where a number stands: what the questions below are asked about. `start` is the end of the figure before it. */
export interface Place {
  readonly text: string;
  readonly start: number;
  readonly at: number;
  readonly limit: number;
  /** Nothing but this number is in the text. */
  readonly alone: boolean;
}

const BOUNDARY = '，。、；：,;:.!?！？ ()（）[]【】“”‘’《》「」『』…—·|\n\r\t';

export function isBoundary(char: string): boolean {
  return char === '' || BOUNDARY.includes(char);
}

/** 周三, 初一, 之一: no numbers at all. 数十 and 几百 are read as wholes and never come here. */
const NO_NUMBER_AFTER = '周初之统唯';
/** 哪一年, 每一周: which one, not how many. */
const NO_ONE_AFTER = '哪某那这每同有另头任的';
/** Units before which a lone 一 means "a", though they measure. */
const A_WITH = new Set('天 整天 里 两 寸 尺 丈 码 载 日 昼夜 个周 方水 元钱 角 分钱 度电 担 卡 平方 立方'.split(' '));
/** The longest name in quotation marks that is taken for a slogan or a name (“六清两强”, “四定工作法”). */
const LONGEST_SLOGAN = 12;

/** Whether the quotation around the number is short enough for a name or slogan, in which numbers count nothing. */
export function inSlogan({ text, at, limit }: Place): boolean {
  let open = -1;
  for (let back = at - 1; back >= Math.max(0, at - LONGEST_SLOGAN); back--) {
    const char = text.charAt(back);
    if ('”》」』’'.includes(char)) return false;
    if ('“《「『‘"'.includes(char)) {
      open = back;
      break;
    }
  }
  if (open < 0) return false;
  for (let on = at; on < Math.min(limit, open + LONGEST_SLOGAN + 2); on++) {
    const char = text.charAt(on);
    if ('，。,;；！？'.includes(char)) return false;
    if ('”》」』’"'.includes(char)) return true;
  }
  return false;
}

/** Whether a Chinese number is a figure here and not a part of a word (一样, 四川, 百姓, 五一). */
export function stands(place: Place, numeral: Numeral, unit: Unit | undefined, bounded: boolean): boolean {
  const { text, at, alone, limit } = place;
  const before = at > place.start ? text.charAt(at - 1) : '';
  if (alone) return !numeral.bare || numeral.tokens > 2;
  if (before !== '' && NO_NUMBER_AFTER.includes(before)) return false;
  if (numeral.upper !== undefined && numeral.scale === 0 && numeral.vague === undefined) {
    // 两三个, 十七八岁: a range of digits needs what it counts; 十四五 is a plan, 一二线 a class.
    return unit !== undefined && unit.class !== 'digitsOnly' && !'线产级'.includes(text.charAt(numeral.end));
  }
  if (numeral.vague === '数' || numeral.vague === '几') return true;
  if (numeral.bare) return standsBare(numeral, unit, bounded);
  const next = numeral.end < limit ? text.charAt(numeral.end) : '';
  // 陆地, and names such as 伍千里: the forgery-proof forms stand together.
  if (FORMAL.has(text.charAt(at)) && (numeral.tokens < 2 || (unit === undefined && numeral.tokens < 3))) return numeral.tokens < 2 && unit !== undefined && isSum(text, numeral.end + unit.text.length, limit, unit);
  if (numeral.spelled) return unit?.class === 'measure' && numeral.hasPoint;
  if (numeral.tokens > 1) return standsLong(place, numeral, unit, next, before, bounded);
  return standsDigit(place, numeral, unit, next, before);
}

/** 柒元整, 叁元陆角, 伍角: a sum as on a cheque, which goes on with a smaller sum or ends. */
function isSum(text: string, at: number, limit: number, unit: Unit): boolean {
  const next = at < limit ? text.charAt(at) : '';
  return unit.class === 'money' && (isBoundary(next) || '整正零'.includes(next) || FORMAL.has(next));
}

/** 万只候鸟, 千名少年, 百辆公交: round numbers of headlines, with measure words that no set phrase has. */
const ROUND_WITH = new Set('名 只 辆 台 座 艘 架 亩 吨 册 场 人次 盏 株 棵'.split(' '));

/** 千万千瓦, 百万元, 近千人: nothing but scales. */
function standsBare(numeral: Numeral, unit: Unit | undefined, bounded: boolean): boolean {
  if (unit === undefined || unit.class === 'ordinal' || unit.class === 'digitsOnly') return false;
  if (ROUND_WITH.has(unit.text)) return true;
  return bounded || numeral.vague !== undefined || numeral.tokens > 1;
}

/** 三百二十一, 十八, 三点五. */
function standsLong({ text, limit }: Place, numeral: Numeral, unit: Unit | undefined, next: string, before: string, bounded: boolean): boolean {
  if (numeral.value.n === 0n) return false;
  if (unit !== undefined) return unit.text !== '大';
  if (bounded) return true;
  // 十八大, “十一”假期, 三十而立: without a unit a small number is mostly a name; a larger or broken one is not.
  if (before === '“' || before === '‘' || before === '"') return false;
  if (numeral.hasPoint) return isBoundary(next) || !isHan(next.charCodeAt(0));
  if (numeral.value.n >= 100n * numeral.value.d) return true;
  return isBoundary(next) && next !== '、' && before !== '、' && numeral.end <= limit && !text.startsWith('十', numeral.end);
}

/** 五名, 两吨, 一公里; 前三; 答案是四. */
function standsDigit(place: Place, numeral: Numeral, unit: Unit | undefined, next: string, before: string): boolean {
  const { text, at, limit, start } = place;
  const value = Number(numeral.value.n);
  if (unit === undefined) return value !== 0 && (ranks(place, value, next, before) || names(place, next, before));
  if (value === 0) return unit.class === 'measure' || unit.class === 'money' || unit.class === 'percent';
  if (unit.class === 'digitsOnly') return false;
  if (unit.class === 'ordinal') return unit.text.length > 1 || unit.text === '楼';
  if (unit.class === 'count' && inSlogan(place)) return false;
  if (value !== 1) return true;
  if (unit.class === 'count') return COUNTS_ONE_AFTER.some((word) => at - word.length >= start && text.startsWith(word, at - word.length)) || isPriced(text, numeral.end + unit.text.length, limit);
  // 三分一吨, as in Cantonese: a quarter, and not one.
  if (before === '分' && DIGITS.has(text.charAt(at - 2))) return false;
  return !A_WITH.has(unit.text) && !NO_ONE_AFTER.includes(before || ' ');
}

/** 一对六千, 一个三块: what one costs. 一名八旬老人 and 一张200元纸币 name the thing behind the number. */
function isPriced(text: string, at: number, limit: number): boolean {
  return /^[两三四五六七八九十百千万\d.]{1,8}(?:元|块|块钱|角|毛)?(?=$|[，。；,;！？])/.test(text.slice(at, Math.min(limit, at + 12)));
}

/** 排名前三, 位居前五. */
function ranks({ text, at, start }: Place, value: number, next: string, before: string): boolean {
  if (before !== '前' || value < 2) return false;
  const earlier = at - 2 >= start ? text.charAt(at - 2) : '';
  return !'之以空目此提当'.includes(earlier || ' ') && (isBoundary(next) || '的位强甲'.includes(next));
}

/** 得数是七不是八: the number itself is spoken of. */
function names({ text, at, start }: Place, next: string, before: string): boolean {
  if (!'是于'.includes(before || ' ')) return false;
  if (!isBoundary(next) && !'这那不而却'.includes(next)) return false;
  if (before === '于') return text.startsWith('等于', at - 2) && at - 2 >= start;
  return next !== '、' && next !== '：' && next !== ':' ;
}
