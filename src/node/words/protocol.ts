/** A question to the worker. */
export interface Request {
  readonly id: number;
  readonly ask: 'cut' | 'names' | 'keywords' | 'tagged';
  readonly text: string;
  /** For keywords: how many at most. */
  readonly limit: number;
}

/** What the worker says: once how its start went, then one answer for each question. */
export type Reply =
  | { readonly kind: 'ready' }
  /** nodejieba cannot be used here; `why` in words. The worker ends after it. */
  | { readonly kind: 'unavailable'; readonly why: string }
  /** `words` is missing when this one text could not be answered. */
  | { readonly kind: 'answer'; readonly id: number; readonly words?: readonly string[] };
