// @ts-check
// Runs a suite of host tests through @vscode/test-electron, in the desktop program or in the server. The suite, the result file and a filter come in
// the environment (RESTITCH_SUITE, RESTITCH_RESULT, RESTITCH_GREP) and reach test/host/run/index.ts inside the extension host.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { at } from '../lib/paths.mjs';
import { main, say } from '../lib/say.mjs';
import { testsUseDesktop } from './choose.mjs';
import { writeSettings } from './settings.mjs';

await main(async () => {
  const desktop = await testsUseDesktop();
  if (!desktop && process.platform === 'win32') say('on Windows only the desktop program can run the tests');
  // Short, because sockets in it have a length limit on some systems.
  const scratch = mkdtempSync(path.join(tmpdir(), 'restitch-'));
  try {
    const workspace = path.join(scratch, 'samples');
    const userData = path.join(scratch, 'user');
    mkdirSync(workspace);
    // A copy: tests may write in it.
    if (existsSync(at('samples'))) cpSync(at('samples'), workspace, { recursive: true });
    writeSettings(userData);
    say(desktop ? 'host tests in the desktop program of VS Code' : 'host tests in VS Code\'s server, a headless Chromium as its window');
    await runTests({
      ...(desktop ? {} : { vscodeExecutablePath: at('tools/host/vscode-server-tests.mjs') }),
      extensionDevelopmentPath: at(),
      extensionTestsPath: at('out/test/host/run/index.js'),
      launchArgs: [workspace, `--user-data-dir=${userData}`, `--extensions-dir=${path.join(scratch, 'extensions')}`, '--disable-extensions'],
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
});
