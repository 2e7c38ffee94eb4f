// @ts-check
// How the scripts tell what they are doing: one short line a step.

/** A trouble that the reader can mend: shown without a stack. */
export class Trouble extends Error {}

/** Prints a step to standard error, so that standard output stays what a program made. @param {string} line */
export function say(line) {
  process.stderr.write(`» ${line}\n`);
}

/**
 * Runs a script's main function: a `Trouble` is printed as its message, anything else with its stack; both end with exit code 1.
 * @param {() => Promise<number | void>} body gives the exit code, nothing meaning 0
 */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    console.error(error instanceof Trouble ? `✖ ${error.message}` : error);
    process.exitCode = 1;
  }
}
