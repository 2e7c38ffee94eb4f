import { duplicatesOf } from './duplicates';
import { issueFindings } from './findings';
import { linksOf } from './jumps';
import { byLabel, missingPages } from './missing';
import type { Duplicate, FileFacts, Issue, IssueArticle, IssuePage, JumpLink, LinkRulings, PageFacts, Part } from './model';
import { readName, type NameFacts } from './names';

/** A page on its way into an issue. */
interface Loose {
  readonly file: FileFacts;
  readonly facts: PageFacts;
  readonly name: NameFacts;
  readonly date: string | undefined;
  readonly paper: string | undefined;
}

/** Of this share of articles that are copies on, a page is the same page as the other. */
const SAME_PAGE = 0.8;

/**
 * The issue that some pages are.
 * @param patterns of file names, see {@link readName}; what a folio says goes before
 * @param rulings what editors said of doubtful links
 */
export function issueOf(files: readonly FileFacts[], patterns?: readonly string[], rulings?: LinkRulings): Issue {
  const pages = files.flatMap((file) => looseOf(file, patterns));
  return assembleIssue(pages, folderOf(files[0]?.name ?? ''), rulings);
}

/**
 * The issues that files in any folders are: one for each folder, day and paper. A page without a day goes with its folder's only
 * issue, where there is one only.
 */
export function issuesOf(files: readonly FileFacts[], patterns?: readonly string[], rulings?: LinkRulings): Issue[] {
  const folders = new Map<string, Loose[]>();
  for (const file of files) {
    const folder = folderOf(file.name);
    const known = folders.get(folder);
    if (known === undefined) folders.set(folder, looseOf(file, patterns));
    else known.push(...looseOf(file, patterns));
  }
  const groups = [...folders].flatMap(([folder, pages]) => groupsOf(pages).map((group) => ({ folder, group })));
  // The same text may stand in two issues: what is a copy is judged over all of them, each time in the issue of the copy.
  const issues = groups.map(({ folder, group }) => assembleIssue(group, folder, rulings));
  return acrossIssues(issues).sort((a, b) => compare(a.folder, b.folder) || compare(a.date ?? '', b.date ?? '') || compare(a.paper ?? '', b.paper ?? ''));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const folderOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('/')));

function looseOf(file: FileFacts, patterns: readonly string[] | undefined): Loose[] {
  const told = readName(file.name, patterns);
  return file.pages.map((facts, i) => {
    // A name speaks of the only page of its file, or of the first.
    const { page, ...rest } = told;
    const name: NameFacts = i === 0 && page !== undefined ? told : rest;
    return { file, facts, name, date: facts.folio.date ?? told.date, paper: facts.folio.paper };
  });
}

function groupsOf(pages: readonly Loose[]): Loose[][] {
  const dates = [...new Set(pages.flatMap(({ date }) => date ?? []))];
  const only = dates.length === 1 ? dates[0] : undefined;
  const byDate = new Map<string, Loose[]>();
  for (const page of pages) {
    const date = page.date ?? only ?? '';
    byDate.set(date, [...(byDate.get(date) ?? []), page]);
  }
  return [...byDate.values()].flatMap((group) => {
    const papers = [...new Set(group.flatMap(({ paper }) => paper ?? []))];
    if (papers.length < 2) return [group];
    const named = papers.map((paper) => group.filter((page) => page.paper === paper));
    const unnamed = group.filter(({ paper }) => paper === undefined);
    return unnamed.length === 0 ? named : [...named, unnamed];
  });
}

function assembleIssue(loose: readonly Loose[], folder: string, rulings?: LinkRulings): Issue {
  const paper = loose.find((page) => page.paper !== undefined)?.paper ?? loose.find(({ name }) => name.paper !== undefined)?.name.paper;
  const date = loose.find((page) => page.date !== undefined)?.date;
  const plain = loose.map(pageOfIssue).sort(inOrder);
  const { pages, duplicates } = copies(plain, duplicatesOf(partsOf(plain)));
  const links = linksOf(pages.filter(({ copyOf }) => copyOf === undefined), rulings);
  return {
    id: [folder, date ?? '', paper ?? ''].join('|'),
    folder,
    ...(paper === undefined ? {} : { paper }),
    ...(date === undefined ? {} : { date }),
    pages,
    articles: articlesOf(pages, links),
    links,
    missing: missingPages(pages),
    duplicates,
    findings: issueFindings(pages, links, duplicates),
  };
}

