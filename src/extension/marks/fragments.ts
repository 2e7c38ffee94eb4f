import { bySpan, type Article, type Page, type Span } from '../../core';
import { spansOf } from './colours';

/** Pieces of one article that stand together in the dump; a folio between them parts nothing. */
export interface Fragment {
  readonly article: Article;
  /** From its first character to its last. */
  readonly span: Span;
  /** The same without the furniture inside: one span, or one on each side of a folio. */
  readonly bars: readonly Span[];
  /** Whether it stands elsewhere than the article's headline (or, without one, its first piece): it was carried away. */
  readonly carried: boolean;
}

interface Claim {
  readonly span: Span;
  readonly article: Article | undefined;
}

/** The fragments of a page in the order of the dump. Furniture is in none but between. */
export function fragmentsOf(page: Page): readonly Fragment[] {
  const claims: Claim[] = page.articles.flatMap((article) => spansOf(article).map((span) => ({ span, article })));
  claims.push(...page.furniture.map((span) => ({ span, article: undefined })));
  claims.sort((a, b) => bySpan(a.span, b.span));
  const fragments: Fragment[] = [];
  let bars: Span[] = [];
  let owner: Article | undefined;
  let parted = false;
  const close = (): void => {
    const [first] = bars;
    const last = bars[bars.length - 1];
    if (owner && first && last) fragments.push({ article: owner, span: [first[0], last[1]], bars, carried: !holdsHome(owner, first, last) });
  };
  for (const { span, article } of claims) {
    if (!article) {
      parted = true;
      continue;
    }
    const last = bars[bars.length - 1];
    if (article !== owner) {
      close();
      [owner, bars] = [article, [span]];
    } else if (last && !parted) bars[bars.length - 1] = [last[0], span[1]];
    else bars.push(span);
    parted = false;
  }
  close();
  return fragments;
}

/** Where an article is at home: at its headline, or at its first piece where it has none. */
export function homeOf({ headline, paragraphs, credit, byline, standingHead }: Article): Span {
  return headline[0] ?? paragraphs[0]?.spans[0] ?? credit[0] ?? byline[0] ?? standingHead[0] ?? [0, 0];
}

function holdsHome(article: Article, first: Span, last: Span): boolean {
  const [start] = homeOf(article);
  return first[0] <= start && start < last[1];
}

/** The fragments of an article as it is read: by the first piece of each in reading order, what holds none (a credit alone) last. */
export function inReadingOrder(article: Article, fragments: readonly Fragment[]): readonly Fragment[] {
  const reading = [...article.headline, ...article.paragraphs.flatMap(({ spans }) => spans)];
  const place = ({ span: [from, to] }: Fragment): number => {
    const at = reading.findIndex(([start]) => from <= start && start < to);
    return at < 0 ? reading.length : at;
  };
  return fragments.map((fragment) => ({ fragment, at: place(fragment) })).sort((a, b) => a.at - b.at || bySpan(a.fragment.span, b.fragment.span)).map(({ fragment }) => fragment);
}
