import type { LinkKind } from '../../src/core/stitch/problem';
import { mayJoin } from '../../src/core/stitch/problem';
import type { Node } from '../../src/core/stitch/node';
import { extentOf } from '../../src/core/page/piece';
import type { Gold } from '../eval/gold';

/** An arrangement as far as evidence goes: links, and where articles begin and end. */
export interface Truth {
  readonly links: readonly { readonly from: Node; readonly to: Node; readonly kind: LinkKind }[];
  readonly begins: readonly Node[];
  readonly ends: readonly Node[];
  readonly alone: readonly Node[];
  readonly headlines: ReadonlySet<number>;
}

/** The true arrangement of a page in terms of the engine's own pieces. */
export function truthOf(gold: Gold, nodes: readonly Node[]): Truth {
  const at = new Map(nodes.map((node) => [extentOf(node.piece)[0], node]));
  const within = ([start, end]: readonly [number, number]): Node[] => nodes.filter(({ piece }) => extentOf(piece)[0] > start && extentOf(piece)[0] < end);
  const links: { from: Node; to: Node; kind: LinkKind }[] = [];
  const begins: Node[] = [];
  const ends: Node[] = [];
  const headlines = new Set<number>();
  const used = new Set<Node>();
  for (const article of gold.articles) {
    const head = at.get(article.headline[0]?.[0] ?? -1);
    let last: Node | undefined;
    if (head !== undefined) {
      headlines.add(head.at);
      begins.push(head);
      used.add(head);
      last = head;
    }
    for (const { spans } of article.paragraphs) {
      spans.forEach((span, i) => {
        const first = at.get(span[0]);
        if (first === undefined || used.has(first)) return;
        // What the engine reads as several pieces, as on pages of printed lines, goes on from one to the next.
        for (const node of [first, ...within(span)]) {
          used.add(node);
          if (last === undefined) begins.push(node);
          // A cut right behind a full stop leaves no trace: for the engine it is a new paragraph.
          else links.push({ from: last, to: node, kind: last === head ? 'opens' : (i > 0 || node !== first) && mayJoin(last, node) ? 'join' : 'next' });
          last = node;
        }
      });
    }
    if (last !== undefined) ends.push(last);
  }
  const alone = nodes.filter((node) => !used.has(node));
  for (const node of alone) if (node.piece.marked) headlines.add(node.at);
  const standing = new Set(gold.articles.flatMap((article) => (article.standingHead ?? []).map(([start]) => start)));
  for (const node of alone) if (standing.has(extentOf(node.piece)[0])) headlines.add(node.at);
  return { links, begins, ends, alone, headlines };
}
