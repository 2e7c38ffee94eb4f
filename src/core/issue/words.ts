import type { Language, Message } from '../text/message';
import type { IssueCode, IssueWords } from './model';

/** The words about whole issues. `{0}`, `{1}` … stand for the arguments. */
const WORDS: IssueWords = {
  en: {
    'goes.missing': 'Goes on on page {0}, which is not in this issue.',
    'comes.missing': 'Comes from page {0}, which is not in this issue.',
    'goes.unanswered': 'Goes on on page {0}; nothing there says that it comes from here.',
    'comes.unanswered': 'Comes from page {0}; nothing there says that it goes on here.',
    'goes.doubtful': 'May go on on page {0} with “{1}” ({2}).',
    'comes.doubtful': 'May come from page {0}, “{1}” ({2}).',
    'goes.nowhere': 'The page that this jump line names could not be read.',
    'same.exact': 'The same text stands on page {0} ({1}).',
    'same.near': 'Nearly the same text stands on page {0} ({1}, {2} the same).',
    'same.within': 'One of this text and a text on page {0} ({1}) stands within the other ({2} of it).',
    bothNamed: 'pages {0} and {1} name each other',
    oneNamed: 'page {0} has no jump line that answers',
    sameTitle: 'both have the same headline',
    likeTitle: 'the headlines are alike',
    otherTitle: 'the headlines have nothing in common',
    sharedWords: 'both speak of {0}',
    noSharedWords: 'the two texts share hardly a word',
    goesOn: 'the first part stops in mid-sentence',
    onlyPair: 'the only jump from page {0} to page {1}',
    decided: 'an editor has decided so',
    rival: '“{0}” is possible, too',
    pagesHere: 'this issue has pages {0}',
    between: 'pages {0} and {1} are here',
    declared: 'the folio of page {0} counts {1} pages',
    namedByJump: 'a jump line on page {0} leads there',
    noLineBack: 'page {0} has no jump line to page {1}',
    sameCharacters: 'the same {0} characters, signs and spaces aside',
    sharedShingles: '{0} of all runs of six characters are in both ({1} and {2} characters)',
  },
  zh: {
    'goes.missing': '下转第 {0} 版，本期缺该版。',
    'comes.missing': '上接第 {0} 版，本期缺该版。',
    'goes.unanswered': '下转第 {0} 版，但该版没有相应的“上接”。',
    'comes.unanswered': '上接第 {0} 版，但该版没有相应的“下转”。',
    'goes.doubtful': '可能下转第 {0} 版《{1}》（{2}）。',
    'comes.doubtful': '可能上接第 {0} 版《{1}》（{2}）。',
    'goes.nowhere': '转接行所指的版次无法识别。',
    'same.exact': '第 {0} 版（{1}）有相同的文字。',
    'same.near': '第 {0} 版（{1}）有几乎相同的文字（相同 {2}）。',
    'same.within': '此文与第 {0} 版（{1}）的一篇，一篇包含在另一篇之中（{2}）。',
    bothNamed: '第 {0} 版和第 {1} 版互相指明',
    oneNamed: '第 {0} 版没有相应的转接行',
    sameTitle: '标题相同',
    likeTitle: '标题相近',
    otherTitle: '标题毫无共同之处',
    sharedWords: '两处都提到{0}',
    noSharedWords: '两处文字几乎没有共同的词语',
    goesOn: '前一部分在句中结束',
    onlyPair: '第 {0} 版到第 {1} 版只有这一处转接',
    decided: '编辑已作此决定',
    rival: '也可能是《{0}》',
    pagesHere: '本期现有第 {0} 版',
    between: '第 {0} 版和第 {1} 版都在',
    declared: '第 {0} 版报眉称共 {1} 版',
    namedByJump: '第 {0} 版有转接行指向该版',
    noLineBack: '第 {0} 版没有指向第 {1} 版的转接行',
    sameCharacters: '除标点和空格外，{0} 个字完全相同',
    sharedShingles: '六字串有 {0} 相同（两文各 {1}、{2} 字）',
  },
};

/** A message about an issue in words. */
export function sayIssue({ code, args }: Message<IssueCode>, language: Language): string {
  return WORDS[language][code].replace(/\{(\d)\}/gu, (_, place: string) => String(args[Number(place)] ?? ''));
}

/** For tests: the words of both languages. */
export const ISSUE_WORDS = WORDS;
