/** What the command tells its caller. With several inputs the highest of their codes is given. */
export const exitCodes = {
  /** Analysed, and nothing is left to decide. */
  clean: 0,
  /** Analysed, and findings remain. */
  findings: 1,
  /** The command was called in a way it does not understand; nothing was read. */
  usage: 2,
  /** An input cannot be read or decoded, or an output cannot be written. */
  failed: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The code that counts when both happened. */
export function worse(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}
