import type { Finding, Page } from '../page/model';
import { bySpan } from '../text/span';
import { standingHead, unmarkedHeadline } from './rules/headlines';
import { jumpLine } from './rules/jumpLine';
import { openEnd } from './rules/openEnd';
import { ruleContext, type Rule } from './rules/rule';
import { splitParagraph } from './rules/splitParagraph';
import { strayFragment } from './rules/strayFragment';

const RULES: readonly Rule[] = [splitParagraph, openEnd, strayFragment, unmarkedHeadline, standingHead, jumpLine];

/** What is wrong with a page, in the order of the text. */
export function findingsOf(page: Omit<Page, 'findings'>): Finding[] {
  const context = ruleContext(page);
  return RULES.flatMap((rule) => rule(context)).sort((a, b) => bySpan(a.span, b.span) || (a.code < b.code ? -1 : 1));
}
