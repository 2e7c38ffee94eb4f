// npm run pictures: the pictures of docs/, of the product as it is built now, and the drawings of the walkthrough (-- --drawings: these alone).
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { endCommon, Stage, type WindowWish } from '../../test/window/stage';
import { build } from '../build.mjs';
import { prepareHost } from '../host/prepare.mjs';
import type { VsCodeWindow } from '../host/window.mjs';
import { at } from '../lib/paths.mjs';
import { main, say } from '../lib/say.mjs';
import { drawings } from './drawings';
import { reduceColours } from './palette';
import {
  articleClosed, articleOpened, doubtShown, figuresShown, fixesOffered, issueShown, mapShown, normaliseAsked, onlyDoubtful, opened, previewed, readingShown, restitched, type Scene,
} from './scenes';

/** Colours of a screenshot: its text stays sharp, pale ribbons keep their colours, its size falls to less than half. */
const colours = 256;

/** The scenes in the order in which a window passes through them, each with the picture taken there. */
type Play = readonly (readonly [scene: Scene, picture?: string])[];

const documents: Play = [
  [opened],
  [articleOpened, 'tree-dark'],
  [articleClosed],
  [figuresShown(/Figures in this sentence/), 'hover-dark'],
  [fixesOffered, 'quick-fix-dark'],
  [onlyDoubtful, 'doubtful-dark'],
  [normaliseAsked, 'normalise-dark'],
  [previewed, 'diff-dark'],
  [restitched, 'restitched-dark'],
];

/** Plays scenes in a window of its own and keeps their pictures; gives the bytes written. */
async function play(stage: Stage, wish: WindowWish, scenes: Play): Promise<number> {
  const window: VsCodeWindow = await stage.window(wish);
  let bytes = 0;
  for (const [scene, picture] of scenes) {
    await scene(window);
    if (picture !== undefined) bytes += write(at('docs/pictures', `${picture}.png`), reduceColours(await window.picture(), colours));
  }
  await window.close();
  return bytes;
}

function write(file: string, bytes: Uint8Array): number {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  say(`${path.relative(at(), file)}: ${(bytes.length / 1000).toFixed(0)} kB`);
  return bytes.length;
}

await main(async () => {
  let bytes = 0;
  for (const [name, svg] of Object.entries(drawings)) bytes += write(at('media/walkthrough', `${name}.svg`), Buffer.from(svg));
  if (process.argv.includes('--drawings')) return;

  await build({ say });
  prepareHost();
  const stage = new Stage();
  await stage.open();
  try {
    bytes += await play(stage, { theme: 'dark' }, documents);
    bytes += await play(stage, { theme: 'light' }, [[opened], [figuresShown(/Figures in this sentence/), 'page-light']]);
    bytes += await play(stage, { theme: 'light', locale: 'zh-cn' }, [[opened], [figuresShown(/本句中的数字/), 'page-light-zh']]);
    bytes += await play(stage, { theme: 'light' }, [[opened], [mapShown, 'map-light']]);
    bytes += await play(stage, { theme: 'dark' }, [[opened], [readingShown, 'reading-dark']]);
    bytes += await play(stage, { theme: 'dark' }, [[opened], [doubtShown, 'review-dark']]);
    bytes += await play(stage, { theme: 'light', file: 'issue/lanchuan-20240927-01.txt', with: 'issue' }, [[issueShown, 'issue-light']]);
    say(`${(bytes / 1000).toFixed(0)} kB in all`);
  } finally {
    await stage.close();
    await endCommon();
  }
});
