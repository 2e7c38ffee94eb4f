import { percent } from './duplicates';
import { byLabel } from './missing';
import type { ArticleFacts, Duplicate, IssueFinding, IssuePage, IssueReason, JumpFacts, JumpLink, Part } from './model';

/** Pages named in a reason at most. */
const MOST_LABELS = 12;

/** What is to be said of an issue: jump lines that lead nowhere or not surely, and texts that stand twice, page by page. */
export function issueFindings(pages: readonly IssuePage[], links: readonly JumpLink[], duplicates: readonly Duplicate[]): IssueFinding[] {
  const settled = new Set(links.filter(({ sure }) => sure).flatMap(({ leaving, arriving }) => [leaving, arriving]));
  const here = new Set(pages.flatMap(({ label }) => label ?? []));
  const copies = new Map<ArticleFacts, Duplicate[]>();
  for (const duplicate of duplicates) {
    const { article } = duplicate.second;
    copies.set(article, [...(copies.get(article) ?? []), duplicate]);
  }
  return pages.flatMap((page) => page.facts.articles.flatMap((article) => {
    const at: Part = { page, article };
    const open = page.copyOf === undefined ? article.jumps.filter((jump) => !settled.has(jump)) : [];
    return [
      ...open.map((jump) => aboutJump(at, jump, here, links)),
      ...(copies.get(article) ?? []).map(aboutCopy),
    ];
  }));
}

function aboutJump(at: Part, jump: JumpFacts, here: ReadonlySet<string>, links: readonly JumpLink[]): IssueFinding {
  const { span, direction, page } = jump;
  const goes = direction === 'to';
  const labels = [...here].sort(byLabel);
  const present: IssueReason = { code: 'pagesHere', args: [labels.length > MOST_LABELS ? `${labels.slice(0, MOST_LABELS).join(', ')} …` : labels.join(', ')], weight: 0 };
  if (page === undefined) return { code: 'missing-part', at, span, message: { code: 'goes.nowhere', args: [] }, why: [], offers: [] };
  if (!here.has(page)) return { code: 'missing-page', at, span, message: { code: goes ? 'goes.missing' : 'comes.missing', args: [page] }, why: [present], offers: [] };
  const offered = links.filter((link) => (goes ? link.leaving : link.arriving) === jump).sort((a, b) => b.confidence - a.confidence);
  const [best] = offered;
  if (best === undefined) {
    const back: IssueReason = { code: 'noLineBack', args: [page, at.page.label ?? '?'], weight: 0 };
    return { code: 'missing-part', at, span, message: { code: goes ? 'goes.unanswered' : 'comes.unanswered', args: [page] }, why: [back], offers: [] };
  }
  const other = (link: JumpLink): Part => (goes ? link.to : link.from);
  const rivals = offered.slice(1).map((link): IssueReason => ({ code: 'rival', args: [titleOf(other(link))], weight: 0 }));
  const message = { code: goes ? 'goes.doubtful' : 'comes.doubtful', args: [page, titleOf(other(best)), percent(best.confidence)] } as const;
  return { code: 'doubtful-jump', at, span, message, why: [...best.why, ...rivals], offers: offered.map(other) };
}

function aboutCopy({ first, second, kind, share, why }: Duplicate): IssueFinding {
  const args = [first.page.label ?? '?', fileName(first), percent(share)];
  return { code: 'duplicate-text', at: second, span: second.article.name, message: { code: `same.${kind}`, args }, why, offers: [first] };
}

const titleOf = ({ article }: Part): string => article.title || `${article.beginning.slice(0, 16)}…`;

const fileName = ({ page }: Part): string => page.file.name.slice(page.file.name.lastIndexOf('/') + 1);
