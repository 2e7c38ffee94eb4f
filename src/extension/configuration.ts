import * as vscode from 'vscode';
import type { Language } from '../core';
import { chooseLanguage, readSettings, type Settings } from './settings';

export const section = 'restitch';

/** The only reader of configuration: the settings that hold for a document. */
export function settingsFor(resource?: vscode.Uri): Settings {
  const values = vscode.workspace.getConfiguration(section, resource ?? null);
  return readSettings((key) => values.get(key));
}

/** The language in which the extension speaks now. */
export function language(): Language {
  return chooseLanguage(settingsFor().language, vscode.env.language);
}

/** Calls `listener` after any setting of the extension has changed. */
export function onDidChangeSettings(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(section)) listener();
  });
}
