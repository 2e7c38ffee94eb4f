import * as vscode from 'vscode';
import type { Language } from '../core';
import { chooseLanguage, readSettings, type Settings } from './settings';

export const section = 'restitch';

/** What was read since the last change of a setting; at a key the settings are asked for some fifty times. */
const read = new Map<string, Settings>();

/** The only reader of configuration: the settings that hold for a document. */
export function settingsFor(resource?: vscode.Uri): Settings {
  const key = resource?.toString() ?? '';
  const known = read.get(key);
  if (known) return known;
  const values = vscode.workspace.getConfiguration(section, resource ?? null);
  const settings = readSettings((name) => values.get(name));
  if (read.size >= MOST_READ) read.clear();
  read.set(key, settings);
  return settings;
}

/** Documents whose settings are kept. */
const MOST_READ = 100;

/** Forgets what was read when it may have changed. The first to hear of it: whoever hears after it reads anew. */
export function followSettings(): vscode.Disposable {
  read.clear();
  return vscode.Disposable.from(vscode.workspace.onDidChangeConfiguration(() => read.clear()), vscode.workspace.onDidChangeWorkspaceFolders(() => read.clear()));
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
