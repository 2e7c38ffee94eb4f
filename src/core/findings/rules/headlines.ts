import type { Finding } from '../../page/model';
import { markLength, markOf } from '../../roles/headline';
import { sliceSpan } from '../../text/span';
import { mark } from '../edits';
import type { Rule } from './rule';

/** A headline without a mark. The mark goes before the headline proper; its kicker stays the line above. */
export const unmarkedHeadline: Rule = ({ page }) =>
  page.articles.flatMap((article) =>
    article.headline.flatMap((span): Finding[] => {
      const block = sliceSpan(page.text, span);
      // A kicker or a deck that stands by itself needs no mark.
      if (article.headline.length > 1 && !block.includes(article.title)) return [];
      if (block.split(/\r\n|\r|\n/u).some((line) => markLength(line.trimStart()) > 0)) return [];
      const at = Math.max(0, block.lastIndexOf(article.title));
      return [
        {
          code: 'unmarked-headline',
          span,
          severity: 'hint',
          message: { code: 'headline.unmarked', args: [] },
          why: [],
          related: [],
          fixes: [{ kind: 'mark', title: { code: article.headlineSure ? 'fix.mark' : 'fix.mark.doubtful', args: [] }, sure: article.headlineSure, edits: mark(page, span, span[0] + at) }],
          article: article.id,
        },
      ];
    }),
  );

/** A standing head that poses as a headline. */
export const standingHead: Rule = ({ page }) =>
  page.articles.flatMap((article) =>
    article.standingHead.flatMap((span): Finding[] => {
      const length = markOf(page.text, span);
      if (length === 0) return [];
      const sure = article.standingHeadDoubtful?.includes(span) !== true;
      return [
        {
          code: 'standing-head',
          span,
          severity: 'hint',
          message: { code: sure ? 'standing' : 'standing.doubtful', args: [] },
          why: [],
          related: [],
          fixes: [{ kind: 'unmark', title: { code: sure ? 'fix.unmark' : 'fix.unmark.doubtful', args: [] }, sure, edits: [{ span: [span[0], span[0] + length], newText: '' }] }],
          article: article.id,
        },
      ];
    }),
  );
