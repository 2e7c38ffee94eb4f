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
  const ignored = page.decisions.filter((decision) => decision.kind === 'ignore');
  const isIgnored = ({ code, span }: Finding): boolean => ignored.some((one) => one.code === code && one.span[0] < span[1] && span[0] < one.span[1]);
  return RULES.flatMap((rule) => rule(context)).filter((finding) => !isIgnored(finding)).sort((a, b) => bySpan(a.span, b.span) || (a.code < b.code ? -1 : 1));
}
