// @ts-check
// The platforms a VSIX is made for, by VS Code's names.
import process from 'node:process';

/** Every target a release has a VSIX for. */
export const targets = ['win32-x64', 'win32-arm64', 'darwin-x64', 'darwin-arm64', 'linux-x64', 'linux-arm64', 'alpine-x64', 'alpine-arm64', 'web'];

/** The running machine's target. Alpine has a C library of its own, which the running Node tells. */
export function currentTarget() {
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } } | undefined} */ (process.report?.getReport());
  const isAlpine = process.platform === 'linux' && report?.header?.glibcVersionRuntime === undefined;
  return `${isAlpine ? 'alpine' : process.platform}-${process.arch === 'arm' ? 'armhf' : process.arch}`;
}
