import type { Finding } from '../../page/model';
import { moveBehind } from '../edits';
import { percent, type Rule } from './rule';

/** A passage that does not stand under its own headline. */
export const strayFragment: Rule = ({ page, lines, strays }) =>
  [...strays.values()].flatMap((run): Finding[] => {
    const first = run.pieces[0];
    const home = first?.before;
    if (first === undefined || home === undefined) return [];
    const { seam, article } = first;
    const title = article.title;
    const line = lines.of(home.span[1]);
    return [
      {
        code: 'stray-fragment',
        span: run.extent,
        severity: 'warning',
        message: seam.sure ? { code: 'stray', args: [title, line] } : { code: 'stray.doubtful', args: [title, line, percent(seam.confidence)] },
        why: seam.why,
        related: [{ span: home.span, message: { code: first.joins ? 'at.cut' : 'at.home', args: [] } }],
        fixes: [
          {
            kind: 'move',
            title: seam.sure ? { code: 'fix.move', args: [title] } : { code: 'fix.move.doubtful', args: [title, percent(seam.confidence)] },
            sure: seam.sure,
            edits: moveBehind(page, run.extent, home.span, first.joins),
          },
        ],
        article: article.id,
      },
    ];
  });
