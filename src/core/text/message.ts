/** The languages in which the product speaks. The interface follows the editor; the command line has `--lang`. */
export type Language = 'en' | 'zh';

/**
 * Something to be said to a person, kept apart from its words so that one analysis
 * can be shown in either language. The catalogue in `findings/messages.ts` gives the words.
 */
export interface Message<Code extends string = string> {
  readonly code: Code;
  readonly args: readonly (string | number)[];
}
