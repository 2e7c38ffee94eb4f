import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import { medianCut } from '../../../tools/pictures/colours';
import { decodePng, encodePalettePng } from '../../../tools/pictures/png';
import { reduceColours } from '../../../tools/pictures/palette';

/** A PNG of 8 bits a channel whose rows carry each filter in turn, made by the definition. */
function screenshot(width: number, height: number, pixel: (x: number, y: number) => number): Uint8Array {
  const plain = (x: number, y: number): number[] => (x < 0 || y < 0 ? [0, 0, 0] : [pixel(x, y) >> 16, (pixel(x, y) >> 8) & 255, pixel(x, y) & 255]);
  const raw: number[] = [];
  for (let y = 0; y < height; y++) {
    const filter = y % 5;
    raw.push(filter);
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++) {
        const [here, left, up, corner] = [plain(x, y)[c]!, plain(x - 1, y)[c]!, plain(x, y - 1)[c]!, plain(x - 1, y - 1)[c]!];
        const guess = left + up - corner;
        const paeth = [left, up, corner].reduce((best, one) => (Math.abs(guess - one) < Math.abs(guess - best) ? one : best));
        raw.push((here - [0, left, up, (left + up) >> 1, paeth][filter]! + 256) & 255);
      }
    }
  }
  const made = Buffer.from(encodePalettePng({ width, height, palette: [[0, 0, 0]], indexes: new Uint8Array(width * height) }));
  made.set([8, 2], 24);
  const body = deflateSync(Buffer.from(raw));
  const chunk = Buffer.alloc(body.length + 12);
  chunk.writeUInt32BE(body.length, 0);
  chunk.write('IDAT', 4, 'latin1');
  body.copy(chunk, 8);
  return Buffer.concat([made.subarray(0, 33), chunk]);
}

/** What a picture with a palette shows, read by the definition. */
function paletteOf(png: Uint8Array): { readonly bits: number; readonly colours: number } {
  const file = Buffer.from(png);
  return { bits: file[24] ?? 0, colours: file.readUInt32BE(file.indexOf('PLTE') - 4) / 3 };
}

describe('pictures of few colours', () => {
  it('are read as they are, whatever the filter of a row', () => {
    const pixel = (x: number, y: number): number => ((x * 37) % 256 << 16) | ((y * 53) % 256 << 8) | ((x * y * 11) % 256);
    const { width, height, pixels } = decodePng(screenshot(13, 11, pixel));
    assert.deepEqual([width, height], [13, 11]);
    pixels.forEach((value, at) => assert.equal(value, pixel(at % 13, Math.floor(at / 13))));
  });

  it('keep few colours as they are', () => {
    const colours = [0x1f1f1f, 0xffffff, 0xcca700];
    const palette = medianCut(new Map(colours.map((colour, at) => [colour, at + 1])), 16);
    assert.deepEqual(palette.map(([r, g, b]) => (r << 16) | (g << 8) | b).sort(), [...colours].sort());
  });

  it('keep the colour of a background, and no more colours than are wanted', () => {
    const pixel = (x: number, y: number): number => (x < 50 ? 0x1f1f1f : ((x * 4) << 16) | ((y * 4) << 8));
    const small = reduceColours(screenshot(64, 60, pixel), 16);
    assert.deepEqual(paletteOf(small), { bits: 4, colours: 16 });
    assert.ok(Buffer.from(small).includes(Buffer.from([0x1f, 0x1f, 0x1f])));
    assert.equal(paletteOf(reduceColours(screenshot(64, 60, pixel), 128)).bits, 8);
  });

  it('refuse what is no picture of a screen', () => {
    assert.throws(() => decodePng(Buffer.from('no picture at all')), /not a PNG/);
    assert.throws(() => decodePng(encodePalettePng({ width: 1, height: 1, palette: [[0, 0, 0]], indexes: new Uint8Array(1) })), /8 bits a channel/);
  });
});
