import * as vscode from 'vscode';
import { linkKey, type JumpLink, type LinkRulings } from '../../core';
import { registerCommand } from '../command';
import { language } from '../configuration';
import type { Services } from '../services';
import { translate } from '../translate';

const stateKey = 'restitch.issueLinks';
/** More than anyone decides by hand; the oldest go first. */
const mostRemembered = 1000;

/** What the editor decided of links between pages, remembered with the workspace: it speaks of two files, so neither sidecar is its home. */
export class Rulings implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #all: Map<string, boolean>;
  readonly onDidChange = this.#changed.event;

  constructor(private readonly state: vscode.Memento) {
    this.#all = new Map(Object.entries(state.get<Record<string, boolean>>(stateKey, {})));
  }

  get all(): LinkRulings {
    return this.#all;
  }

  /** Says whether two parts are one article. */
  async set(link: JumpLink, same: boolean): Promise<void> {
    const key = linkKey(link);
    this.#all.delete(key);
    this.#all.set(key, same);
    await this.#keep();
  }

  /** Takes back all that was decided. */
  async clear(): Promise<void> {
    this.#all.clear();
    await this.#keep();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #keep(): Promise<void> {
    this.#changed.fire();
    await this.state.update(stateKey, Object.fromEntries([...this.#all].slice(-mostRemembered)));
  }
}

/** The gestures on rows that stand for a link: one article, or two. */
export function registerRulings({ log }: Services, rulings: Rulings): vscode.Disposable {
  const decide = async (row: unknown, same: boolean): Promise<void> => {
    if (!hasLink(row)) throw new Error(translate(language(), 'nothing is selected in the list of issues.'));
    await rulings.set(row.link, same);
  };
  return vscode.Disposable.from(
    registerCommand(log, 'restitch.issue.acceptLink', (row: unknown) => decide(row, true)),
    registerCommand(log, 'restitch.issue.rejectLink', (row: unknown) => decide(row, false)),
    registerCommand(log, 'restitch.issue.forgetLinks', () => rulings.clear()),
  );
}

/** A row of the tree gives itself to the commands of its menu. */
function hasLink(row: unknown): row is { readonly link: JumpLink } {
  return typeof row === 'object' && row !== null && 'link' in row && typeof row.link === 'object' && row.link !== null;
}
