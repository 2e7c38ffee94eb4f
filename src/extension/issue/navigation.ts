import * as vscode from 'vscode';
import { articleAt, percent, sayIssue, type Page, type Part } from '../../core';
import { language } from '../configuration';
import { escapeMarkdown } from '../markdown';
import { toRange } from '../places';
import { languages } from '../recognise';
import type { Services } from '../services';
import { translate } from '../translate';
import type { IssueIndex } from './issueIndex';
import { askedAt, linksFrom, otherEnd, partsWith, placeOf, type Asked } from './questions';
import { nameOfArticle, pageName } from './rows';

/**
 * Go to Definition leads from a jump line to the other part of its article, and from a headline to all other parts; Find All
 * References lists the parts, whatever files they stand in. A hover says which part that is, how sure it is and why.
 */
export function registerIssueNavigation({ analyses }: Services, index: IssueIndex): vscode.Disposable {
  const asked = async (document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<Asked | undefined> => {
    const { version } = document;
    const offset = document.offsetAt(position);
    const page = document.isUntitled ? undefined : await analyses.page(document, token);
    // What has no jump line is all here: no other file is read for it.
    if (!page || token.isCancellationRequested || !jumps(page, offset)) return undefined;
    const issues = await index.around(document.uri, token);
    // Places of another version are not those of this one.
    return document.version === version ? askedAt(index, issues, document.uri, offset) : undefined;
  };
  const definitions: vscode.DefinitionProvider = {
    async provideDefinition(document, position, token) {
      const at = await asked(document, position, token);
      if (!at) return undefined;
      const there = at.jump ? linksFrom(at).map((link) => otherEnd(link, at.part)) : at.onName ? partsWith(at).filter(({ article }) => article !== at.part.article) : [];
      const origin = toRange(document, at.jump ? at.jump.span : at.part.article.name);
      return Promise.all(there.map((part) => linkTo(index, part, origin)));
    },
  };
  const references: vscode.ReferenceProvider = {
    async provideReferences(document, position, _context, token) {
      const at = await asked(document, position, token);
      // The fragments on this page are listed already.
      const others = at ? partsWith(at).filter(({ article }) => article !== at.part.article) : [];
      return Promise.all(others.map(async (part) => {
        const { document: there, name } = await placeOf(index, part);
        return new vscode.Location(there.uri, name);
      }));
    },
  };
  const hover: vscode.HoverProvider = {
    // A hover asks nothing of its own: where the issue is not known yet, it is silent.
    provideHover(document, position) {
      const at = askedAt(index, index.known(document.uri), document.uri, document.offsetAt(position));
      return at?.jump && index.isFresh(document.uri) ? hoverFor(document, at) : undefined;
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider([...languages], definitions),
    vscode.languages.registerReferenceProvider([...languages], references),
    vscode.languages.registerHoverProvider([...languages], hover),
  );
}

/** Whether the article at a place has a jump line. */
function jumps(page: Page, offset: number): boolean {
  const article = articleAt(page, offset);
  return article !== undefined && (article.jump !== undefined || page.findings.some((finding) => finding.code === 'jump-line' && finding.article === article.id));
}

async function linkTo(index: IssueIndex, part: Part, originSelectionRange: vscode.Range): Promise<vscode.LocationLink> {
  const { document, name, whole } = await placeOf(index, part);
  return { originSelectionRange, targetUri: document.uri, targetRange: whole, targetSelectionRange: name };
}

/** Where a jump line leads, how sure that is, and why; or what is missing. */
function hoverFor(document: vscode.TextDocument, at: Asked): vscode.Hover | undefined {
  const tongue = language();
  const finding = at.issue.findings.find(({ span, at: { article } }) => article === at.part.article && span === at.jump?.span);
  const [link] = linksFrom(at);
  const lines: string[] = [];
  if (link?.sure === true) {
    const other = otherEnd(link, at.part);
    const words = at.jump?.direction === 'to' ? translate(tongue, 'Goes on: {0} · {1}', pageName(other.page, tongue), nameOfArticle(other, tongue)) : translate(tongue, 'Comes from: {0} · {1}', pageName(other.page, tongue), nameOfArticle(other, tongue));
    lines.push(`**${escapeMarkdown(words)}** (${percent(link.confidence)})`);
  } else if (finding) lines.push(`**${escapeMarkdown(sayIssue(finding.message, tongue))}**`);
  else return undefined;
  const why = link?.sure === true ? link.why : (finding?.why ?? []);
  if (why.length > 0) lines.push(why.map((reason) => `- ${escapeMarkdown(sayIssue(reason, tongue))}`).join('\n'));
  return new vscode.Hover(new vscode.MarkdownString(lines.join('\n\n')), at.jump && toRange(document, at.jump.span));
}
