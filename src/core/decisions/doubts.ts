import type { Article, FindingCode, Page, Seam } from '../page/model';
import type { Span } from '../text/span';
import { giveRole, joinPieces, keepApart, readingOrder } from './actions';
import type { Decision } from '../page/decision';

interface SeamDoubt<Kind> {
  readonly kind: Kind;
  /** Where the editor should look. */
  readonly at: number;
  readonly left: Span;
  readonly right: Span;
  readonly seam: Seam;
  readonly article: Article;
}

interface PassageDoubt<Kind> {
  readonly kind: Kind;
  readonly at: number;
  readonly span: Span;
  readonly article: Article;
}

/**
 * Something on a page that wants an editor's look. `join`: does `right` go on with the paragraph that `left` ends? `move`: does
 * the stray passage `right` belong behind `left`? `headline`: is an unmarked line a headline? `open`: a paragraph ends in
 * mid-sentence, and nothing was found that goes on with it; is that so?
 */
export type Doubt = SeamDoubt<'join'> | SeamDoubt<'move'> | PassageDoubt<'headline'> | PassageDoubt<'open'>;

/** All that is doubtful on a page, in the order of the text. What an editor decided is no doubt any more. */
export function doubtsOf(page: Page): Doubt[] {
  const doubts = page.articles.flatMap((article) => [...headlineOf(article), ...seamsOf(article)]);
  for (const { code, message, span, article: id } of page.findings) {
    const article = page.articles.find((one) => one.id === id);
    if (code === 'split-paragraph' && message.code === 'cut.open' && article !== undefined) doubts.push({ kind: 'open', at: span[1], span, article });
  }
  return doubts.filter((doubt) => !isIgnored(page, doubt)).sort((a, b) => a.at - b.at);
}

/** Whether the finding behind a doubt was said to be none. */
function isIgnored({ decisions }: Page, doubt: Doubt): boolean {
  const code = findingBehind[doubt.kind];
  const span = doubt.kind === 'join' ? doubt.left : doubt.kind === 'move' ? doubt.right : doubt.span;
  return decisions.some((decision) => decision.kind === 'ignore' && decision.code === code && decision.span[0] < span[1] && span[0] < decision.span[1]);
}

const findingBehind: Readonly<Record<Doubt['kind'], FindingCode>> = {
  join: 'split-paragraph',
  move: 'stray-fragment',
  headline: 'unmarked-headline',
  open: 'split-paragraph',
};

/** What it means to say yes to a doubt: it is as the page shows it. */
export function accept(doubt: Doubt): readonly Decision[] {
  switch (doubt.kind) {
    case 'join':
      return joinPieces(doubt.left, doubt.right);
    case 'move':
      return [{ kind: 'follow', left: doubt.left, right: doubt.right }];
    case 'headline':
      return giveRole(doubt.span, 'headline');
    case 'open':
      return [{ kind: 'ignore', code: 'split-paragraph', span: doubt.span }];
  }
}

/** What it means to say no: the page must look for another answer. None for an open end, which asks for a choice. */
export function reject(doubt: Doubt): readonly Decision[] {
  switch (doubt.kind) {
    case 'join':
      return keepApart(doubt.left, doubt.right, 'join');
    case 'move':
      return keepApart(doubt.left, doubt.right, 'follow');
    case 'headline':
      return giveRole(doubt.span, 'body');
    case 'open':
      return [];
  }
}

/** The pieces that come along with the first piece of a stray passage: those read behind it that also stand behind it. */
export function strayPieces(article: Article, first: Span): Span[] {
  const order = readingOrder(article);
  const far = new Set(article.paragraphs.flatMap(({ spans, seams, attachment }) => [
    ...(attachment.far && spans[0] ? [spans[0][0]] : []),
    ...spans.slice(1).filter((_, i) => seams[i]?.far === true).map(([start]) => start),
  ]));
  const from = order.findIndex((span) => span[0] === first[0]);
  if (from < 0) return [first];
  const behind = order.slice(from + 1);
  const end = behind.findIndex((span, i) => far.has(span[0]) || span[0] < (behind[i - 1] ?? first)[0]);
  return [first, ...(end < 0 ? behind : behind.slice(0, end))];
}

function headlineOf(article: Article): Doubt[] {
  const [span] = article.headline;
  return span === undefined || article.headlineSure ? [] : [{ kind: 'headline', at: span[0], span, article }];
}

function seamsOf(article: Article): Doubt[] {
  let before = article.headline.at(-1);
  return article.paragraphs.flatMap(({ spans, seams, attachment }) =>
    spans.flatMap((right, i): Doubt[] => {
      const left = before;
      before = right;
      if (left === undefined) return [];
      const seam = i === 0 ? attachment : seams[i - 1];
      // A printed line of the same paragraph is none of the editor's questions, nor is what stands where it is read.
      if (seam === undefined || seam.sure || seam.why[0]?.code === 'hardWrap') return [];
      if (i > 0) return [{ kind: 'join', at: left[1], left, right, seam, article }];
      return seam.far ? [{ kind: 'move', at: right[0], left, right, seam, article }] : [];
    }),
  );
}
