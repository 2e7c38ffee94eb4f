import type * as vscode from 'vscode';
import { visible } from '../core';

type Write = (message: string, ...details: readonly unknown[]) => void;

/** What the extension writes down for whoever asks why. */
export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
  show(): void;
  dispose(): void;
}

/**
 * A log in which every entry is one: names of files and words of a page come into it with messages and errors, and none of them begins
 * a line that looks like another entry, moves a cursor or turns a line around.
 */
export function plainLog(channel: vscode.LogOutputChannel): Log {
  const plain = (write: (text: string) => void): Write => (message, ...details) => write(entryOf(message, details));
  return {
    debug: plain((text) => channel.debug(text)),
    info: plain((text) => channel.info(text)),
    warn: plain((text) => channel.warn(text)),
    error: plain((text) => channel.error(text)),
    show: () => channel.show(),
    dispose: () => channel.dispose(),
  };
}

/** The text of an entry; every line but the first is moved in, as those of a stack are. */
export function entryOf(message: string, details: readonly unknown[]): string {
  return [message, ...details.map(wordsOf)].join(' ').split(/\r\n|\r|\n/u).map((line, at) => (at === 0 ? '' : '    ') + visible(line).trim()).join('\n');
}

function wordsOf(detail: unknown): string {
  if (detail instanceof Error) {
    const cause = detail.cause === undefined ? '' : `\nbecause: ${wordsOf(detail.cause)}`;
    return (detail.stack ?? detail.message) + cause;
  }
  if (typeof detail === 'string') return detail;
  if (detail === undefined) return 'undefined';
  try {
    return JSON.stringify(detail);
  } catch {
    // It goes round in a circle.
    return Object.prototype.toString.call(detail);
  }
}
