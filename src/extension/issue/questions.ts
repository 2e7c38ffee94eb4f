import * as vscode from 'vscode';
import type { Issue, JumpFacts, JumpLink, Part, Span } from '../../core';
import { toRange } from '../places';
import type { IssueIndex } from './issueIndex';

/** What stands at a place of a file: its article on that page, its issue, and the jump line there, if one is. */
export interface Asked {
  readonly issue: Issue;
  readonly part: Part;
  readonly jump?: JumpFacts;
  /** Whether the place is in the headline, or what stands for it. */
  readonly onName: boolean;
}

const touches = ([start, end]: Span, offset: number): boolean => start <= offset && offset <= end;

/** What is asked about at a place; `undefined` where no article of an issue stands. */
export function askedAt(index: IssueIndex, issues: readonly Issue[], uri: vscode.Uri, offset: number): Asked | undefined {
  for (const issue of issues) {
    for (const page of issue.pages) {
      if (index.uriOf(page).toString() !== uri.toString() || !touches(page.facts.span, offset)) continue;
      const article = page.facts.articles.find(({ covers }) => covers.some((span) => touches(span, offset)));
      if (!article) continue;
      const jump = article.jumps.find(({ span }) => touches(span, offset));
      return { issue, part: { page, article }, ...(jump && { jump }), onName: touches(article.name, offset) && article.title !== '' };
    }
  }
  return undefined;
}

/** All parts of the article that a part belongs to, in reading order. */
export function partsWith({ issue, part }: Asked): readonly Part[] {
  return issue.articles.find(({ parts }) => parts.some(({ article }) => article === part.article))?.parts ?? [part];
}

/** Where a jump line leads: to the one other part that is sure, else to all that may be it, best first. */
export function linksFrom({ issue, jump }: Asked): readonly JumpLink[] {
  if (!jump) return [];
  const links = issue.links.filter(({ leaving, arriving }) => leaving === jump || arriving === jump);
  const sure = links.filter((link) => link.sure);
  return sure.length > 0 ? sure : [...links].sort((a, b) => b.confidence - a.confidence);
}

/** The part on the other side of a link. */
export function otherEnd({ from, to }: JumpLink, { article }: Part): Part {
  return from.article === article ? to : from;
}

/** The part's place in its document: its headline (or first words), and all of the passage it stands in. */
export async function placeOf(index: IssueIndex, { page, article }: Part): Promise<{ readonly document: vscode.TextDocument; readonly name: vscode.Range; readonly whole: vscode.Range }> {
  const document = await vscode.workspace.openTextDocument(index.uriOf(page));
  const last = article.covers[article.covers.length - 1] ?? article.name;
  return { document, name: toRange(document, article.name), whole: toRange(document, [article.name[0], Math.max(article.name[1], last[1])]) };
}
