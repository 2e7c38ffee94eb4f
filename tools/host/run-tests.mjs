// @ts-check
// Runs a suite of host tests through @vscode/test-electron, in the desktop program or in the server. The suite, the result file and a filter come in
// the environment (RESTITCH_SUITE, RESTITCH_RESULT, RESTITCH_GREP) and reach test/host/run/index.ts inside the extension host.
//   run-tests.mjs SCRATCH    an empty folder that the caller removes
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { at } from '../lib/paths.mjs';
import { Trouble, main, say } from '../lib/say.mjs';
import { testsUseDesktop } from './choose.mjs';
import { developmentFolder } from './development.mjs';
import { writeSettings } from './settings.mjs';

// The request to end reaches the whole group: VS Code ends, runTests tells, and only then do we. Ending first would leave nobody to clean up.
process.on('SIGTERM', () => undefined);

await main(async () => {
  const desktop = await testsUseDesktop();
  if (!desktop && process.platform === 'win32') say('on Windows only the desktop program can run the tests');
  const scratch = process.argv[2];
  if (scratch === undefined) throw new Trouble('usage: run-tests.mjs SCRATCH');
  const workspace = path.join(scratch, 'samples');
  const userData = path.join(scratch, 'user');
  mkdirSync(workspace);
  // A copy: tests may write in it.
  if (existsSync(at('samples'))) cpSync(at('samples'), workspace, { recursive: true });
  writeSettings(userData);
  say(desktop ? 'host tests in the desktop program of VS Code' : 'host tests in VS Code\'s server, a headless Chromium as its window');
  await runTests({
    ...(desktop ? {} : { vscodeExecutablePath: at('tools/host/vscode-server-tests.mjs') }),
    extensionDevelopmentPath: desktop ? at() : developmentFolder(),
    extensionTestsPath: at('out/test/host/run/index.js'),
    launchArgs: [workspace, `--user-data-dir=${userData}`, `--extensions-dir=${path.join(scratch, 'extensions')}`, '--disable-extensions'],
  });
});
