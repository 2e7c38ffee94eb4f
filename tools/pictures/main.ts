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

/** Colours of a picture: for the documents, and for the walkthrough, which everybody downloads with the extension. */
const colours = { documents: 64, walkthrough: 16 } as const;

/** The walkthrough shows its pictures small: a small window, and of it the list and the text only. */
const small: WindowWish = { size: { width: 800, height: 500 }, settings: { 'editor.minimap.enabled': false, 'editor.folding': false, 'breadcrumbs.enabled': false } };
const smallClip = { x: 48, y: 36, width: 752, height: 442 };

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
async function play(stage: Stage, wish: WindowWish, scenes: Play, file: (picture: string) => string, most: number, clip?: typeof smallClip): Promise<number> {
  const window: VsCodeWindow = await stage.window(wish);
  let bytes = 0;
  for (const [scene, picture] of scenes) {
    await scene(window);
    if (picture === undefined) continue;
    const bare = reduceColours(await window.picture(undefined, clip), most);
    mkdirSync(path.dirname(file(picture)), { recursive: true });
    writeFileSync(file(picture), bare);
    bytes += bare.length;
    say(`${path.relative(at(), file(picture))}: ${(bare.length / 1000).toFixed(0)} kB`);
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
      bytes += await play(stage, { ...small, theme }, walkthrough, file, colours.walkthrough, smallClip);
    }
    say(`${(bytes / 1000).toFixed(0)} kB in all`);
  } finally {
    await stage.close();
  }
});