function pageOfIssue({ file, facts, name }: Loose): IssuePage {
  const { page, section = name.section } = facts.folio;
  const label = page ?? name.page;
  const against = page !== undefined && name.page !== undefined && page !== name.page ? name.page : undefined;
  return { file, facts, ...(label === undefined ? {} : { label }), ...(section === undefined ? {} : { section }), ...(against === undefined ? {} : { named: against }) };
}

function inOrder(a: IssuePage, b: IssuePage): number {
  if (a.label === undefined || b.label === undefined) return Number(a.label === undefined) - Number(b.label === undefined) || compare(a.file.name, b.file.name);
  return byLabel(a.label, b.label) || compare(a.file.name, b.file.name) || a.facts.span[0] - b.facts.span[0];
}

const partsOf = (pages: readonly IssuePage[]): Part[] => pages.flatMap((page) => page.facts.articles.map((article) => ({ page, article })));

/** Pages whose articles are nearly all copies of one other page with the same number are that page once more. */
function copies(plain: readonly IssuePage[], duplicates: readonly Duplicate[]): { pages: readonly IssuePage[]; duplicates: readonly Duplicate[] } {
  const originals = new Map<IssuePage, IssuePage>();
  for (const page of plain) {
    const own = duplicates.filter(({ second, first }) => second.page === page && first.page !== page && first.page.label === page.label && first.page.file !== page.file);
    const [first] = own;
    if (first !== undefined && own.every((one) => one.first.page === first.first.page) && own.length >= page.facts.articles.length * SAME_PAGE) originals.set(page, first.first.page);
  }
  if (originals.size === 0) return { pages: plain, duplicates };
  const made = new Map(plain.map((page): [IssuePage, IssuePage] => [page, page]));
  for (const [page, original] of originals) made.set(page, { ...page, copyOf: made.get(original) ?? original });
  const there = ({ page, article }: Part): Part => ({ page: made.get(page) ?? page, article });
  return { pages: plain.map((page) => made.get(page) ?? page), duplicates: duplicates.map((one) => ({ ...one, first: there(one.first), second: there(one.second) })) };
}

/** Parts tied by sure links are one article; it begins where no link arrives. */
function articlesOf(pages: readonly IssuePage[], links: readonly JumpLink[]): IssueArticle[] {
  const next = new Map(links.filter(({ sure }) => sure).map(({ from, to }) => [from.article, to]));
  const arrived = new Set([...next.values()].map(({ article }) => article));
  const done = new Set<unknown>();
  const articles: IssueArticle[] = [];
  const follow = (part: Part): void => {
    const parts: Part[] = [];
    for (let at: Part | undefined = part; at !== undefined && !done.has(at.article); at = next.get(at.article)) {
      done.add(at.article);
      parts.push(at);
    }
    if (parts.length > 0) articles.push({ title: parts.find(({ article }) => article.title !== '')?.article.title ?? '', parts });
  };
  const all = partsOf(pages);
  for (const part of all) if (!arrived.has(part.article)) follow(part);
  // Jump lines that lead round in a circle have no beginning; each is begun at its first page.
  for (const part of all) follow(part);
  return articles;
}

/** Adds to each issue the texts that stand in an earlier one of the list, too. */
function acrossIssues(issues: readonly Issue[]): Issue[] {
  if (issues.length < 2) return [...issues];
  const home = new Map(issues.flatMap((issue) => issue.pages.map((page) => [page, issue] as const)));
  const known = new Set(issues.flatMap(({ duplicates }) => duplicates.map(({ second }) => second.article)));
  const all = duplicatesOf(issues.flatMap(({ pages }) => partsOf(pages)).filter(({ article }) => !known.has(article)));
  return issues.map((issue) => {
    const more = all.filter(({ second }) => home.get(second.page) === issue);
    if (more.length === 0) return issue;
    const duplicates = [...issue.duplicates, ...more];
    return { ...issue, duplicates, findings: issueFindings(issue.pages, issue.links, duplicates) };
  });
}
