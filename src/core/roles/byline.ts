import { FAMILY_NAMES, HOUSES, MARKS, REPORTER_TITLES } from './words';

/** Longest line that can be a byline, in UTF-16 code units. */
const LONGEST = 60;
/** Longest name: minority and foreign names run to this. */
const LONGEST_NAME = 8;
/** Longest name that stands alone behind a mark, without any title and with a family name that is not known. */
const SHORT_NAME = 3;
/** Names written one after another without a space. */
const LONGEST_RUN_OF_NAMES = 12;

const FORBIDDEN = /[。！？!?；;，,“”"《》%]/u;
const PARTS = /[\s、/／·:：()（）【】〔〕|]+/u;
/** 记者甲某／某地报道: reports, not a name. */
const REPORTING = /(?:报道|报导|采访|专访|摄影报道)$/u;

/**
 * Whether a line says who wrote the piece (□本报记者 …, 记者 … 通讯员 …, □ …): made only of a house,
 * titles and names.
 */
export function isByline(line: string): boolean {
  if (line.length > LONGEST || line.length < 2 || FORBIDDEN.test(line)) return false;
  const mark = MARKS.includes(line[0] ?? '');
  const rest = mark ? line.slice(1).trim() : line;
  if (rest.endsWith('摄') || /^(?:上接|下转|紧接)/u.test(rest)) return false;
  if (!/[记员者编作文采撰译整理特□■◇◆○●△▲▼▽☆★◎▶►⊙]/u.test(line)) return false;
  let titles = 0;
  let house = false;
  let names = 0;
  let families = 0;
  let short = 0;
  let reporting = false;
  for (const part of rest.split(PARTS)) {
    if (part === '' || part === '文' || part === '图' || part === '图文') continue;
    if (part.length <= LONGEST_RUN_OF_NAMES && titles > 0 && REPORTING.test(part) && /[／/【〔]/u.test(line)) {
      reporting = true;
      continue;
    }
    let name = part;
    const ofHouse = HOUSES.find((word) => name.startsWith(word));
    if (ofHouse !== undefined) {
      house = true;
      name = name.slice(ofHouse.length);
    }
    const title = REPORTER_TITLES.find((word) => name.startsWith(word)) ?? REPORTER_TITLES.find((word) => name.length <= 12 && name.endsWith(word));
    if (title !== undefined) {
      titles++;
      name = name.startsWith(title) ? name.slice(title.length) : '';
    }
    if (name === '') continue;
    if (name.length > (title === undefined ? LONGEST_NAME : LONGEST_RUN_OF_NAMES) || !/^\p{Script=Han}+$/u.test(name)) return false;
    names++;
    if (name.length <= SHORT_NAME) short++;
    if (hasFamilyName(name)) families++;
  }
  // A mark and names, one of which is surely one: ■上下联动 合力攻坚 is a headline.
  if (titles === 0) return mark && names > 0 && names <= 4 && rest.length <= 16 && (families > 0 || (names === 1 && short === 1));
  // A title and a name run together is a byline only with a mark or a house before it: 记者走基层 is a headline.
  return mark || house || reporting || /(?:记者|通讯员|评论员|实习生|作者|撰稿人?|编译|整理|撰文)[\s:：/]/u.test(rest) || /^文[/／:：]/u.test(rest);
}

/** Whether a word is somebody's name by its first character, or characters: one or two more follow. */
function hasFamilyName(name: string): boolean {
  const family = FAMILY_NAMES.find((one) => name.startsWith(one));
  return family !== undefined && name.length > family.length && name.length <= family.length + 2;
}
