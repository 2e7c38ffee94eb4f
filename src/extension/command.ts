import * as vscode from 'vscode';
import { language } from './configuration';
import type { Log } from './log';
import { inMessage } from './plain';
import { translate } from './translate';

/** Registers a command whose failure becomes one clear message and one entry in the log. */
export function registerCommand(
  log: Log,
  id: string,
  run: (...args: never[]) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...args: never[]) => {
    try {
      return await run(...args);
    } catch (error) {
      log.error(`${id}: failed.`, error);
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(translate(language(), 'Restitch could not do this: {0}', inMessage(reason)));
      return undefined;
    }
  });
}
