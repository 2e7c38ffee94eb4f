#!/usr/bin/env node
// @ts-check
// Fetches all that the tests in VS Code will ask for: the browser, and both editions of the server where the tests use it.
//   fetch-ahead.mjs
import { main } from '../lib/say.mjs';
import { testsUseDesktop } from './choose.mjs';
import { prepareHost } from './prepare.mjs';

await main(async () => {
  prepareHost();
  if (await testsUseDesktop()) return;
  process.env['RESTITCH_EDITION'] = 'newest';
  prepareHost();
});
