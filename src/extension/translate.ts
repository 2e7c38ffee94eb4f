import zh from '../../l10n/bundle.l10n.zh-cn.json';
import type { Language } from '../core';

/**
 * The words of the interface. A text is its own key in English, and its Chinese stands in `l10n/`;
 * a text without a translation does not compile. `vscode.l10n` is not used, because it knows only the
 * editor's display language, and `restitch.language` may ask for the other one.
 */
export type Text = keyof typeof zh;

/** A text in a language, with `{0}`, `{1}`, … filled in. */
export function translate(language: Language, text: Text, ...args: readonly (string | number)[]): string {
  const words = language === 'zh' ? zh[text] : text;
  return words.replace(/\{(\d)\}/g, (hole, index: string) => String(args[Number(index)] ?? hole));
}

/** A counted text: `one` where the count is 1, `many` otherwise; the count is `{0}`, what else it wants `{1}`, … */
export function translateCount(language: Language, count: number, one: Text, many: Text, ...more: readonly (string | number)[]): string {
  return translate(language, count === 1 ? one : many, count, ...more);
}
