/** The words of the checks, by code, in both languages. */
import type { Language, Message } from '../text/message';

const WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    'figure-sum': '{0} is given as the total, but {1} do not come to it.',
    'figure-part': '{1} is said to be part of {0}, and is more.',
    'figure-list': '{0} are announced, but {1} are named.',
    'figure-headline': 'The headline says {0}; the text says {1}.',
    'figure-two-values': 'The same quantity is {0} here and {1} elsewhere in the article.',
    'figure-magnitude': '{0} here and {1} elsewhere have the same digits in another magnitude.',
    'figure-unit': '{0} here and {1} elsewhere have the same digits in another unit.',
    'figure-weekday': '{0} is a 周{2} in {3}, not a 周{1}.',
    'figure-date': 'There is no {0}.',
    'figure-over-hundred': '{0} is more than the whole.',
    'figure-growth': '{0} does not follow from {1} and {2}.',
    'figure-related': '{0}',
  },
  zh: {
    'figure-sum': '合计写作{0}，但{1}与之不符。',
    'figure-part': '{1}是{0}的一部分，却比整体还多。',
    'figure-list': '写明{0}，实际列出{1}项。',
    'figure-headline': '标题为{0}，正文为{1}。',
    'figure-two-values': '同一数据此处为{0}，文中另一处为{1}。',
    'figure-magnitude': '此处{0}与文中{1}数字相同，量级不同。',
    'figure-unit': '此处{0}与文中{1}数字相同，单位不同。',
    'figure-weekday': '{0}在{3}年是星期{2}，不是星期{1}。',
    'figure-date': '没有{0}这一天。',
    'figure-over-hundred': '{0}超过了整体。',
    'figure-growth': '由{1}和{2}算不出{0}。',
    'figure-related': '{0}',
  },
};

/** A doubt in words. A code without words gives itself, so that nothing is ever silent. */
export function sayDoubt(message: Message, language: Language): string {
  const words = WORDS[language][message.code] ?? message.code;
  return words.replace(/\{(\d)\}/gu, (_, place: string) => String(message.args[Number(place)] ?? ''));
}
