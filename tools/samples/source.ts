/**
 * Reads the annotated source of a sample page (`samples/source/*.page`): the articles in reading order, with a mark
 * wherever a column cuts them, and the order in which their runs stand on the page. samples/README.md explains the marks.
 */

/** Text that stands in one place of the dump: the whole or a part of a paragraph. */
export interface Piece {
  readonly text: string;
  /** The article's paragraph it belongs to, counted from 0. */
  readonly paragraph: number;
  /** Whether extra blank lines stand before it. */
  readonly gap: boolean;
}

export interface SourceArticle {
  readonly name: string;
  readonly title: string;
  readonly marked: boolean;
  readonly kicker?: string;
  readonly deck?: string;
  readonly byline?: string;
  readonly credit?: string;
  readonly kind?: string;
  readonly jumpFrom?: number;
  readonly jumpTo?: number;
  /** What stands together on the page; the first run stands under the headline. */
  readonly runs: readonly (readonly Piece[])[];
}

export type LayoutItem =
  | { readonly kind: 'run'; readonly article: string; readonly run: number; readonly standingHead?: string }
  | { readonly kind: 'furniture'; readonly text: string }
  | { readonly kind: 'gap'; readonly lines: number };

export interface Source {
  readonly articles: readonly SourceArticle[];
  readonly layout: readonly LayoutItem[];
}

const FIELDS = ['title', 'marked', 'kicker', 'deck', 'byline', 'credit', 'kind', 'jumpFrom', 'jumpTo'] as const;
type Field = (typeof FIELDS)[number];

/** @throws Error with the line's number when the source breaks the rules of samples/README.md. */
export function readSource(text: string): Source {
  const articles: SourceArticle[] = [];
  let layout: LayoutItem[] = [];
  for (const part of sections(text)) {
    const named = /^article (\w+)$/.exec(part.head);
    if (named?.[1] !== undefined) articles.push(readArticle(named[1], part.lines, part.line));
    else if (part.head === 'layout') layout = part.lines.filter((line) => line !== '').map(readLayoutItem);
    else throw new Error(`line ${part.line}: unknown section "${part.head}"`);
  }
  return { articles, layout };
}

interface Section {
  readonly head: string;
  readonly line: number;
  readonly lines: string[];
}

function sections(text: string): Section[] {
  const found: Section[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith('=== ')) found.push({ head: line.slice(4), line: index + 1, lines: [] });
    else if (found.length > 0) found[found.length - 1]?.lines.push(line);
    else if (line !== '') throw new Error(`line ${index + 1}: text before the first section`);
  }
  return found;
}

function readArticle(name: string, lines: readonly string[], line: number): SourceArticle {
  const blank = lines.indexOf('');
  const fields = new Map<Field, string>();
  for (const [index, field] of lines.slice(0, blank).entries()) {
    const colon = field.indexOf(': ');
    const key = FIELDS.find((known) => known === field.slice(0, colon));
    if (key === undefined) throw new Error(`line ${line + index + 1}: unknown field in "${field}"`);
    fields.set(key, field.slice(colon + 2));
  }
  const title = fields.get('title');
  if (title === undefined) throw new Error(`line ${line}: article ${name} has no title`);
  const text = <K extends Field>(key: K): Partial<Record<K, string>> => {
    const value = fields.get(key);
    return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, string>>);
  };
  const page = <K extends Field>(key: K): Partial<Record<K, number>> => {
    const value = fields.get(key);
    return value === undefined ? {} : ({ [key]: Number(value) } as Partial<Record<K, number>>);
  };
  return {
    name,
    title,
    marked: fields.get('marked') === 'yes',
    ...text('kicker'),
    ...text('deck'),
    ...text('byline'),
    ...text('credit'),
    ...text('kind'),
    ...page('jumpFrom'),
    ...page('jumpTo'),
    runs: readRuns(lines.slice(blank).filter((body) => body !== '')),
  };
}

/** `‖` cuts; `‖‖` cuts and leaves extra blank lines; `⟦2⟧` begins the second run, inside a paragraph or at its start. */
function readRuns(paragraphs: readonly string[]): Piece[][] {
  const runs: Piece[][] = [[]];
  for (const [paragraph, line] of paragraphs.entries()) {
    const parts = line.split(/(‖‖|‖|⟦\d⟧)/u);
    for (let at = 0; at < parts.length; at += 2) {
      const mark = at === 0 ? '' : (parts[at - 1] ?? '');
      if (mark.startsWith('⟦')) {
        if (mark !== `⟦${runs.length + 1}⟧`) throw new Error(`run mark ${mark} is out of order`);
        runs.push([]);
      }
      const piece = parts[at] ?? '';
      if (piece !== '') runs[runs.length - 1]?.push({ text: piece, paragraph, gap: mark === '‖‖' });
    }
  }
  return runs;
}

function readLayoutItem(line: string): LayoutItem {
  const [word = '', ...rest] = line.split(' ');
  if (word === 'gap') return { kind: 'gap', lines: Number(rest[0]) };
  if (word === 'furniture') return { kind: 'furniture', text: rest.join(' ') };
  const [article = '', run = '1'] = word.split('.');
  const item = { kind: 'run' as const, article, run: Number(run) };
  return rest[0] === 'under' ? { ...item, standingHead: rest.slice(1).join(' ') } : item;
}
