import * as vscode from 'vscode';
import {
  articleAt, giveRole, joinPieces, movePieces, nameSpan, placesIn, placesOf, sliceSpan, splitArticle, splitParagraph,
  type Article, type DecidedRole, type Decision, type Page, type Span,
} from '../../core';
import { registerCommand } from '../command';
import { pageOf } from '../commands';
import { language } from '../configuration';
import type { Again } from '../edits';
import { excerpt } from '../excerpt';
import { toSpan } from '../places';
import type { Services } from '../services';
import { inList } from '../plain';
import { translate } from '../translate';
import { lineWords } from './choose';
import { reviewedArticles } from './reviewed';
import { roleItems } from './roles';

/** Where a gesture was made: the page and the selection in the active editor. */
interface Gesture {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly page: Page;
  readonly selection: Span;
}

/** The commands by which an editor says how a page is to be read, at the cursor or the selection. The text stays as it is. */
export function registerGestures(services: Services): vscode.Disposable {
  const { log } = services;
  const gesture = (decide: (made: Gesture) => readonly Decision[] | Promise<readonly Decision[]>) => {
    const run = async (): Promise<boolean> => {
      const made = await gestureNow(services);
      return decided(services, made, await decide(made), run);
    };
    return run;
  };
  const role = (given: DecidedRole) => gesture((made) => rolesFor(made, given));
  return vscode.Disposable.from(
    registerCommand(log, 'restitch.splitParagraph', gesture(({ page, selection }) => (placesIn(page, [selection[0], selection[0]]).length > 0 ? splitParagraph(selection[0]) : []))),
    registerCommand(log, 'restitch.splitArticle', gesture(({ page, selection }) => beginningAt(page, selection[0]).flatMap(splitArticle))),
    registerCommand(log, 'restitch.joinNext', gesture(({ page, selection }) => joinNext(page, selection))),
    registerCommand(log, 'restitch.makeRole', gesture(async (made) => {
      const picked = await vscode.window.showQuickPick(roleItems(language()), { title: translate(language(), 'What is this?') });
      return picked === undefined ? [] : rolesFor(made, picked.role);
    })),
    registerCommand(log, 'restitch.makeHeadline', role('headline')),
    registerCommand(log, 'restitch.makeKicker', role('kicker')),
    registerCommand(log, 'restitch.makeDeck', role('deck')),
    registerCommand(log, 'restitch.makeSubhead', role('subhead')),
    registerCommand(log, 'restitch.makeStandingHead', role('standingHead')),
    registerCommand(log, 'restitch.makeCaption', role('caption')),
    registerCommand(log, 'restitch.makeFurniture', role('furniture')),
    registerCommand(log, 'restitch.makeBody', role('body')),
    registerCommand(log, 'restitch.moveToArticle', (_: unknown, article: unknown) => moveToArticle(services, article)),
    registerCommand(log, 'restitch.markReviewed', (_: unknown, article: unknown) => markReviewed(services, article)),
  );
}

/**
 * The gesture that a command means.
 * @throws Error where no page is shown
 */
export async function gestureNow(services: Services): Promise<Gesture> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new Error(translate(language(), 'no plain text or Markdown file is open.'));
  const { document } = editor;
  const page = await pageOf(services, document);
  // Behind the wait: what was selected before it may have moved since.
  return { document, version: document.version, page, selection: toSpan(document, editor.selection) };
}

/** Decides, and says so where that changes nothing or is contradicted by what was decided before. */
async function decided(services: Services, { document, version }: Gesture, decisions: readonly Decision[], again: Again): Promise<boolean> {
  if (decisions.length === 0) {
    void vscode.window.showInformationMessage(translate(language(), 'There is nothing here that this could be done to.'));
    return false;
  }
  if (!(await services.decisions.decide(document, decisions, version, again))) return false;
  const page = await services.analyses.whole(document);
  const unmet = page?.unmet.some((one) => decisions.some((decision) => JSON.stringify(decision) === JSON.stringify(one))) === true;
  if (unmet) void vscode.window.showWarningMessage(translate(language(), 'This is remembered, but the page cannot follow it: something else that was decided speaks against it.'));
  return !unmet;
}

