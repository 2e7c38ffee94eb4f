import * as vscode from 'vscode';
import {
  accept, giveRole, joinPieces, keepApart, movePieces, placesOf, sliceSpan, strayPieces,
  type Decision, type Doubt, type Language, type Page, type Seam, type Span,
} from '../../core';
import { language } from '../configuration';
import { excerpt } from '../excerpt';
import { plainItem } from '../plain';
import { translate } from '../translate';
import type { Sides } from './marks';
import { jointOf, percentOf, questionOf, reasonsOf } from './words';
import { roleItems } from './roles';

/** What was chosen. */
export interface Choice {
  readonly decisions: readonly Decision[];
}

interface Item extends vscode.QuickPickItem {
  readonly choice?: Choice;
  /** What the text shows while the item is looked at. */
  readonly sides?: Sides;
}

/**
 * Asks for the answer to a doubt among all that could be one, the likeliest first.
 * @param look called with what to show in the text while an item is looked at
 * @returns `undefined` where nothing was chosen
 */
export async function chooseFor(page: Page, document: vscode.TextDocument, doubt: Doubt, look: (sides: Sides) => void): Promise<Choice | undefined> {
  const tongue = language();
  return ask(itemsFor(page, document, doubt, tongue), questionOf(doubt, tongue), look);
}

function itemsFor(page: Page, document: vscode.TextDocument, doubt: Doubt, tongue: Language): Item[] {
  if (doubt.kind === 'headline') return roleItems(tongue).map(({ role, ...item }) => ({ ...item, choice: { decisions: giveRole(doubt.span, role) } }));
  if (doubt.kind === 'move') return homes(page, doubt, tongue);
  const left = doubt.kind === 'join' ? doubt.left : doubt.span;
  return [
    ...(doubt.kind === 'join' ? continuations(page, document, doubt, tongue) : []),
    { label: translate(tongue, 'Nothing: the paragraph ends here'), iconPath: new vscode.ThemeIcon('stop-circle'), choice: { decisions: endsHere(doubt) }, sides: { left } },
    ...others(page, document, doubt, left, tongue),
  ];
}

/** What the engine thinks of, with its reasons. */
function continuations(page: Page, document: vscode.TextDocument, { left, right, seam }: Extract<Doubt, { kind: 'join' }>, tongue: Language): Item[] {
  const candidates: { readonly span: Span; readonly of: Pick<Seam, 'confidence' | 'why'> }[] = [
    { span: right, of: seam },
    ...seam.candidates.map((candidate) => ({ span: candidate.span, of: candidate })),
  ];
  return candidates.map(({ span, of }) => ({
    label: jointOf(page.text, left, span),
    description: `${lineWords(document, span[0], tongue)} · ${percentOf(of.confidence)}`,
    detail: reasonsOf(of, tongue),
    iconPath: new vscode.ThemeIcon('link'),
    choice: { decisions: joinPieces(left, span) },
    sides: { left, right: span, sureness: percentOf(of.confidence) },
  }));
}

/** Every other passage of the page, in the order of the text. */
function others(page: Page, document: vscode.TextDocument, doubt: Doubt, left: Span, tongue: Language): Item[] {
  const known = new Set(doubt.kind === 'join' ? [doubt.right[0], ...doubt.seam.candidates.map(({ span }) => span[0])] : []);
  const places = placesOf(page).filter(({ span }) => span[0] !== left[0] && !known.has(span[0]));
  if (places.length === 0) return [];
  return [
    { label: translate(tongue, 'Other passages'), kind: vscode.QuickPickItemKind.Separator },
    ...places.map(({ span, article }): Item => ({
      label: excerpt(sliceSpan(page.text, span), 24),
      description: [lineWords(document, span[0], tongue), excerpt(article.title, 16)].filter((part) => part !== '').join(' · '),
      choice: { decisions: joinPieces(left, span) },
      sides: { left, right: span },
    })),
  ];
}

/** The articles to which a stray passage may belong. */
function homes(page: Page, doubt: Extract<Doubt, { kind: 'move' }>, tongue: Language): Item[] {
  const { article, right, left, seam } = doubt;
  const pieces = strayPieces(article, right);
  const title = (words: string): string => excerpt(words, 80) || translate(tongue, 'No headline');
  return [
    {
      label: title(article.title), description: percentOf(seam.confidence), detail: reasonsOf(seam, tongue), iconPath: new vscode.ThemeIcon('link'),
      choice: { decisions: accept(doubt) }, sides: { left, right, sureness: percentOf(seam.confidence) },
    },
    {
      label: translate(tongue, 'None: an article of its own begins here'), iconPath: new vscode.ThemeIcon('stop-circle'),
      choice: { decisions: [...keepApart(left, right, 'follow'), { kind: 'begin', at: right[0] }] }, sides: { left: right },
    },
    ...page.articles.filter((one) => one !== article).map((one): Item => ({
      label: title(one.title),
      choice: { decisions: movePieces(page, pieces, one) },
      ...(one.headline[0] === undefined ? {} : { sides: { left: one.headline[0], right } }),
    })),
  ];
}

/** None of the candidates, and no question about it any more. */
function endsHere(doubt: Extract<Doubt, { kind: 'join' | 'open' }>): readonly Decision[] {
  if (doubt.kind === 'open') return accept(doubt);
  const { left, right, seam } = doubt;
  const apart = [right, ...seam.candidates.map(({ span }) => span)].flatMap((span) => keepApart(left, span, 'join'));
  return [...apart, { kind: 'ignore', code: 'split-paragraph', span: left }];
}

export function lineWords(document: vscode.TextDocument, offset: number, tongue: Language): string {
  return translate(tongue, 'line {0}', document.positionAt(offset).line + 1);
}

function ask(items: readonly Item[], title: string, look: (sides: Sides) => void): Promise<Choice | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.items = items.map(plainItem);
  pick.title = title;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  return new Promise((resolve) => {
    const subscriptions = vscode.Disposable.from(
      pick,
      pick.onDidChangeActive(([item]) => {
        if (item?.sides) look(item.sides);
      }),
      pick.onDidAccept(() => {
        resolve(pick.selectedItems[0]?.choice);
        pick.hide();
      }),
      pick.onDidHide(() => {
        resolve(undefined);
        subscriptions.dispose();
      }),
    );
    pick.show();
  });
}
