import { decisionsOf, factsOf, nothingRemembered, pageOf, place, readSidecar, type PlacedLeaf, type Session, type Sidecar } from '../../core';
import { reviewedArticles } from '../review/reviewed';
import { nextTurn } from '../turns';
import type { SentFacts } from './protocol';

/**
 * What an issue has to know of a text, with what its editors decided. After each page of the paper everything else that waits
 * has its turn, so that a file of hundreds of pages stops nobody who types.
 * @param asked `whole`: with its articles in full
 * @param onTurn called after each page of the paper
 */
export async function factsInTurns(session: Session, asked: { readonly text: string; readonly sidecar?: string; readonly whole: boolean }, onTurn: () => void): Promise<SentFacts> {
  const { text, sidecar, whole } = asked;
  const remembered = sidecar === undefined ? nothingRemembered : sidecarIn(sidecar);
  const placing = remembered.entries.length === 0 ? undefined : place(remembered, text);
  const decisions = placing === undefined ? [] : decisionsOf(placing.placed);
  session.open(text);
  const leaves: PlacedLeaf[] = [];
  for (const leaf of session.each(decisions)) {
    leaves.push(leaf);
    onTurn();
    await nextTurn();
  }
  const page = pageOf(text, leaves, decisions);
  const reviewed = placing === undefined ? [] : [...reviewedArticles(page, placing).keys()];
  const { articles, furniture } = page;
  return { verdict: page.dump, pages: factsOf(text, leaves), reviewed, ...(whole && { page: { articles, furniture } }) };
}

/** What a sidecar remembers; one that cannot be read remembers nothing here, and says so where it is edited. */
function sidecarIn(text: string): Sidecar {
  const reading = readSidecar(text);
  return reading.state === 'read' ? reading.sidecar : reading.state === 'conflict' ? (reading.sidecar ?? nothingRemembered) : nothingRemembered;
}