/** The lines of the selection, each of which gets the role. */
function rolesFor({ document, selection }: Gesture, role: DecidedRole): readonly Decision[] {
  const first = document.positionAt(selection[0]).line;
  const last = document.positionAt(selection[1]);
  // A selection of whole lines ends at the beginning of the one behind them.
  const end = last.line > first && last.character === 0 ? last.line - 1 : last.line;
  const spans: Span[] = [];
  for (let number = first; number <= end; number++) {
    const line = document.lineAt(number);
    if (line.isEmptyOrWhitespace) continue;
    const start = document.offsetAt(line.range.start);
    spans.push([start + line.firstNonWhitespaceCharacterIndex, start + line.text.trimEnd().length]);
  }
  return spans.flatMap((span) => giveRole(span, role));
}

function joinNext(page: Page, selection: Span): readonly Decision[] {
  const places = placesOf(page);
  const [here] = placesIn(page, [selection[0], selection[0]]);
  const next = here && places[places.findIndex(({ span }) => span[0] === here.span[0]) + 1];
  return here && next ? joinPieces(here.span, next.span) : [];
}

/** Where an article could begin: with the headline or the piece at the cursor. */
function beginningAt(page: Page, offset: number): number[] {
  const heads = page.articles.flatMap(({ headline, standingHead }) => [...headline, ...standingHead]);
  const head = heads.find(([start, end]) => start <= offset && offset <= end);
  if (head) return [head[0]];
  return placesIn(page, [offset, offset]).map(({ span }) => span[0]);
}

async function moveToArticle(services: Services, wanted: unknown): Promise<boolean> {
  const made = await gestureNow(services);
  const { page, document, selection } = made;
  const pieces = placesIn(page, selection);
  const homes = page.articles.filter((article) => pieces.some((piece) => piece.article !== article));
  const target = homes.find(({ id }) => id === wanted) ?? (pieces.length > 0 ? await askForArticle(document, homes) : undefined);
  if (pieces.length > 0 && target === undefined) return false;
  return decided(services, made, target === undefined ? [] : movePieces(page, pieces.map(({ span }) => span), target), () => moveToArticle(services, wanted));
}

async function askForArticle(document: vscode.TextDocument, articles: readonly Article[]): Promise<Article | undefined> {
  const tongue = language();
  const text = document.getText();
  const items = articles.flatMap((article) => {
    const span = nameSpan(article);
    return span === undefined ? [] : [{ article, label: inList(excerpt(article.title || sliceSpan(text, span), 80)), description: lineWords(document, span[0], tongue) }];
  });
  const picked = await vscode.window.showQuickPick(items, { title: translate(tongue, 'To which article does this belong?'), matchOnDescription: true });
  return picked?.article;
}

/** Marks the article at the cursor, or the one named, as reviewed; one that is reviewed is not any more. */
async function markReviewed(services: Services, wanted: unknown): Promise<boolean> {
  const { decisions, active } = services;
  const document = vscode.window.activeTextEditor?.document ?? active.document;
  if (!document) throw new Error(translate(language(), 'no plain text or Markdown file is open.'));
  const page = await pageOf(services, document);
  const editor = vscode.window.activeTextEditor;
  const article = page.articles.find(({ id }) => id === wanted) ?? (editor && articleAt(page, document.offsetAt(editor.selection.active)));
  const span = article && nameSpan(article);
  if (!article || !span) {
    void vscode.window.showInformationMessage(translate(language(), 'There is nothing here that this could be done to.'));
    return false;
  }
  const known = reviewedArticles(page, decisions.placing(document)).get(article.id);
  if (known) await decisions.forget(document, known);
  else await decisions.remember(document, { kind: 'reviewed' }, [span]);
  const name = inList(excerpt(article.title || sliceSpan(page.text, span), 20));
  void vscode.window.setStatusBarMessage(translate(language(), known ? '“{0}” is not reviewed any more.' : '“{0}” is reviewed.', name), 4000);
  return !known;
}
