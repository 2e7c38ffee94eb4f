import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The built command, as it is shipped. */
const command = path.resolve('dist/cli.cjs');

/** What one run of the command gave. */
export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Call {
  readonly input?: Uint8Array | string;
  readonly env?: Readonly<Record<string, string>>;
  /** Run as this user, which only root may ask for. */
  readonly uid?: number;
}

/** Fails with advice when the command was never built. */
export function requireBuilt(): void {
  assert.ok(existsSync(command), 'dist/cli.cjs is not there: run "npm run build" (npm test does it by itself)');
}

/** Runs the built command to its end. */
export function restitch(args: readonly string[], { input = '', env = {}, uid }: Call = {}): Outcome {
  const run = spawnSync(process.execPath, [command, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, ...env },
    ...(uid === undefined ? {} : { uid }),
  });
  if (run.error) throw run.error;
  return { code: run.status, out: run.stdout, err: run.stderr };
}

/** Runs the command with a reader that goes away after the first piece. */
export function restitchIntoClosedPipe(args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.once('data', (chunk: Buffer) => {
      out = chunk.toString();
      child.stdout.destroy();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** GB18030 of characters that GBK has in two bytes, and of ASCII. Node can only read it, so the table is turned around. */
export function toGbk(text: string): Buffer {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    const pair = gbkTable().get(character);
    assert.ok(pair, `GBK has no ${character}`);
    bytes.push(...pair);
  }
  return Buffer.from(bytes);
}

let table: Map<string, readonly [number, number]> | undefined;

function gbkTable(): Map<string, readonly [number, number]> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, [lead, trail]);
    }
  }
  return table;
}
