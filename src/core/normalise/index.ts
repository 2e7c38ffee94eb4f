/**
 * Half-width punctuation, straight quotation marks, poor ellipses and dashes, stray spaces: put into the form of printed Chinese, on
 * request only. Changes nothing but the signs and spaces it names, and the second time nothing at all.
 */
export { normalise, normalKinds, type NormalEdit, type NormalKind } from './normalise';
export { normalisedPage } from './page';
export { SIGN_FORMS } from './sameSigns';
