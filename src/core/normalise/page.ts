import type { Page } from '../page/model';
import { editedPage } from './edited';
import { leftIn } from './leftIn';
import { normalise, signKinds, type NormalKind } from './normalise';

/** A page as it reads when it is normalised, for exports: the same articles, with every span in the normalised text. */
export function normalisedPage(page: Page, kinds: readonly NormalKind[] = signKinds): Page {
  // In two steps, for titles are told without what was left in, and stand in the text only once that is gone.
  const clean = kinds.includes('markup') ? editedPage(page, leftIn(page.text)) : page;
  return editedPage(clean, normalise(clean, kinds));
}
