import type { Engine } from './engine';
import { restitch, type Level, type Restitching } from './findings/restitch';
import { normalise, normalKinds } from './normalise/normalise';
import { NORMAL_FORMS } from './normalise/sameSigns';
import type { Page } from './page/model';
import { HEADING_MARKS, prove, type Discrepancy } from './text/conservation';

/** A dump put together, proven to have lost nothing. */
export interface Stitched extends Restitching {
  readonly text: string;
  /** Characters that are no white space, heading marks left aside: all of them stand in the new text. */
  readonly characters: number;
}

/** A re-stitching that would have lost or added characters, and was not made. Whoever meets it has found a bug of ours. */
export class NotConserved extends Error {
  override readonly name = 'NotConserved';
  constructor(
    readonly lost: readonly Discrepancy[],
    readonly added: readonly Discrepancy[],
  ) {
    super([lost.length > 0 ? `lost: ${list(lost)}` : '', added.length > 0 ? `added: ${list(added)}` : ''].filter((part) => part !== '').join('; '));
  }
}

/** In words for a log, the first few of them: `"的" at 12, "了" at 40`. */
const list = (passages: readonly Discrepancy[]): string => passages.slice(0, 5).map(({ characters, at }) => `${JSON.stringify(characters.slice(0, 20))} at ${String(at)}`).join(', ');

/**
 * The text of a dump re-stitched, and its signs normalised where that is wanted.
 * @throws NotConserved rather than give a text from which a character is missing
 */
export function stitched(page: Page, engine: Engine, level: Level, normalised: boolean): Stitched {
  const restitching = restitch(page, engine, level);
  const proof = prove(page.text, restitching.edits, HEADING_MARKS);
  if (!proof.conserved) throw new NotConserved(proof.lost, proof.added);
  const { characters } = proof.before;
  if (!normalised) return { ...restitching, text: proof.text, characters };
  const signs = prove(proof.text, normalise(engine.analyse(proof.text, restitching.decisions), normalKinds), NORMAL_FORMS);
  if (!signs.conserved) throw new NotConserved(signs.lost, signs.added);
  return { ...restitching, text: signs.text, characters };
}
