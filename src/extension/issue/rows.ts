import { byPageLabel, percent, sayIssue, type Issue, type IssueFinding, type IssuePage, type IssueReason, type JumpLink, type Language, type Part, type Span } from '../../core';
import { excerpt } from '../excerpt';
import { translate } from '../translate';

export type IssueRowKind = 'issue' | 'page' | 'missing' | 'article' | 'later' | 'part' | 'offer' | 'copies' | 'copy';

/** A row of the tree of issues, free of VS Code. */
export interface IssueRow {
  readonly id: string;
  readonly kind: IssueRowKind;
  readonly label: string;
  readonly description: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** Why it says so, for the tooltip. */
  readonly details: readonly string[];
  /** What a click shows. */
  readonly page?: IssuePage;
  readonly span?: Span;
  /** The issue it stands for or belongs to, and the article it stands for: what can be exported. */
  readonly issue?: Issue;
  readonly part?: Part;
  /** The link it stands for, of which an editor may decide. */
  readonly link?: JumpLink;
  readonly reviewed: boolean;
  readonly children: readonly IssueRow[];
}

export interface IssueRowSource {
  readonly issues: readonly Issue[];
  readonly reviewedIn: (page: IssuePage) => readonly string[];
  readonly language: Language;
}

/** The rows of all issues: their pages in order, what is missing in its place, and at the end what stands twice. */
export function issueRows(source: IssueRowSource): readonly IssueRow[] {
  return source.issues.map((issue) => new Rows(source, issue).issue());
}

class Rows {
  readonly #reviewed = new Map<IssuePage, ReadonlySet<string>>();

  constructor(
    private readonly source: IssueRowSource,
    private readonly model: Issue,
  ) {}

