/**
 * Half-width punctuation, straight quotation marks, poor ellipses and dashes, stray spaces: put into the form of printed Chinese, on
 * request only; and what a program that made the text left in it, taken out. Changes nothing but what it names, and the second time nothing at all.
 */
export { normalise, normalKinds, signKinds, type NormalEdit, type NormalKind } from './normalise';
export { normalisedPage } from './page';
export { NORMAL_FORMS, SIGN_FORMS } from './sameSigns';
