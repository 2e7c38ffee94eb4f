/** What is fed with texts, and what must hold of the answer, whatever the text is. A target throws where it does not. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { assertSound, bare, inventory, theEngine } from '../../test/unit/core/support';
import { anySidecar } from '../../test/unit/core/decisions/sidecars';
import { zipOf } from '../../test/unit/batch/archives';
import { wholeLines } from '../../src/batch/lines';
import { BatchError } from '../../src/batch/problem';
import { doRecords } from '../../src/batch/records';
import { findSources } from '../../src/batch/sources';
import {
  applyEdits, createNamer, figureDoubts, figuresIn, figuresOfPage, figureWords, fileNameOf, issuesOf, factsOf, merge, normalise, normalKinds, place, readName, readSidecar, restitch, sayDoubt, unusablePattern, writeSidecar,
} from '../../src/core/index';
import { FileError } from '../../src/node/fileError';
import fc from 'fast-check';
import { seeded } from '../eval/random';
import { checkExports } from './exports';

export interface Target {
  readonly name: string;
  /** Texts to begin with. */
  readonly seeds: () => readonly string[];
  /** Longest text, in UTF-16 units. */
  readonly longest: number;
  readonly check: (text: string) => void | Promise<void>;
}

const samples = (): string[] => ['sample-page.txt', 'mini-page.txt'].flatMap((name) => {
  const text = readFileSync(path.resolve('samples', name), 'utf8');
  return [text, ...text.split(/\n\n(?=## )/u)];
});
const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

function checkPage(text: string): void {
  const engine = theEngine();
  const page = engine.analyse(text);
  assertSound(text, page);
  const before = inventory(text);
  for (const { fixes } of page.findings.slice(0, 10)) for (const { edits } of fixes) assert.deepEqual(inventory(applyEdits(text, edits)), before, 'a fix loses text');
  const stitched = applyEdits(text, restitch(page, engine).edits);
  assert.deepEqual(inventory(stitched), before, 're-stitching loses text');
  assert.equal(applyEdits(stitched, restitch(engine.analyse(stitched), engine).edits), stitched, 're-stitching is not done at once');
  assert.ok(applyEdits(text, normalise(page, normalKinds)).length > 0 || text === '');
  // Edits by hand, drawn by the text itself: the session gives what a fresh analysis gives.
  const random = seeded(text.length);
  const session = engine.session();
  session.open(text);
  session.leaves();
  let now = text;
  for (let changes = 0; changes < 3; changes++) {
    const offset = random.whole(0, now.length);
    const length = Math.min(random.whole(0, 30), now.length - offset);
    const newText = random.pick(['', '\n', '\n\n', '的', '## ', '\f', '“']);
    now = now.slice(0, offset) + newText + now.slice(offset + length);
    session.change([{ offset, length, newText }]);
  }
  assert.deepEqual(session.analyse(now), engine.analyse(now), 'a session differs from a fresh analysis');
}

function checkFigures(text: string): void {
  let done = 0;
  for (const figure of figuresIn(text)) {
    const [start, end] = figure.span;
    assert.ok(start >= done && end > start && end <= text.length, `figure [${start}, ${end})`);
    assert.equal(text.slice(start, end), figure.text);
    assert.ok(figure.sentence[0] <= start && end <= figure.sentence[1], 'a figure lies in its sentence');
    assert.ok(figure.value === undefined || figure.value.d > 0n);
    for (const language of ['en', 'zh'] as const) figureWords(figure, language);
    done = end;
  }
  const page = theEngine().analyse(text);
  const figures = figuresOfPage(page);
  for (const { figure, spans } of figures) assert.equal(spans.map(([start, end]) => text.slice(start, end)).join(''), figure.text);
  for (const doubt of figureDoubts(figures, text.slice(0, 60))) for (const language of ['en', 'zh'] as const) assert.ok(sayDoubt(doubt.message, language).length > 0);
}

function checkSidecar(text: string): void {
  const reading = readSidecar(text);
  if (reading.state !== 'read') return;
  const written = writeSidecar(reading.sidecar, 'page.txt');
  // Where a problem is told of may move, for things are written in the order of their dates.
  const again = readSidecar(written);
  assert.deepEqual(again.state === 'read' ? again.sidecar : again, reading.sidecar, 'written and read again it is the same');
  assert.deepEqual(merge(reading.sidecar, reading.sidecar).entries.length, reading.sidecar.entries.length);
  const { placed, lost } = place(reading.sidecar, text);
  assert.equal(placed.length + lost.length, reading.sidecar.entries.length, 'no entry is lost');
  for (const { spans } of placed) for (const [start, end] of spans) assert.ok(start >= 0 && start <= end && end <= text.length);
}

async function checkRecords(text: string): Promise<void> {
  const bytes = Buffer.from(text, text.length % 2 === 0 ? 'utf8' : 'latin1');
  const work = { format: 'json', bare: false, normalise: false, language: 'en', field: 'text' } as const;
  const pieces: Uint8Array[] = [];
  async function* chunks(): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
  }
  for await (const piece of wholeLines(chunks(), 1 << 20)) if ('bytes' in piece) pieces.push(piece.bytes);
  assert.deepEqual(Buffer.concat(pieces), bytes, 'no byte is lost in cutting lines');
  const { output, records, problems } = doRecords({ kind: 'records', work, bytes }, theEngine());
  const lines = new TextDecoder().decode(output).split('\n').slice(0, -1);
  assert.equal(lines.length, records, 'a line out for each line in');
  assert.ok(problems.every(({ problem }) => problem.code !== 'Internal'), JSON.stringify(problems));
  for (const line of lines) JSON.parse(line);
}

/** An archive made of the text, or the text itself, is a readable archive or one refused in words. */
async function checkArchives(text: string): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'restitch-fuzz-'));
  try {
    const random = seeded(text.length);
    const bytes = bytesOf(text);
    const broken = (whole: Buffer): Buffer => {
      const copy = Buffer.from(whole);
      for (let changes = random.whole(0, 4); changes > 0; changes--) copy[random.whole(0, copy.length - 1)] = random.whole(0, 255);
      return random.chance(0.2) ? copy.subarray(0, random.whole(0, copy.length)) : copy;
    };
    writeFileSync(path.join(home, 'a.zip'), broken(zipOf([{ name: bytes.subarray(0, random.whole(0, 40)), content: bytes }, { name: 'a.txt', content: bytes }])));
    writeFileSync(path.join(home, 'b.zip'), bytes);
    writeFileSync(path.join(home, 'c.txt.gz'), broken(gzipSync(bytes)));
    writeFileSync(path.join(home, 'd.txt.gz'), bytes);
    for await (const source of findSources([home])) {
      if (source.kind === 'unreadable') continue;
      try {
        for await (const chunk of await source.open()) assert.ok((chunk as Uint8Array).length > 0);
      } catch (error) {
        // What is damaged is refused by zlib or yauzl, with words; a mistake of ours would be one of these.
        assert.ok(error instanceof Error && (error instanceof BatchError || error instanceof FileError || !(error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError)), String(error));
      }
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function checkNames(text: string): void {
  const name = fileNameOf(text);
  assert.match(name, /^[^/\\:*?"<>|\p{Cc}\p{Cf}\p{Surrogate}]+$/u);
  assert.doesNotMatch(name, /^(?:[. -].*|(?:con|prn|aux|nul|com\d|lpt\d)(?: *\..*)?)$|[. ]$/iu);
  assert.ok(Buffer.byteLength(name) <= 120, 'a name is too long');
  assert.equal(fileNameOf(name), name, 'a name of a file stays as it is');
  const namer = createNamer();
  assert.notEqual(namer(name).toLowerCase(), namer(name.toUpperCase()).toLowerCase());
  const patterns = text.split('\n');
  unusablePattern(patterns);
  const facts = readName(patterns.at(-1) ?? '', patterns);
  assert.ok(facts.date === undefined || /^\d{4}-\d\d-\d\d$/u.test(facts.date));
  const page = theEngine().analyse(text);
  const pages = factsOf(text, [{ leaf: page, offset: 0, length: text.length, articles: 0 }]);
  issuesOf([{ name: `a/${name}.txt`, pages }, { name: text.slice(0, 40), pages }], undefined);
  assert.ok(bare(text).length <= text.length);
}

const sidecars = (): string[] => fc.sample(anySidecar, { numRuns: 20, seed: 1 }).map((one) => writeSidecar(one, 'page.txt'));

export const targets: readonly Target[] = [
  { name: 'page', seeds: samples, longest: 2500, check: checkPage },
  { name: 'figures', seeds: () => [...samples(), '截至2024年9月底，共3.2万元，同比增长7.5%，由12亿元增至15亿元，其中1月、2月分别为3个、4个。', '三分之二以上，2至3倍，零下5.5℃，上午9时30分，第A3版，010-12345678。'], longest: 3000, check: checkFigures },
  { name: 'exports', seeds: samples, longest: 1500, check: checkExports },
  { name: 'sidecar', seeds: () => [...sidecars(), '{}', '<<<<<<< a\n{}\n=======\n{}\n>>>>>>> b\n'], longest: 6000, check: checkSidecar },
  { name: 'records', seeds: () => ['{"text":"## 河\\n\\n甲。","id":12345678901234567890}\n{"text":1}\n\nno\n', '{"restitch":1,"text":"\\ud800","a":{"b":[1,{"c":"\\\\\\""}]}}\r\n'], longest: 3000, check: checkRecords },
  { name: 'archives', seeds: () => [gzipSync('甲').toString('latin1'), zipOf([{ name: 'a/b.txt', content: '甲' }, { name: 'x.txt.gz', content: gzipSync('乙') }]).toString('latin1'), gunzipSync(gzipSync('丙')).toString('latin1')], longest: 2000, check: checkArchives },
  { name: 'names', seeds: () => ['{paper}-{yyyy}{mm}{dd}-{page}\n河湾日报-20310902-3.txt', '../../x', 'CON.txt', '版'.repeat(300)], longest: 600, check: checkNames },
];
