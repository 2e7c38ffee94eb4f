import type { Finding } from '../../page/model';
import { endOf } from '../../stitch/node';
import { balanceOf } from '../../text/pairs';
import { jumpTo } from '../../roles/jumpLine';
import type { Rule } from './rule';

/** A paragraph that stops in mid-sentence, with nothing found that would go on with it. */
export const openEnd: Rule = ({ page }) =>
  page.articles.flatMap((article) =>
    article.paragraphs.flatMap((paragraph): Finding[] => {
      const last = paragraph.spans[paragraph.spans.length - 1];
      if (last === undefined) return [];
      const end = endOf(paragraph.text, balanceOf(paragraph.text), false);
      // A jump line says where it goes on; asked last, because few paragraphs come this far.
      if ((end !== 'bare' && end !== 'inner' && end !== 'dot') || jumpTo(paragraph.text) !== undefined) return [];
      return [
        {
          code: 'split-paragraph',
          span: last,
          severity: 'information',
          message: { code: 'cut.open', args: [] },
          why: [],
          related: [],
          fixes: [],
          article: article.id,
        },
      ];
    }),
  );
