import * as vscode from 'vscode';
import type { Body, Entry, Language } from '../../core';
import { registerCommand } from '../command';
import { documentOf } from '../commands';
import { language } from '../configuration';
import { excerpt } from '../excerpt';
import { languages } from '../recognise';
import type { Services } from '../services';
import { sidecarOf } from '../sidecar/files';
import { plainItem } from '../plain';
import { translate, translateCount, type Text } from '../translate';

const bodyNames: Readonly<Record<Body['kind'], Text>> = {
  join: 'Joined',
  follow: 'Put behind',
  apart: 'Kept apart',
  role: 'Given a role',
  split: 'Paragraph split',
  begin: 'Article begun',
  ignore: 'Finding ignored',
  reviewed: 'Article reviewed',
  note: 'Note',
  answer: 'Note',
};

/**
 * What was decided and no longer fits the text: told quietly beside the language, in a list from which each can be looked
 * at or forgotten. Nothing of it is forgotten by itself.
 */
export function registerLost(services: Services): vscode.Disposable {
  const { log } = services;
  let item: vscode.LanguageStatusItem | undefined;
  const update = (document: vscode.TextDocument | undefined): void => {
    const lost = document ? services.decisions.placing(document).lost.length : 0;
    if (lost === 0) {
      item?.dispose();
      item = undefined;
      return;
    }
    const tongue = language();
    item ??= vscode.languages.createLanguageStatusItem('restitch.lost', [...languages].map((one) => ({ language: one })));
    item.name = 'Restitch';
    item.severity = vscode.LanguageStatusSeverity.Warning;
    item.text = translateCount(tongue, lost, '{0} decision no longer fits the text', '{0} decisions no longer fit the text');
    item.command = { command: 'restitch.showLost', title: translate(tongue, 'Show…') };
  };
  return vscode.Disposable.from(
    { dispose: () => item?.dispose() },
    services.active.onDidChange((active) => update(active?.document)),
    services.decisions.onDidRemember((document) => {
      if (document === services.active.document) update(document);
    }),
    registerCommand(log, 'restitch.showLost', (source: unknown) => showLost(services, source)),
  );
}

interface LostItem extends vscode.QuickPickItem {
  readonly entry: Entry;
}

/** Lists what no longer fits. @returns how many there were */
async function showLost(services: Services, source: unknown): Promise<number> {
  const tongue = language();
  const document = await documentOf(services, source);
  await services.decisions.ready(document);
  const { lost } = services.decisions.placing(document);
  if (lost.length === 0) {
    void vscode.window.showInformationMessage(translate(tongue, 'All that was decided fits the text'));
    return 0;
  }
  const show = { iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: translate(tongue, 'Show in the sidecar') };
  const forget = { iconPath: new vscode.ThemeIcon('trash'), tooltip: translate(tongue, 'Forget') };
  const pick = vscode.window.createQuickPick<LostItem>();
  pick.title = translate(tongue, 'What no longer fits the text');
  pick.placeholder = translate(tongue, 'Mark what shall be forgotten; everything else is kept');
  pick.canSelectMany = true;
  pick.items = lost.map((entry) => ({ entry, ...wordsFor(entry, tongue), buttons: [...(document.isUntitled ? [] : [show]), forget] }));
  const chosen = await new Promise<readonly Entry[]>((resolve) => {
    pick.onDidTriggerItemButton(({ button, item }) => {
      if (button === show) void showInSidecar(document, item.entry);
      resolve(button === forget ? [item.entry] : []);
      pick.hide();
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems.map(({ entry }) => entry));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve([]);
      pick.dispose();
    });
    pick.show();
  });
  await services.decisions.forget(document, chosen.map(({ id }) => id));
  return lost.length;
}

function wordsFor({ body, passages, creator, modified }: Entry, tongue: Language): Pick<vscode.QuickPickItem, 'label' | 'description' | 'detail'> {
  const quoted = passages.map(({ head, tail }) => excerpt(tail === undefined ? head : `${head}…`, 20)).join(' ‖ ');
  const day = modified.slice(0, 10);
  return plainItem({
    label: translate(tongue, bodyNames[body.kind]),
    description: quoted,
    detail: [body.kind === 'note' ? excerpt(body.text, 40) : '', creator ?? '', day].filter((part) => part !== '').join(' · '),
  });
}

/** Opens the sidecar where the entry stands in it. */
async function showInSidecar({ uri }: vscode.TextDocument, { id }: Entry): Promise<void> {
  const sidecar = await vscode.workspace.openTextDocument(sidecarOf(uri));
  const at = sidecar.getText().indexOf(id);
  const place = sidecar.positionAt(Math.max(0, at));
  await vscode.window.showTextDocument(sidecar, { selection: new vscode.Range(place, place) });
}

