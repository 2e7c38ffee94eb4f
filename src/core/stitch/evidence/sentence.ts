import type { Tell } from '../weights';

/** How sentences begin that report: with a time, a source, a turn of thought, somebody named before. No subhead does. */
const REPORTS =
  /^(?:\d{1,4}[年月日时]|今[年天晚早日]|昨[天晚日]|[近当次今昨]日|根?据|记者|随后|此[外前次时]|同[时样]|目前|但|而|不过|不仅|然而|其[中实]|另|那么|那时|这[位一名个些种样是里]|就[在此]|对[于此]|关于|针对|按照|面对|随着|由于|因[为此]|如[果今]|虽然|尽管|即使|只[有要]|事实上|实际上|作为|[通经]过|[在从当为他她该]|一[位名]|有[人的关])/u;
/** Words that bind what stands before them to what comes: no line of its own ends with one. */
const BINDS = /[的了着在和与及或对将把被从向为是以于等由让使给并且而但也都又就还能会可要不这那其各每某该此]$/u;
/** Lines that are counted off: 第一招…, 二、…, 【…】 */
const NUMBERED = /^(?:第?[一二三四五六七八九十]{1,2}[、招是章节问步条点]|[（(][一二三四五六七八九十]|[【[])/u;
/** A line this short is a catchword. */
const CATCHWORD = 4;

/** What shows that a short line is the beginning of a sentence and not a line of its own: it reports, has commas, ends with a word that binds. */
export function tellSentence(text: string, tell: Tell): void {
  const commas = text.match(/[，,；;]/gu)?.length ?? 0;
  if (commas > 0) tell('join.short.comma', Math.min(3, commas));
  else if (/\S\s+\S/u.test(text)) tell('join.short.phrases', 1);
  if (REPORTS.test(text)) tell('join.short.reports', 1);
  if (BINDS.test(text)) tell('join.short.binds', 1);
  if (NUMBERED.test(text)) tell('join.short.numbered', 1);
  if (text.length <= CATCHWORD) tell('join.short.4', 1);
}
