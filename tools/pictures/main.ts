// npm run pictures: the pictures of docs/ and of the walkthrough, of the product as it is built now.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Stage, type WindowWish } from '../../test/window/stage';
import { build } from '../build.mjs';
import { prepareHost } from '../host/prepare.mjs';
import type { VsCodeWindow } from '../host/window.mjs';
import { at } from '../lib/paths.mjs';
import { main, say } from '../lib/say.mjs';
import { reduceColours } from './palette';
import { articleClosed, articleOpened, figuresShown, fixesOffered, normaliseAsked, onlyDoubtful, opened, previewed, restitched, type Scene } from './scenes';

/** Colours of a picture: for the documents, and for the walkthrough, which everybody downloads. */
const colours = { documents: 64, walkthrough: 32 } as const;

/** The scenes in the order in which a window passes through them, each with the picture taken there. */
type Play = readonly (readonly [scene: Scene, picture?: string])[];

const walkthrough: Play = [
  [opened, 'open'],
  [articleOpened, 'articles'],
  [articleClosed],
  [fixesOffered, 'fix'],
  [onlyDoubtful, 'order'],
  [normaliseAsked, 'export'],
  [previewed, 'restitch'],
];

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
async function play(stage: Stage, wish: WindowWish, scenes: Play, file: (picture: string) => string, most: number): Promise<number> {
  const window: VsCodeWindow = await stage.window(wish);
  let bytes = 0;
  for (const [scene, picture] of scenes) {
    await scene(window);
    if (picture === undefined) continue;
    const small = reduceColours(await window.picture(), most);
    mkdirSync(path.dirname(file(picture)), { recursive: true });
    writeFileSync(file(picture), small);
    bytes += small.length;
    say(`${path.relative(at(), file(picture))}: ${(small.length / 1000).toFixed(0)} kB`);
  }
  await window.close();
  return bytes;
}

await main(async () => {
  await build({ say });
  prepareHost();
  const stage = new Stage();
  await stage.open();
  try {
    let bytes = 0;
    const document = (picture: string): string => at('docs/pictures', `${picture}.png`);
    bytes += await play(stage, { theme: 'dark' }, documents, document, colours.documents);
    bytes += await play(stage, { theme: 'light' }, [[opened], [figuresShown(/Figures in this sentence/), 'page-light']], document, colours.documents);
    bytes += await play(stage, { theme: 'light', locale: 'zh-cn' }, [[opened], [figuresShown(/本句中的数字/), 'page-light-zh']], document, colours.documents);
    for (const theme of ['dark', 'light'] as const) {
      const file = (picture: string): string => at('media/walkthrough', `${picture}-${theme}.png`);
      bytes += await play(stage, { theme, size: { width: 960, height: 600 } }, walkthrough, file, colours.walkthrough);
    }
    say(`${(bytes / 1000).toFixed(0)} kB in all`);
  } finally {
    await stage.close();
  }
});