  issue(): IssueRow {
    const { pages, missing, duplicates, id } = this.model;
    const rows: { readonly label: string | undefined; readonly row: IssueRow }[] = [
      ...pages.map((page) => ({ label: page.label, row: this.#page(page) })),
      ...missing.map(({ labels, why }) => ({ label: labels[0], row: this.#missing(labels, why) })),
    ];
    // The missing ones go where they would stand.
    const children = rows.sort((a, b) => inOrder(a.label, b.label)).map(({ row }) => row);
    if (duplicates.length > 0) children.push(this.#copies());
    const counted = pages.filter(({ copyOf }) => copyOf === undefined);
    const description = [
      this.#progress(counted),
      this.#count(pages.length, '{0} page', '{0} pages'),
    ].filter((part) => part !== '').join(' · ');
    return row('issue', `issue/${id}`, issueName(this.model, this.source.language), { description, children, issue: this.model });
  }

  #page(page: IssuePage): IssueRow {
    const { language } = this.source;
    const name = pageName(page, language);
    const label = page.section === undefined ? name : `${name} · ${page.section}`;
    const children = page.facts.articles.map((article) => this.#article({ page, article }));
    const copy = page.copyOf === undefined ? '' : translate(language, 'the same as {0}', fileName(page.copyOf));
    const details = [
      fileName(page),
      page.named === undefined ? '' : translate(language, 'The file’s name says page {0}; the folio is believed.', page.named),
    ].filter((line) => line !== '');
    return row('page', `page/${page.file.name}/${String(page.facts.span[0])}`, label, {
      description: copy || this.#progress([page]), children, details, page, span: [page.facts.span[0], page.facts.span[0]],
      reviewed: children.length > 0 && children.every(({ reviewed }) => reviewed),
    });
  }

  #missing(labels: readonly string[], why: readonly IssueReason[]): IssueRow {
    const { language } = this.source;
    const [first = '', last = first] = [labels[0], labels[labels.length - 1]];
    const label = labels.length > 1 ? translate(language, 'Pages {0} to {1} are missing', first, last) : translate(language, 'Page {0} is missing', first);
    const details = why.map((reason) => sayIssue(reason, language));
    return row('missing', `missing/${this.model.id}/${first}`, label, { description: details[0] ?? '', details });
  }

  #article(part: Part): IssueRow {
    const { language } = this.source;
    const { links, findings, articles, duplicates } = this.model;
    const { page, article } = part;
    const sure = links.filter((link) => link.sure);
    const goes = sure.find(({ from }) => from.article === article);
    const comes = sure.find(({ to }) => to.article === article);
    const said = findings.filter(({ at }) => at.article === article);
    const parts = articles.find((one) => one.parts.some((other) => other.article === article))?.parts ?? [];
    const children = [
      ...parts.filter((other) => other.article !== article).map((other) => this.#part(other, part)),
      ...links.filter((link) => !link.sure && (link.from.article === article || link.to.article === article)).map((link) => this.#offer(link, part)),
      ...duplicates.flatMap((one) => (one.first.article === article ? [one.second] : one.second.article === article ? [one.first] : [])).map((other) => this.#copy(other, 'of', part)),
    ];
    const description = [
      comes === undefined ? '' : translate(language, '← p. {0}', comes.from.page.label ?? '?'),
      goes === undefined ? '' : translate(language, '→ p. {0}', goes.to.page.label ?? '?'),
      ...said.filter(({ code }) => code !== 'duplicate-text').map((finding) => shortly(finding, language)),
      children.some(({ kind }) => kind === 'copy') ? translate(language, 'stands twice') : '',
    ].filter((word) => word !== '').join(' · ');
    const details = said.flatMap(({ message, why }) => [sayIssue(message, language), ...why.map((reason) => sayIssue(reason, language))]);
    const reviewed = this.#isReviewed(part);
    return row(comes === undefined ? 'article' : 'later', `article/${page.file.name}/${article.id}/${article.title}`, nameOfArticle(part, language), {
      description, details, page, span: article.name, reviewed, children, issue: this.model, part, spokenToo: reviewed ? [translate(language, 'Reviewed')] : [],
    });
  }

  #part(part: Part, of: Part): IssueRow {
    const { language } = this.source;
    const link = this.model.links.find(({ from, to, sure }) => sure && [from.article, to.article].includes(part.article) && [from.article, to.article].includes(of.article));
    return row('part', `part/${keyOf(of)}/${keyOf(part)}`, `${pageName(part.page, language)} · ${nameOfArticle(part, language)}`, {
      description: link === undefined ? '' : percent(link.confidence), details: link?.why.map((reason) => sayIssue(reason, language)) ?? [], page: part.page, span: part.article.name, ...(link && { link }),
    });
  }

  #offer(link: JumpLink, of: Part): IssueRow {
    const { language } = this.source;
    const other = link.from.article === of.article ? link.to : link.from;
    return row('offer', `offer/${keyOf(of)}/${keyOf(other)}`, translate(language, 'Perhaps {0} · {1}', pageName(other.page, language), nameOfArticle(other, language)), {
      description: percent(link.confidence), details: link.why.map((reason) => sayIssue(reason, language)), page: other.page, span: other.article.name, link,
    });
  }

  #copies(): IssueRow {
    const { language } = this.source;
    const { duplicates, id } = this.model;
    return row('copies', `copies/${id}`, translate(language, 'Texts that stand twice'), {
      description: String(duplicates.length), children: duplicates.map(({ second }) => this.#copy(second, 'all')),
    });
  }

  #copy(part: Part, id: string, of?: Part): IssueRow {
    const { language } = this.source;
    const { page, article } = part;
    const one = this.model.duplicates.find(({ first, second }) => (of === undefined ? second.article === article : [first.article, second.article].includes(article) && [first.article, second.article].includes(of.article)));
    const details = one?.why.map((reason) => sayIssue(reason, language)) ?? [];
    const first = one === undefined || of !== undefined ? '' : ` = ${pageName(one.first.page, language)}`;
    const label = of === undefined ? nameOfArticle(part, language) : translate(language, 'Also on {0} · {1}', pageName(page, language), fileName(page));
    return row('copy', `copy/${id}/${of === undefined ? '' : keyOf(of)}/${keyOf(part)}`, label, {
      description: of === undefined ? `${pageName(page, language)}${first}` : one === undefined ? '' : percent(one.share), details, page, span: article.name,
    });
  }

  #progress(pages: readonly IssuePage[]): string {
    const parts = pages.flatMap((page) => page.facts.articles.map((article) => ({ page, article })));
    const done = parts.filter((part) => this.#isReviewed(part)).length;
    return parts.length === 0 ? '' : translate(this.source.language, '{0}/{1} reviewed', done, parts.length);
  }

  #isReviewed({ page, article }: Part): boolean {
    let known = this.#reviewed.get(page);
    if (known === undefined) this.#reviewed.set(page, (known = new Set(this.source.reviewedIn(page))));
    return known.has(article.id);
  }

  #count(count: number, one: '{0} page', many: '{0} pages'): string {
    return translate(this.source.language, count === 1 ? one : many, count);
  }
}

/** 澜川日报 2024-09-27; the folder where neither is known. */
export function issueName({ paper, date, folder }: Issue, language: Language): string {
  return excerpt([paper, date].filter((part) => part !== undefined).join(' ') || folder.slice(folder.lastIndexOf('/') + 1), 120) || translate(language, 'Issue');
}

export function pageName({ label, file }: IssuePage, language: Language): string {
  return label === undefined ? excerpt(file.name.slice(file.name.lastIndexOf('/') + 1), 120) : translate(language, 'Page {0}', label);
}

export function nameOfArticle({ article }: Part, language: Language): string {
  return excerpt(article.title, 120) || excerpt(article.beginning, 24) || translate(language, 'No headline');
}

function shortly({ code, at, span }: IssueFinding, language: Language): string {
  const jump = at.article.jumps.find((one) => one.span[0] === span[0]);
  const label = jump?.page ?? '?';
  const arrow = jump?.direction === 'from' ? translate(language, '← p. {0}', label) : translate(language, '→ p. {0}', label);
  return code === 'missing-page' ? translate(language, '{0}, missing', arrow) : `${arrow}?`;
}

const fileName = ({ file }: IssuePage): string => file.name.slice(file.name.lastIndexOf('/') + 1);

const keyOf = ({ page, article }: Part): string => `${page.file.name}/${article.id}`;

/** What has no label comes last. */
function inOrder(a: string | undefined, b: string | undefined): number {
  return a === undefined || b === undefined ? Number(a === undefined) - Number(b === undefined) : byPageLabel(a, b);
}

type Extras = Partial<Omit<IssueRow, 'id' | 'kind' | 'label' | 'spoken'>> & { readonly spokenToo?: readonly string[] };

function row(kind: IssueRowKind, id: string, label: string, { spokenToo = [], ...extras }: Extras): IssueRow {
  const spoken = [label, extras.description ?? '', ...spokenToo].filter((part) => part !== '').join(', ');
  return { kind, id, label, description: '', spoken, details: [], reviewed: false, children: [], ...extras };
}
