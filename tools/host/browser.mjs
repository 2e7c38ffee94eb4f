// @ts-check
// A headless Chromium with windows of the server in it.
import { chromium } from 'playwright-core';
import { chromiumArguments, obtainChromium } from './chromium.mjs';

/** Starts Chromium. It leaves signals to us, so that the server can be ended too. */
export function launchChromium() {
  return chromium.launch({
    executablePath: obtainChromium(),
    headless: true,
    args: chromiumArguments,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
