/** Years counted from a beginning of their own: 公元前221年, 民国二十六年, 清康熙五十年. */
import { readWhole } from './whole';

/** The year before the first one of each count. Reigns are those of China's last three dynasties, and a few that news of history name. */
const ERAS: ReadonlyMap<string, number> = new Map(
  ('民国:1911 顺治:1643 康熙:1661 雍正:1722 乾隆:1735 嘉庆:1795 道光:1820 咸丰:1850 同治:1861 光绪:1874 宣统:1908 洪武:1367 永乐:1402 宣德:1425 正统:1435 成化:1464 弘治:1487 ' +
    '正德:1505 嘉靖:1521 隆庆:1566 万历:1572 崇祯:1627 贞观:626 开元:712 天宝:741 昭和:1925 平成:1988 令和:2018')
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(3))] as const),
);
/** The last characters of those names, and of 公元前, so that most numbers cost one look. */
const LASTS: ReadonlySet<string> = new Set([...[...ERAS.keys()].map((name) => name.charAt(1)), '前']);

/** The year whose number begins at `at`, with the name of its count before it; `end` is behind 年. Nothing before `start` is read. */
export function readEraYear(text: string, at: number, limit: number, start: number): { readonly start: number; readonly end: number; readonly year: number } | undefined {
  if (!LASTS.has(text.charAt(at - 1))) return undefined;
  const named = at - 2 >= start ? ERAS.get(text.slice(at - 2, at)) : undefined;
  const before = at - 3 >= start && text.startsWith('公元前', at - 3);
  if (named === undefined && !before) return undefined;
  const number = readWhole(text, at, limit);
  if (number === undefined || number.value < 1 || number.end >= limit || text.charAt(number.end) !== '年') return undefined;
  return named === undefined
    ? { start: at - 3, end: number.end + 1, year: -number.value }
    : number.value > 65 ? undefined : { start: at - 2, end: number.end + 1, year: named + number.value };
}

/**
 * The end of a span of years before our era that says 公元前 only once: 公元前1391年至1355年. A later year that is smaller can be no other.
 * @param done where the year before it ends; `first` is that year
 */
export function readYearBefore(text: string, at: number, limit: number, done: number, first: number | undefined): { readonly end: number; readonly year: number } | undefined {
  if (first === undefined || first >= 0 || at - done !== 1 || !'至到—-~'.includes(text.charAt(done))) return undefined;
  const number = readWhole(text, at, limit);
  if (number === undefined || number.value < 1 || number.value >= -first || number.end >= limit || text.charAt(number.end) !== '年') return undefined;
  return { end: number.end + 1, year: -number.value };
}
