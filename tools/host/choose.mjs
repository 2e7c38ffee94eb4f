// @ts-check
// Which VS Code to use: the desktop program, or its server with a browser.
import { programOnPath } from '../lib/processes.mjs';
import { Trouble } from '../lib/say.mjs';

const downloads = 'https://update.code.visualstudio.com/api/releases/stable';

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** Asks once, for a short time: a network that swallows packets must not hold up the run. */
async function downloadReachable() {
  try {
    return (await fetch(downloads, { method: 'HEAD', signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}

/** What RESTITCH_VSCODE asks for. Throws Trouble when it is neither word. @returns {'server' | 'desktop' | undefined} */
function wished() {
  const wish = process.env['RESTITCH_VSCODE'];
  if (wish === undefined || wish === '' || wish === 'server' || wish === 'desktop') return wish === '' ? undefined : wish;
  throw new Trouble(`RESTITCH_VSCODE is "${wish}"; it can be "server" or "desktop"`);
}

/** The `code` program to show a window with; undefined: use the server. @returns {string | undefined} */
export function desktopProgram() {
  const wish = wished();
  if (wish === 'server') return undefined;
  const program = programOnPath(['code', 'code-insiders', 'codium']);
  if (wish === 'desktop' && program === undefined) throw new Trouble('RESTITCH_VSCODE asks for the desktop program, but there is no "code" on the search path');
  return wish === 'desktop' || hasDisplay() ? program : undefined;
}

/** Whether host tests run in the desktop program that @vscode/test-electron downloads. */
export async function testsUseDesktop() {
  const wish = wished();
  return wish === undefined ? hasDisplay() && await downloadReachable() : wish === 'desktop';
}
