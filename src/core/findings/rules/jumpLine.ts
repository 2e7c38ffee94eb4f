import type { Finding } from '../../page/model';
import { jumpFrom, jumpTo, type JumpLine } from '../../roles/jumpLine';
import type { Rule } from './rule';

/** A jump line whose other page is not in the file. */
export const jumpLine: Rule = ({ page }) =>
  page.articles.flatMap((article) =>
    article.paragraphs.flatMap((paragraph): Finding[] => {
      const first = paragraph.spans[0];
      const last = paragraph.spans[paragraph.spans.length - 1];
      if (first === undefined || last === undefined) return [];
      const found: Finding[] = [];
      const add = (jump: JumpLine | undefined, offset: number): void => {
        if (jump === undefined) return;
        found.push({
          code: 'jump-line',
          span: [offset + jump.span[0], offset + jump.span[1]],
          severity: 'hint',
          message: jump.page === undefined ? { code: 'jump.unknown', args: [] } : { code: `jump.${jump.direction}`, args: [jump.page] },
          why: [],
          related: [],
          fixes: [],
          article: article.id,
        });
      };
      add(jumpFrom(page.text.slice(first[0], first[1])), first[0]);
      add(jumpTo(page.text.slice(last[0], last[1])), last[0]);
      return found;
    }),
  );
