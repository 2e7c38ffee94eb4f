import { isSpace } from './characters';

/** Longest line that is looked at: a picture's address holds a digest, or a path. */
const LONGEST = 500;

/** `![words](address)`, with a title or without, brackets in the address; and `![[name]]`, as notes hold pictures. */
const PICTURE = /^!(?:\[[^\]]*\]\([^()]*(?:\([^()]*\)[^()]*)*\)|\[\[[^[\]]+\]\])$/u;
/** Nothing but tags and comments: `<img …/>`, `<div …><img …/></div>`, `<!-- image -->`. */
const TAGS = /^(?:<[/!a-zA-Z][^<>]*>\s*)+$/u;
/** A page's end as readers of pages write it: `{3}-----`, `<!-- PageBreak -->`. */
const PAGE_END = /^(?:\{\d{1,6}\}-{3,}|<!--\s*page\s?break\s*-->|<!--\s*page(?:\s?(?:no\.?|number))?:?\s?\d{1,6}\s*-->)$/iu;

/**
 * Whether a line holds no text of the page but what a program that reads pages left there for something else: a picture's
 * address, a comment or a tag, a rule, the end of a page. The line has no white space around it. What a tag encloses is text.
 */
export function isMarkup(line: string): boolean {
  if (line.length < 3 || line.length > LONGEST) return false;
  const first = line.charCodeAt(0);
  if (first === 0x21) return PICTURE.test(line);
  if (first === 0x3c) return TAGS.test(line);
  if (first === 0x7b) return PAGE_END.test(line);
  return isRule(line);
}

/** Whether a line says that the page ends above it. The line has no white space around it. */
export function turnsPage(line: string): boolean {
  return line.length >= 6 && line.length <= LONGEST && PAGE_END.test(line);
}

/** What rules are made of, and how many make one: two dashes are punctuation of a sentence. */
const RULES: ReadonlyMap<string, number> = new Map([...Array.from('-*_=~─━═＊※★☆◆◇●○■□▲△', (sign) => [sign, 3] as const), ['—', 4]]);

/** A rule across the page: one sign over and over, with spaces or without. */
function isRule(line: string): boolean {
  const sign = line.charAt(0);
  const fewest = RULES.get(sign);
  if (fewest === undefined) return false;
  let count = 0;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === sign) count++;
    else if (!isSpace(line.charCodeAt(at))) return false;
  }
  return count >= fewest;
}
