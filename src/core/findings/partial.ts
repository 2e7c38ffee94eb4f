import { nameSpan } from '../decisions/where';
import type { Decision } from '../page/decision';
import type { Article, Page } from '../page/model';
import { difference } from '../text/difference';
import { applyEdits } from '../text/span';
import type { Level } from './layout';
import type { Analyser, Restitching } from './restitch';
import { restitchArticle } from './restitchArticle';

/**
 * Some articles of a page re-stitched, one after the other, each in the page that the ones before it left; the others stay
 * as they are. No character is lost but white space and heading marks.
 * @param articles of `page.articles`
 * @returns one edit against `page.text`; empty when there is nothing to do
 */
export function restitchSome(page: Page, articles: readonly Article[], analyser: Analyser, level: Level = 'likely'): Restitching {
  let now = page;
  let names = articles.map(nameSpan).filter((span) => span !== undefined);
  const done = { joined: 0, moved: 0, marked: 0, unmarked: 0, doubtful: 0 };
  for (const next of names.keys()) {
    const article = articleNamed(now, names[next]?.[0] ?? -1);
    if (article === undefined) continue;
    // The places of the names go along as decisions do.
    const marks = names.map((span): Decision => ({ kind: 'ignore', code: 'jump-line', span }));
    const { edits, decisions, joined, moved, marked, unmarked, doubtful } = restitchArticle({ ...now, decisions: [...now.decisions, ...marks] }, article, level);
    if (edits.length === 0) continue;
    done.joined += joined;
    done.moved += moved;
    done.marked += marked;
    done.unmarked += unmarked;
    done.doubtful += doubtful;
    names = decisions.slice(now.decisions.length).flatMap((mark) => (mark.kind === 'ignore' ? [mark.span] : []));
    now = analyser.analyse(applyEdits(now.text, edits), decisions.slice(0, now.decisions.length));
  }
  const left = now.findings.filter((finding) => finding.fixes[0]?.sure !== true).length;
  return { edits: difference(page.text, [0, page.text.length], now.text), ...done, left, decisions: now.decisions };
}

function articleNamed(page: Page, at: number): Article | undefined {
  return page.articles.find((article) => {
    const name = nameSpan(article);
    return name !== undefined && name[0] <= at && at < name[1];
  });
}
