import type { IssuePage, IssueReason, JumpFacts, MissingPages } from './model';

/** What is known of a page that is not there. */
type Reasons = Map<string, IssueReason[]>;

/** A gap wider than this is no gap: only some pages of the paper were kept. */
const WIDEST = 24;

/**
 * The pages that are not there: those that a jump line names, those between two that are there, and those that a folio counts (今日8版).
 * Neighbours with the same reasons stand together.
 */
export function missingPages(pages: readonly IssuePage[]): MissingPages[] {
  const here = new Set(pages.flatMap(({ label }) => label ?? []));
  if (here.size === 0) return [];
  const missing: Reasons = new Map();
  const add = (label: string, reason: IssueReason): void => {
    if (here.has(label)) return;
    const known = missing.get(label) ?? [];
    if (!known.some(({ code, args }) => code === reason.code && args.join() === reason.args.join())) missing.set(label, [...known, reason]);
  };
  for (const page of pages) for (const article of page.facts.articles) for (const jump of article.jumps) named(page, jump, add);
  between(pages, add);
  for (const { facts, label } of pages) {
    const count = facts.folio.pages ?? 0;
    for (let number = 1; number <= Math.min(count, 200); number++) add(String(number), { code: 'declared', args: [label ?? '', count], weight: 2 });
  }
  return together(missing);
}

function named(page: IssuePage, jump: JumpFacts, add: (label: string, reason: IssueReason) => void): void {
  if (jump.page !== undefined && page.label !== undefined) add(jump.page, { code: 'namedByJump', args: [page.label], weight: 4 });
}

/** Pages between two that are there, each series (1 2 3, A1 A2) by itself. */
function between(pages: readonly IssuePage[], add: (label: string, reason: IssueReason) => void): void {
  const labels = [...new Set(pages.flatMap(({ label }) => label ?? []))].sort(byLabel);
  for (const [i, label] of labels.entries()) {
    const next = labels[i + 1];
    if (next === undefined || seriesOf(next) !== seriesOf(label) || numberOf(next) - numberOf(label) > WIDEST) continue;
    for (let number = numberOf(label) + 1; number < numberOf(next); number++) add(`${seriesOf(label)}${String(number)}`, { code: 'between', args: [label, next], weight: 2 });
  }
}

function together(missing: Reasons): MissingPages[] {
  const groups: { labels: string[]; why: readonly IssueReason[] }[] = [];
  for (const label of [...missing.keys()].sort(byLabel)) {
    const why = [...(missing.get(label) ?? [])].sort((a, b) => b.weight - a.weight);
    const last = groups[groups.length - 1];
    const before = last?.labels[last.labels.length - 1];
    const follows = before !== undefined && seriesOf(before) === seriesOf(label) && numberOf(before) + 1 === numberOf(label);
    if (last !== undefined && follows && JSON.stringify(last.why) === JSON.stringify(why)) last.labels.push(label);
    else groups.push({ labels: [label], why });
  }
  return groups;
}

const seriesOf = (label: string): string => /^[A-Z]?/u.exec(label)?.[0] ?? '';
const numberOf = (label: string): number => Number(label.replace(/^[A-Z]/u, ''));

/** 1, 2, 10, A1, A2. */
export function byLabel(a: string, b: string): number {
  const [one, other] = [seriesOf(a), seriesOf(b)];
  return one === other ? numberOf(a) - numberOf(b) : one < other ? -1 : 1;
}
