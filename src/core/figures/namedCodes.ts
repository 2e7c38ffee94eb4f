/** Digits that a word beside them makes a name of: 股票代码600887, 邮编010020, 国发〔2024〕12号, GB 2762-2022, 12345热线, 618大促. */
import { digitsEnd, isDigitAt } from './literal';

/** Words right before digits that name and measure nothing. */
const NAMED = /(?:代码|邮编|邮政编码|身份证号码?|证件号码?|账号|帐号|账户|卡号|学号|工号|订单号|运单号|单号|许可证号|证书编号|准考证号|档案号|备案号|统一编码|编号)[:：为是]? ?$/;
/** What is named by digits in front of it: a telephone line. */
const LINE = /^(?:政务|市民|便民|服务|公共|消费者?|维权|投诉|举报|咨询|监督|报警|急救|指挥|医疗|客服|铁路|订票|网上|消防|交通|事故|接处?警|警情|应急){0,4}(?:热线|平台|电话|专线|客服|网站|台|中心|警情|急救|报警|接处?警)/;
/** Lines of three digits that everybody knows; others of three may count something. */
const SHORT_LINES: ReadonlySet<string> = new Set(['110', '114', '119', '120', '122']);
const SHOPPING = /^618(?=大促|购物|电商|促销|年中|期间|活动|[”’"])/;
/** Marks of standards. */
const STANDARD = /^(?:GB|DB|JGJ|HJ|ISO|IEC|NY|YY|QB|WS|CJJ|DL|LY|SL|TB)(?:\d\d)?(?:\/[TZ])?[ -]?\d{2,6}(?:\.\d{1,3})?[-—](?:19|20)\d\d(?!\d)/;
const LONGEST_WORD = 8;

/** The end of digits at `at` that the word before them names, or `at`; nothing before `start` is read. */
export function namedEnd(text: string, at: number, limit: number, start: number): number {
  const end = digitsEnd(text, at, Math.min(limit, at + 30));
  if (end - at < 4 || '.,%年月'.includes(text.charAt(end) || ' ')) return at;
  return NAMED.test(text.slice(Math.max(start, at - LONGEST_WORD), at)) ? end : at;
}

/** The end of 〔2024〕12号, number of an official paper, whose bracket stands at `at - 1`; or `at`. */
export function paperEnd(text: string, at: number, limit: number): number {
  if (!'〔［[(（'.includes(text.charAt(at - 1) || ' ')) return at;
  const found = /^(?:19|20)\d\d[〕\])］）]第?\d{1,5}号/.exec(text.slice(at, Math.min(limit, at + 14)));
  return found === null ? at : at + found[0].length;
}

/** The end of the number of a telephone line or a shopping day at `at`, or `at`. */
export function lineEnd(text: string, at: number, limit: number): { readonly end: number; readonly phone: boolean } | undefined {
  const end = digitsEnd(text, at, Math.min(limit, at + 6));
  const digits = text.slice(at, end);
  if ((digits.length === 5 && /^[19]/.test(digits)) || SHORT_LINES.has(digits)) {
    return LINE.test(text.slice(end, Math.min(limit, end + 16))) ? { end, phone: true } : undefined;
  }
  return digits === '618' && SHOPPING.test(text.slice(at, Math.min(limit, at + 6))) ? { end, phone: false } : undefined;
}

/** The end of the mark of a standard at `at`, or `at`. */
export function standardEnd(text: string, at: number, limit: number): number {
  const found = STANDARD.exec(text.slice(at, Math.min(limit, at + 26)));
  return found === null || isDigitAt(text, at, limit) ? at : at + found[0].length;
}
