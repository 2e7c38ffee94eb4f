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

/** Two clauses that answer each other, as subheads are made: 锣鼓响过,戏台依旧. */
const TWO_CLAUSES = /^[^，,；;。：:、！？!?]{3,12}[，,][^，,；;。：:、！？!?]{3,12}$/u;
/** A label and what it says, 探访：渡口停了. What somebody says stands behind a colon, too. */
const LABELLED = /^\p{Script=Han}{2,5}[：:][^，,；;。：:、！？!?]{3,16}$/u;
const SPEAKS = /(?:[说道称问答曰云喊叫写讲论]|表示|认为|指出|告诉|介绍|强调|解释|回应|透露|显示|如下)[：:]/u;
/** What sections of long stories are called: 事情经过, 专家看法, 背景链接. */
const SECTION = /^[^，,；;。：:、！？!?\d]{0,5}(?:回顾|经过|始末|由来|背景|链接|阅读|分析|解读|解析|解惑|答疑|释疑|看法|说法|观点|声音|反应|回应|点评|评论|手记|感言|感悟|启示|反思|思考|建议|提醒|提示|对策|举措|做法|成效|现状|现象|原因|影响|进展|追访|追踪|探访|走访|调查|现场|揭秘|档案|名片|简介|花絮|后记|尾声|结语)$/u;

/** What shows that a short line is the beginning of a sentence and not a line of its own: it reports, has commas, ends with a word that binds. */
export function tellSentence(text: string, tell: Tell): void {
  const commas = text.match(/[，,；;]/gu)?.length ?? 0;
  if (commas > 0) tell('join.short.comma', Math.min(3, commas));
  else if (/\S\s+\S/u.test(text)) tell('join.short.phrases', 1);
  if (REPORTS.test(text)) tell('join.short.reports', 1);
  if (BINDS.test(text)) tell('join.short.binds', 1);
  if (NUMBERED.test(text)) tell('join.short.numbered', 1);
  if (text.length <= CATCHWORD) tell('join.short.4', 1);
  if (commas === 1 && TWO_CLAUSES.test(text) && !REPORTS.test(text) && !BINDS.test(text)) tell('join.short.twoClauses', 1);
  else if (LABELLED.test(text) && !SPEAKS.test(text) && !BINDS.test(text)) tell('join.short.label', 1);
  else if (SECTION.test(text)) tell('join.short.section', 1);
}
