import type { Reason } from '../page/model';
import type { Language, Message } from '../text/message';
import { visible } from '../text/visible';
import { ENGLISH } from './words.en';
import { CHINESE } from './words.zh';

/** The words of every message, by code. A test holds that both languages have the same codes and arguments. */
export type Catalogue = Readonly<Record<string, string>>;

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en: ENGLISH, zh: CHINESE };

/** A message in words; what of the page is quoted in it is only shown: what a terminal or a view would obey is made visible. A code without words gives itself, so that nothing is ever silent. */
export function say(message: Message, language: Language): string {
  const words = CATALOGUES[language][message.code] ?? message.code;
  return words.replace(/\{(\d)\}/gu, (_, place: string) => visible(String(message.args[Number(place)] ?? '')));
}

/** A piece of evidence in words. */
export function sayReason(reason: Reason, language: Language): string {
  return say(reason, language);
}
