import type { Span } from '../../src/core/index';
import type { Gold, GoldArticle, SimulatedPage } from './gold';
import { goldBlocks, type GoldBlock, type Outline } from './outline';
import { wrapped, type Wrapping } from './wrapped';

/** One way in which programs write the same page down. */
export interface Form {
  readonly name: string;
  /** The text of a block, and what stands between it and the one before. */
  readonly write: (block: Written) => { readonly gap: string; readonly text: string };
  /** How its text is set in printed lines, if it is: there a column ends where a line does. */
  readonly lines?: Wrapping;
  /** Whether paragraphs are indented. */
  readonly indents?: boolean;
}

interface Written {
  readonly text: string;
  readonly role: GoldBlock['role'];
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
/** A form in printed lines. */
function printed(name: string, lines: Wrapping, { indents = false, gap = (block: Written) => block.gap }: { indents?: boolean; gap?: (block: Written) => string } = {}): Form {
  const write = (block: Written): { gap: string; text: string } => {
    const mark = indents && block.begins ? INDENT : '';
    return { text: block.role === 'body' ? mark + wrapped(block.text, { ...lines, indent: mark.length }) : block.text, gap: gap(block) };
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
  lostStops(30),
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
];

/** The text of each piece by its first character, where columns end at the end of a printed line: what stood on a last line that is not full goes over. */
function cutAtLines({ text, gold }: SimulatedPage, lines: Wrapping, indents: boolean): Map<number, string> {
  const texts = new Map<number, string>();
  for (const { paragraphs } of gold.articles) {
    for (const { spans } of paragraphs) {
      let over = '';
      spans.forEach((span, i) => {
        const piece = over + text.slice(...span);
        const set = wrapped(piece, { ...lines, indent: indents && i === 0 ? INDENT.length : 0 }).split('\n');
        over = i < spans.length - 1 && set.length > 1 ? (set.pop() ?? '') : '';
        texts.set(span[0], piece.slice(0, piece.length - over.length));
      });
    }
  }
  return texts;
}

/** The page in another form, its truth with it. */
export function inForm<Page extends SimulatedPage>(page: Page, { write, lines, indents = false }: Form): Page {
  const texts = lines === undefined ? undefined : cutAtLines(page, lines, indents);
  const begins = new Set(page.gold.articles.flatMap(({ paragraphs }) => paragraphs.map(({ spans }) => spans[0]?.[0] ?? -1)));
  const places = new Map<number, Span>();
  let text = '';
  let end = 0;
  for (const { span, role } of goldBlocks(page.gold)) {
    const block = write({ text: texts?.get(span[0]) ?? page.text.slice(...span), role, begins: begins.has(span[0]), gap: page.text.slice(end, span[0]) });
    const from = text.length + block.gap.length + (block.text.startsWith(INDENT) ? INDENT.length : 0);
    text += block.gap + block.text;
    places.set(span[0], [from, text.length]);
    end = span[1];
  }
  text += page.text.slice(end);
  return { ...page, text, gold: goldAt(page.gold, places, text.length) };
}

function goldAt(gold: Gold, places: ReadonlyMap<number, Span>, length: number): Gold {
  const at = (span: Span): Span => places.get(span[0]) ?? span;
  const all = (spans: readonly Span[]): Span[] => spans.map(at);
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
 * paragraph in the middle of it, stays a piece of its own.
 */
export function byBlocks(prediction: Outline, gold: Gold): Outline {
  const spans = goldBlocks(gold).map(({ span }) => span);
  const blockOf = (at: number): number => spans.find(([start, end]) => start <= at && at < end)?.[0] ?? at;
  return {
    articles: prediction.articles.map((article) => {
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
      return { ...article, paragraphs, ...(article.confidence === undefined ? {} : { confidence }) };
    }),
  };
}
