import * as vscode from 'vscode';
import { normalise, normalKinds, NORMAL_FORMS, type Language, type NormalEdit, type NormalKind, type Page, type Span } from '../core';
import { VersionedAction } from './codeActions';
import { registerCommand } from './command';
import { documentOf, pageOf } from './commands';
import { language } from './configuration';
import { applyVersioned } from './edits';
import { toSpan } from './places';
import { languages } from './recognise';
import type { Services } from './services';
import { inList } from './plain';
import { translate, translateCount, type Text } from './translate';

/** For `editor.codeActionsOnSave` and for *Source Action…*. */
export const normaliseKind = vscode.CodeActionKind.Source.append('normalise').append('restitch');

/** Characters shown around a change. */
const around = 6;

const kindNames: Readonly<Record<NormalKind, Text>> = {
  markup: 'Left by a program: bold marks, tags, formulas',
  punctuation: 'Full-width punctuation',
  quotes: 'Curly quotation marks',
  forms: 'Ellipses and dashes',
  spaces: 'Stray spaces',
};

/** Normalising on request: a command that shows first what it would do, a source action, and a quick fix on a selection. */
export function registerNormalise(services: Services): vscode.Disposable {
  const { log } = services;
  return vscode.Disposable.from(
    registerCommand(log, 'restitch.normalise', (source: unknown, kinds: unknown) => run(services, source, kinds)),
    vscode.languages.registerCodeActionsProvider([...languages], new NormaliseProvider(services), {
      providedCodeActionKinds: [normaliseKind, vscode.CodeActionKind.QuickFix],
    }),
  );
}

/** Offers to normalise the whole page where that kind of action is asked for, and the selection where there is one. */
export class NormaliseProvider implements vscode.CodeActionProvider {
  constructor(private readonly services: { readonly analyses: Pick<Services['analyses'], 'page' | 'whole'> }) {}

  async provideCodeActions(document: vscode.TextDocument, range: vscode.Range, { only }: vscode.CodeActionContext, token: vscode.CancellationToken): Promise<vscode.CodeAction[]> {
    // A source action shows in every light bulb unless it is asked for by kind.
    const wholePage = only?.contains(normaliseKind) === true;
    const selection = !range.isEmpty && (!only || only.contains(vscode.CodeActionKind.QuickFix));
    if (!wholePage && !selection) return [];
    const page = await (wholePage ? this.services.analyses.whole(document, token) : this.services.analyses.page(document, token));
    if (!page || token.isCancellationRequested) return [];
    const edits = normalise(page, normalKinds);
    const chosen = selection ? within(edits, toSpan(document, range)) : [];
    const actions: vscode.CodeAction[] = [];
    if (wholePage && edits.length > 0) {
      actions.push(new VersionedAction(translate(language(), 'Normalise punctuation and spaces'), normaliseKind, document, document.version, edits, NORMAL_FORMS));
    }
    if (chosen.length > 0) {
      const title = translateCount(language(), chosen.length, 'Normalise the selection ({0} place)', 'Normalise the selection ({0} places)');
      actions.push(new VersionedAction(title, vscode.CodeActionKind.QuickFix, document, document.version, chosen, NORMAL_FORMS));
    }
    return actions;
  }

  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    return action instanceof VersionedAction ? action.prepare() : action;
  }
}

/** The edits inside a span; half a pair of brackets is no edit. */
export function within(edits: readonly NormalEdit[], [start, end]: Span): readonly NormalEdit[] {
  const inside = (span: Span): boolean => start <= span[0] && span[1] <= end;
  return edits.filter(({ span, partner }) => inside(span) && (partner === undefined || inside(partner)));
}

/** The command: counts what each kind would change, asks which are wanted, and changes them as one undo step. */
async function run(services: Services, source: unknown, asked: unknown): Promise<number> {
  const tongue = language();
  const document = await documentOf(services, source);
  const page = await pageOf(services, document);
  const version = document.version;
  const all = normalise(page, normalKinds);
  if (all.length === 0) {
    void vscode.window.showInformationMessage(translate(tongue, 'Nothing to normalise.'));
    return 0;
  }
  const kinds = areKinds(asked) ? asked : await ask(page, all, tongue);
  if (!kinds) return 0;
  // What one kind changes depends on which others are wanted.
  const edits = normalise(page, kinds);
  if (edits.length === 0 || !(await applyVersioned(document, version, edits, NORMAL_FORMS, () => run(services, document.uri, kinds)))) return 0;
  void vscode.window.showInformationMessage(translateCount(tongue, edits.length, 'Normalised {0} place.', 'Normalised {0} places.'));
  return edits.length;
}

async function ask(page: Page, edits: readonly NormalEdit[], tongue: Language): Promise<readonly NormalKind[] | undefined> {
  const items = normalKinds.flatMap((kind) => {
    const these = edits.filter((edit) => edit.kind === kind);
    const [first] = these;
    if (!first) return [];
    const description = translateCount(tongue, these.length, '{0} place', '{0} places');
    return [{ label: translate(tongue, kindNames[kind]), description, detail: inList(example(page.text, first)), picked: true, normal: kind }];
  });
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: translate(tongue, 'Normalise punctuation and spaces'),
    placeHolder: translate(tongue, 'What shall be changed? One undo step takes it back.'),
  });
  return chosen?.map(({ normal }) => normal);
}

/** `试运行以来, → 试运行以来，` */
function example(text: string, { span, newText }: NormalEdit): string {
  const [before = ''] = text.slice(Math.max(0, span[0] - around), span[0]).split(/[\r\n]/).slice(-1).map((line) => line.replace(/^[\udc00-\udfff]/, ''));
  const [behind = ''] = text.slice(span[1], span[1] + around).split(/[\r\n]/, 1).map((line) => line.replace(/[\ud800-\udbff]$/, ''));
  return `${before}${text.slice(...span)}${behind} → ${before}${newText}${behind}`;
}

function areKinds(value: unknown): value is readonly NormalKind[] {
  return Array.isArray(value) && value.every((kind) => (normalKinds as readonly unknown[]).includes(kind));
}
