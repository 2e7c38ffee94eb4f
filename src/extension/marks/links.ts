import * as vscode from 'vscode';
import type { Span } from '../../core';
import { revealCommand } from '../reveal';
import type { Places } from './seamWords';

/** The lines of a document, and links that lead to its spans. Valid for the version the spans were computed from. */
export function placesIn(document: vscode.TextDocument): Places {
  return {
    lineOf: (offset) => document.positionAt(offset).line + 1,
    link: (words, span: Span) => `[${words}](command:${revealCommand}?${encodeURIComponent(JSON.stringify([document.uri, span]))})`,
  };
}

/** Markdown of ours, in which only links into the text do anything. */
export function trusted(words: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(words);
  markdown.isTrusted = { enabledCommands: [revealCommand] };
  return markdown;
}
