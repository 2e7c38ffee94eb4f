import * as vscode from 'vscode';
import { censusOf, type Discrepancy } from '../../core';
import { onDidProve, onDidRefuse } from '../edits';
import type { Log } from '../log';
import { lengthOf } from '../places';
import { Ledger, type Standing } from './ledger';

/** Most passages of each kind that the log names. */
const MOST_TOLD = 20;
/** UTF-16 units of a text that is counted after each change by hand: a millisecond or two. A longer one is then only known as changed. */
const MOST_COUNTED = 200_000;

interface Kept {
  readonly document: vscode.TextDocument;
  readonly ledger: Ledger;
  /** Whether the last change was made by hand, and neither by an edit of ours nor by undo or redo. */
  byHand: boolean;
  /** The last standing asked for. */
  last?: { readonly version: number; readonly standing: Standing | undefined };
}

/** What is proven of each open document that was edited by us in this session; and the log of edits that were refused. */
export class Ledgers implements vscode.Disposable {
  readonly #kept = new Map<string, Kept>();
  readonly #subscriptions: vscode.Disposable;

  constructor(log: Log) {
    this.#subscriptions = vscode.Disposable.from(
      onDidProve(({ document, version, proof }) => {
        const kept = this.#of(document);
        kept.ledger.expect(version, proof.before, proof.after);
        delete kept.last;
        log.debug(`${document.uri.toString()} version ${String(version)}: an edit keeps all ${String(proof.before.characters)} characters.`);
      }),
      onDidRefuse(({ document, proof }) => {
        log.error(`${document.uri.toString()}: an edit was refused, for it would not keep every character. Lost: ${told(proof.lost)}. Added: ${told(proof.added)}.`);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
        const kept = contentChanges.length > 0 ? this.#find(document) : undefined;
        if (!kept) return;
        const ours = kept.ledger.waits(document.version);
        if (ours) kept.ledger.arrive(document.version, censusOf(document.getText()));
        kept.byHand = !ours && reason === undefined;
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (this.#find(document)) this.#kept.delete(document.uri.toString());
      }),
    );
  }

  /** How the present text of a document stands; none where no edit of ours was applied to it in this session. */
  standing(document: vscode.TextDocument): Standing | undefined {
    const kept = this.#find(document);
    if (!kept) return undefined;
    if (kept.last?.version !== document.version) kept.last = { version: document.version, standing: this.#standingOf(kept) };
    return kept.last.standing;
  }

  #standingOf({ document, ledger, byHand }: Kept): Standing | undefined {
    // A key in a file of 10 MB must not wait for ten million characters to be counted.
    return byHand && lengthOf(document) > MOST_COUNTED ? ledger.changed : ledger.of(censusOf(document.getText()));
  }

  dispose(): void {
    this.#kept.clear();
    this.#subscriptions.dispose();
  }

  #find(document: vscode.TextDocument): Kept | undefined {
    const kept = this.#kept.get(document.uri.toString());
    return kept?.document === document ? kept : undefined;
  }

  #of(document: vscode.TextDocument): Kept {
    const kept = this.#find(document) ?? { document, ledger: new Ledger(), byHand: false };
    this.#kept.set(document.uri.toString(), kept);
    return kept;
  }
}

function told(discrepancies: readonly Discrepancy[]): string {
  if (discrepancies.length === 0) return 'nothing';
  const first = discrepancies.slice(0, MOST_TOLD).map(({ characters, at }) => `${JSON.stringify(characters.slice(0, 40))} at ${String(at)}`);
  return first.join(', ') + (discrepancies.length > MOST_TOLD ? `, and ${String(discrepancies.length - MOST_TOLD)} more` : '');
}
