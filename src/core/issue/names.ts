import { isoDate, pageLabel } from '../roles/folio';

/**
 * What file names tell of a page, by patterns such as `{paper}-{yyyy}{mm}{dd}-{page}`. A pattern is text with named holes; it is
 * no regular expression, so that a name is matched in time bounded by the product of both lengths, whatever somebody sets.
 */

/** What a file's name tells. */
export interface NameFacts {
  readonly paper?: string;
  readonly date?: string;
  readonly page?: string;
  readonly section?: string;
}

/** The patterns tried where none are set, in this order. */
export const FILE_NAMES: readonly string[] = [
  '{paper}-{yyyy}{mm}{dd}-{page}',
  '{paper}_{yyyy}{mm}{dd}_{page}',
  '{paper}-{yyyy}-{mm}-{dd}-{page}',
  '{paper}{yyyy}年{mm}月{dd}日第{page}版{section}',
  '{yyyy}{mm}{dd}-{page}',
  '{yyyy}-{mm}-{dd}-{page}',
  '{yyyy}{mm}{dd}/{page}',
  '{yyyy}-{mm}-{dd}/{page}',
  '{yyyy}/{mm}/{dd}/{page}',
  '{yyyy}-{mm}/{dd}/{page}',
  '{paper}-{yyyy}-{mm}-{dd}',
  '{paper}-{yyyy}{mm}{dd}',
  '{*}第{page}版{*}',
  'page-{page}',
  '{page}',
];

/** A hole of a pattern: how many characters it may take, and which. */
interface Hole {
  readonly hole: string;
  readonly least: number;
  readonly most: number;
  readonly takes: (char: string) => boolean;
}

type Token = string | Hole;

const digit = (char: string): boolean => char >= '0' && char <= '9';
const inName = (char: string): boolean => char !== '/';
/** Names are shorter, patterns too; what is longer matches nothing. */
const LONGEST = 255;
const MOST_PATTERNS = 50;

const HOLES: Readonly<Record<string, Omit<Hole, 'hole'>>> = {
  yyyy: { least: 4, most: 4, takes: digit },
  mm: { least: 2, most: 2, takes: digit },
  dd: { least: 2, most: 2, takes: digit },
  m: { least: 1, most: 2, takes: digit },
  d: { least: 1, most: 2, takes: digit },
  page: { least: 1, most: 4, takes: (char) => /[0-9A-Za-z〇一二三四五六七八九十]/u.test(char) },
  paper: { least: 1, most: LONGEST, takes: inName },
  section: { least: 0, most: LONGEST, takes: inName },
  '*': { least: 0, most: LONGEST, takes: inName },
};

/** The tokens of a pattern; `undefined` where it has a hole of another name, or none that tells anything. */
function tokensOf(pattern: string): readonly Token[] | undefined {
  if (pattern.length > LONGEST) return undefined;
  const tokens: Token[] = [];
  let told = false;
  let at = 0;
  while (at < pattern.length) {
    const open = pattern.indexOf('{', at);
    const close = open < 0 ? -1 : pattern.indexOf('}', open);
    if (open < 0) {
      tokens.push(pattern.slice(at));
      break;
    }
    const name = pattern.slice(open + 1, Math.max(open + 1, close));
    const hole = Object.hasOwn(HOLES, name) ? HOLES[name] : undefined;
    if (close < 0 || hole === undefined) return undefined;
    if (open > at) tokens.push(pattern.slice(at, open));
    tokens.push({ hole: name, ...hole });
    told ||= name !== '*';
    at = close + 1;
  }
  return told ? tokens : undefined;
}

/** The first of some patterns that cannot be used, so that a setting can say so; `undefined` where all can. */
export function unusablePattern(patterns: readonly string[]): string | undefined {
  return patterns.find((pattern) => tokensOf(pattern) === undefined);
}

/**
 * What a name tells by the first pattern that fits and gives a day that is one, and a page's label that is one.
 * @param path the file with its folders, parted by `/`; a pattern with `n` slashes is held against the last `n + 1` parts.
 * Endings (`.txt`, `.newspage.txt`) do not count.
 */
export function readName(path: string, patterns: readonly string[] = FILE_NAMES): NameFacts {
  const parts = path.split('/').map((part, i, all) => (i === all.length - 1 ? withoutEnding(part) : part));
  for (const pattern of patterns.slice(0, MOST_PATTERNS)) {
    const tokens = tokensOf(pattern);
    if (tokens === undefined) continue;
    const depth = pattern.split('/').length;
    const name = parts.slice(-depth).join('/');
    if (parts.length < depth || name.length > LONGEST) continue;
    const facts = factsOf(match(tokens, name));
    if (facts !== undefined) return facts;
  }
  return {};
}

function withoutEnding(name: string): string {
  return name.replace(/(?:\.newspage)?\.(?:txt|md|newspage)$/iu, '');
}

function factsOf(found: ReadonlyMap<string, string> | undefined): NameFacts | undefined {
  if (found === undefined) return undefined;
  const year = found.get('yyyy');
  const month = found.get('mm') ?? found.get('m');
  const day = found.get('dd') ?? found.get('d');
  const date = year === undefined || month === undefined || day === undefined ? undefined : isoDate(Number(year), Number(month), Number(day));
  const printed = found.get('page');
  const page = printed === undefined ? undefined : pageLabel(printed);
  // 20249999 is no day, and xyz no page: the pattern does not fit.
  if ((year !== undefined && month !== undefined && day !== undefined && date === undefined) || (printed !== undefined && page === undefined)) return undefined;
  const paper = found.get('paper')?.trim() ?? '';
  const section = found.get('section')?.trim() ?? '';
  return {
    ...(paper === '' ? {} : { paper }),
    ...(date === undefined ? {} : { date }),
    ...(page === undefined ? {} : { page }),
    ...(section === '' ? {} : { section }),
  };
}

/** Matches the whole name; of several ways the one in which holes on the left take least. Each place is tried once for each token. */
function match(tokens: readonly Token[], name: string): ReadonlyMap<string, string> | undefined {
  const dead = new Set<number>();
  const found: [string, string][] = [];
  const from = (token: number, at: number): boolean => {
    const one = tokens[token];
    if (one === undefined) return at === name.length;
    const place = token * (LONGEST + 2) + at;
    if (dead.has(place)) return false;
    if (typeof one === 'string') {
      if (name.startsWith(one, at) && from(token + 1, at + one.length)) return true;
    } else {
      for (let length = 0; length <= one.most && at + length <= name.length; length++) {
        if (length > 0 && !one.takes(name[at + length - 1] ?? '/')) break;
        if (length < one.least) continue;
        if (from(token + 1, at + length)) {
          found.push([one.hole, name.slice(at, at + length)]);
          return true;
        }
      }
    }
    dead.add(place);
    return false;
  };
  return from(0, 0) ? new Map(found) : undefined;
}
