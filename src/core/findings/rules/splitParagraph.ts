import type { Finding, Fix, Seam } from '../../page/model';
import type { Message } from '../../text/message';
import type { Span } from '../../text/span';
import { joinNear, moveBehind } from '../edits';
import { opening, placedOf, type Placed } from '../places';
import { percent, type Rule, type RuleContext } from './rule';

/** A paragraph cut in two, beside its continuation or far from it. */
export const splitParagraph: Rule = (context) =>
  context.page.articles.flatMap((article) =>
    placedOf(article).flatMap((piece): Finding[] => {
      const { before, seam, joins } = piece;
      if (!joins || before === undefined || seam.why[0]?.code === 'hardWrap') return [];
      return [
        {
          code: 'split-paragraph',
          span: before.span,
          severity: 'warning',
          message: cutMessage(piece, seam, context),
          why: seam.why,
          related: [{ span: piece.span, message: { code: 'at.continuation', args: [] } }],
          fixes: [joinFix(before.span, piece, context), ...candidateFixes(before.span, seam, context)],
          article: article.id,
        },
      ];
    }),
  );

function cutMessage(piece: Placed, seam: Seam, { lines }: RuleContext): Message {
  const code = `${seam.far ? 'cut.far' : 'cut.near'}${seam.sure ? '' : '.doubtful'}`;
  return { code, args: [lines.of(piece.span[0]), percent(seam.confidence)] };
}

/** Joins the two pieces; what stands behind a far continuation comes along, so that it is not left without its beginning. */
function joinFix(left: Span, piece: Placed, context: RuleContext): Fix {
  const { page, lines, strays } = context;
  const run = strays.get(piece.span[0]);
  const edits = piece.seam.far ? moveBehind(page, run?.extent ?? piece.span, left, true) : joinNear(page, left, piece.span);
  const line = lines.of(piece.span[0]);
  const title: Message = !piece.seam.sure
    ? { code: 'fix.join.doubtful', args: [opening(page.text, piece.span), line, percent(piece.seam.confidence)] }
    : piece.seam.far
      ? { code: 'fix.join.far', args: [line] }
      : { code: 'fix.join.near', args: [] };
  return { kind: 'join', title, sure: piece.seam.sure, edits };
}

function candidateFixes(left: Span, seam: Seam, { page, lines }: RuleContext): Fix[] {
  return seam.candidates.map(({ span }) => ({
    kind: 'join',
    title: { code: 'fix.join.candidate', args: [opening(page.text, span), lines.of(span[0])] },
    sure: false,
    edits: moveBehind(page, span, left, true),
  }));
}
