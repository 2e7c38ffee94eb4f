import * as vscode from 'vscode';
import { say, sliceSpan, type Finding, type FindingCode, type PlacedEntry } from '../../core';
import { registerCommand } from '../command';
import { documentOf, pageOf } from '../commands';
import { language } from '../configuration';
import { shownFindings, toDiagnostic } from '../diagnostics';
import { excerpt } from '../excerpt';
import { toRange, toSpan, touch } from '../places';
import { languages } from '../recognise';
import type { Services } from '../services';
import { inList } from '../plain';
import { translate, type Text } from '../translate';
import { lineWords } from './choose';

const ignoreCommand = 'restitch.ignoreFinding';

const findingNames: Readonly<Record<FindingCode, Text>> = {
  'split-paragraph': 'Cut paragraph',
  'stray-fragment': 'Stray passage',
  'unmarked-headline': 'Headline without a mark',
  'standing-head': 'Standing head marked as a headline',
  'jump-line': 'Jump line',
};

/** What the editor does not want to hear of: the command, the quick fix beside each finding, and the list to take it back. */
export function registerIgnore(services: Services): vscode.Disposable {
  const { log } = services;
  return vscode.Disposable.from(
    registerCommand(log, 'restitch.ignoreFinding', (uri: unknown, version: unknown, key: unknown) => ignore(services, uri, version, key)),
    registerCommand(log, 'restitch.showIgnored', (source: unknown) => showIgnored(services, source)),
    vscode.languages.registerCodeActionsProvider([...languages], {
      async provideCodeActions(document, range, context, token) {
        if (context.only && !context.only.contains(vscode.CodeActionKind.QuickFix)) return [];
        const page = await services.analyses.page(document, token);
        if (!page || token.isCancellationRequested) return [];
        const place = toSpan(document, range);
        return shownFindings(document, page).filter(({ span }) => touch(span, place)).map((finding) => actionFor(document, finding));
      },
    }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
  );
}

const keyOf = ({ code, span }: Finding): string => `${code} ${String(span[0])} ${String(span[1])}`;

function actionFor(document: vscode.TextDocument, finding: Finding): vscode.CodeAction {
  const tongue = language();
  const title = translate(tongue, 'Ignore: {0}', translate(tongue, findingNames[finding.code]));
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: ignoreCommand, title, arguments: [document.uri, document.version, keyOf(finding)] };
  action.diagnostics = [toDiagnostic(document, finding, tongue)];
  return action;
}

/** Ignores the finding that an action names, or the one under the cursor; of several, the one that is asked for. */
async function ignore(services: Services, uri: unknown, version: unknown, key: unknown): Promise<boolean> {
  const document = await documentOf(services, uri);
  const made = typeof version === 'number' ? version : document.version;
  const page = await pageOf(services, document);
  const editor = vscode.window.activeTextEditor;
  const cursor = editor?.document === document ? toSpan(document, editor.selection) : undefined;
  const here = shownFindings(document, page).filter((finding) => (typeof key === 'string' ? keyOf(finding) === key : cursor !== undefined && touch(finding.span, cursor)));
  const finding = here.length > 1 ? await askWhich(document, here) : here[0];
  if (!finding) {
    if (here.length === 0) void vscode.window.showInformationMessage(translate(language(), 'There is no finding here.'));
    return false;
  }
  // A key names a place in the text as it was; on the text as it is now, the cursor says which finding is meant.
  const again = (): Promise<boolean> => ignore(services, document.uri, undefined, undefined);
  return services.decisions.decide(document, [{ kind: 'ignore', code: finding.code, span: finding.span }], made, again);
}

async function askWhich(document: vscode.TextDocument, findings: readonly Finding[]): Promise<Finding | undefined> {
  const tongue = language();
  const items = findings.map((finding) => ({ finding, label: inList(say(finding.message, tongue)), description: lineWords(document, finding.span[0], tongue) }));
  return (await vscode.window.showQuickPick(items, { title: translate(tongue, 'Which one?') }))?.finding;
}

/** Lists what is ignored; what is picked is shown again. @returns how many there were */
async function showIgnored(services: Services, source: unknown): Promise<number> {
  const tongue = language();
  const document = await documentOf(services, source);
  await services.decisions.ready(document);
  const ignored = services.decisions.placing(document).placed.filter(({ entry }) => entry.body.kind === 'ignore');
  if (ignored.length === 0) {
    void vscode.window.showInformationMessage(translate(tongue, 'Nothing is ignored in this file.'));
    return 0;
  }
  const items = ignored.flatMap((placed) => itemFor(document, placed));
  const picked = await pickWithLook(document, items, translate(tongue, 'Ignored: pick what shall be shown again'));
  if (picked) await services.decisions.forget(document, [picked.id]);
  return ignored.length;
}

interface IgnoredItem extends vscode.QuickPickItem {
  readonly id: string;
  readonly span: readonly [number, number];
}

function itemFor(document: vscode.TextDocument, { entry, spans }: PlacedEntry): IgnoredItem[] {
  const [span] = spans;
  if (span === undefined || entry.body.kind !== 'ignore') return [];
  const tongue = language();
  return [{ id: entry.id, span, label: translate(tongue, findingNames[entry.body.code]), description: `${lineWords(document, span[0], tongue)} · ${inList(excerpt(sliceSpan(document.getText(), span), 24))}` }];
}

/** Each item is shown in the text while it is looked at. */
async function pickWithLook(document: vscode.TextDocument, items: readonly IgnoredItem[], title: string): Promise<IgnoredItem | undefined> {
  return vscode.window.showQuickPick(items, {
    title,
    matchOnDescription: true,
    onDidSelectItem: (item) => {
      const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
      const found = items.find((one) => one === item);
      if (editor && found) editor.revealRange(toRange(document, found.span), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    },
  });
}
