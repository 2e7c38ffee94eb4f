// @ts-check
// Everything a window of VS Code's server needs, fetched before any clock runs.
import { ensureFonts, obtainChromium } from './chromium.mjs';
import { obtainNode, obtainServer, serverVersion } from './obtain.mjs';
import { say } from '../lib/say.mjs';

/** Throws Trouble that says what is missing and how to get it. */
export function prepareHost() {
  const server = obtainServer();
  obtainNode();
  const browser = obtainChromium();
  ensureFonts();
  say(`VS Code ${serverVersion(server)} (server), browser ${browser}`);
}
