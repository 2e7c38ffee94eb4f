import type { Reason } from '../page/model';
import type { Language, Message } from '../text/message';

/** A message in words. */
export function say(message: Message, language: Language): string {
  void language;
  return message.code;
}

/** A piece of evidence in words. */
export function sayReason(reason: Reason, language: Language): string {
  return say(reason, language);
}
