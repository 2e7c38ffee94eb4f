import * as vscode from 'vscode';
import { excerpt } from '../excerpt';
import { escapeMarkdown } from '../markdown';
import type { Doubt, Language } from '../../core';
import { translate } from '../translate';
import { percentOf, questionOf, reasonsOf } from './words';

/** How far the review is, in the status bar; resting on it shows the question, its reasons and what can be answered. */
export class ReviewStatus implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('restitch.review', vscode.StatusBarAlignment.Left, 0);

  constructor() {
    this.#item.name = 'Restitch';
    this.#item.command = 'restitch.review.choose';
  }

  show(doubt: Doubt, number: number, total: number, tongue: Language): void {
    const place = translate(tongue, '{0} of {1} doubtful', number, total);
    const question = questionOf(doubt, tongue);
    const seam = doubt.kind === 'join' || doubt.kind === 'move' ? doubt.seam : undefined;
    this.#item.text = `$(question) ${place}`;
    const reasons = seam && reasonsOf(seam, tongue);
    const lines = [
      `**${escapeMarkdown(question)}**${seam ? ` ${escapeMarkdown(percentOf(seam.confidence))}` : ''}`,
      ...(reasons ? [escapeMarkdown(reasons)] : []),
      escapeMarkdown(excerpt(doubt.article.title, 30)),
      [
        `[${translate(tongue, 'Accept')}](command:restitch.review.accept)`,
        `[${translate(tongue, 'Choose…')}](command:restitch.review.choose)`,
        `[${translate(tongue, 'Reject')}](command:restitch.review.reject)`,
        `[${translate(tongue, 'Next')}](command:restitch.review.next)`,
      ].join(' · '),
    ];
    const tooltip = new vscode.MarkdownString(lines.filter((line) => line !== '').join('\n\n'));
    tooltip.isTrusted = { enabledCommands: ['restitch.review.accept', 'restitch.review.choose', 'restitch.review.reject', 'restitch.review.next'] };
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: `${place}. ${question}` };
    this.#item.show();
  }

  hide(): void {
    this.#item.hide();
  }

  dispose(): void {
    this.#item.dispose();
  }
}
