import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { createSegmenterWords, WordServiceEnded } from '../../../src/core/index';
import { loadJieba } from '../../../src/node/words/jieba';
import { createWordService } from '../../../src/node/words/service';
import { withFastSeconds } from '../watch/seconds';

const text = '林小禾在河湾镇的夜校里教木工。夜校的木工课很受欢迎，河湾镇的老人也来听木工课。北京大学的学生也来了。';
const builtWorker = path.resolve('dist/words-worker.js');

function hasJieba(): boolean {
  try {
    createRequire(path.resolve('package.json')).resolve('nodejieba/build/Release/nodejieba.node');
    return existsSync(builtWorker);
  } catch {
    return false;
  }
}

let home: string;

/** A service whose worker is the given script. */
function serviceWith(script: string): { words: ReturnType<typeof createWordService>; log: string[] } {
  const workerFile = path.join(home, 'worker.cjs');
  writeFileSync(workerFile, script);
  const log: string[] = [];
  return { words: createWordService({ workerFile, log: (line) => log.push(line) }), log };
}

const heading = "const { parentPort } = require('node:worker_threads');\n";
const ready = `${heading}parentPort.postMessage({ kind: 'ready' });\n`;

describe('words', () => {
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'restitch-words-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  describe('by Intl.Segmenter', () => {
    it('cuts, and loses nothing', async () => {
      const words = createSegmenterWords();
      for (const sample of [text, '', 'a\ud800b', '一\u0000二\r\n', '😀𠮷']) assert.equal((await words.cut(sample)).join(''), sample);
      assert.equal(await words.backend, 'Intl.Segmenter');
    });

    it('gives keywords, the limit kept', async () => {
      const words = createSegmenterWords();
      const keywords = await words.keywords(text, 3);
      assert.equal(keywords.length, 3);
      assert.ok(keywords.includes('木工') || keywords.includes('木工课'), keywords.join());
      assert.deepEqual(await words.keywords(text, 0), []);
      assert.deepEqual(await words.keywords('', 5), []);
    });

    it('answers nothing once it has ended', async () => {
      const words = createSegmenterWords();
      await words.dispose();
      await assert.rejects(words.cut(text), WordServiceEnded);
    });
  });

  describe('by nodejieba', function () {
    this.timeout(20_000);

    before(function () {
      if (!hasJieba()) {
        console.log('      nodejieba or dist/words-worker.js is not here: its tests are left out');
        this.skip();
      }
    });

    it('cuts, names and finds keywords in its thread', async () => {
      const log: string[] = [];
      const words = createWordService({ workerFile: builtWorker, log: (line) => log.push(line) });
      try {
        const [cut, names, keywords] = await Promise.all([words.cut(text), words.names(text), words.keywords(text, 4)]);
        assert.equal(cut.join(''), text);
        assert.ok(names.includes('北京大学'), names.join());
        assert.equal(new Set(names).size, names.length);
        assert.ok(keywords.includes('木工'), keywords.join());
        assert.equal(keywords.length, 4);
        assert.equal(await words.backend, 'nodejieba');
        assert.deepEqual(await words.keywords(text, 0), []);
        // half a character has no UTF-8, so this one is cut by the segmenter
        assert.equal((await words.cut('河湾镇\ud800夜校')).join(''), '河湾镇\ud800夜校');
        assert.equal((await words.cut('一\u0000二')).join(''), '一\u0000二');
        assert.deepEqual(log, []);
      } finally {
        await words.dispose();
      }
    });

    it('answers a program that waits, and lets it end without being told to', () => {
      const program = path.join(home, 'program.cjs');
      const contents = `import { createWordService } from './src/node/words/service';
        const words = createWordService({ workerFile: ${JSON.stringify(builtWorker)}, log: console.error });
        void words.cut('河湾镇夜校').then((cut) => console.log(cut.join('')));`;
      buildSync({ stdin: { contents, resolveDir: process.cwd(), loader: 'ts' }, bundle: true, platform: 'node', outfile: program });
      const run = spawnSync(process.execPath, [program], { encoding: 'utf8', timeout: 15_000 });
      assert.equal(run.stderr, '');
      assert.equal(run.stdout, '河湾镇夜校\n');
      assert.equal(run.status, 0);
    });
  });

  describe('with a dictionary that is damaged', function () {
    this.timeout(60_000);
    let modules: string;
    const short = (): string => path.join(home, 'idf.utf8');
    const dictionary = (name: string): string => path.join(modules, 'nodejieba', 'submodules', 'cppjieba', 'dict', name);

    before(function () {
      if (!hasJieba()) this.skip();
    });

    /** The built worker beside a copy of nodejieba, in a process of its own: what aborts there ends no test. */
    function wordsIn(damage: () => void): { status: number | null; out: string; err: string } {
      modules = path.join(home, 'node_modules');
      const from = path.dirname(createRequire(path.resolve('package.json')).resolve('nodejieba/package.json'));
      cpSync(from, path.join(modules, 'nodejieba'), { recursive: true, filter: (file) => !/[\\/](?:node_modules|obj\.target|test|pos_dict)$/u.test(file) });
      const worker = path.join(home, 'words-worker.js');
      cpSync(builtWorker, worker);
      cpSync(path.resolve('dist/idf.utf8'), short());
      damage();
      const program = path.join(home, 'program.cjs');
      const contents = `import { createWordService } from './src/node/words/service';
        const words = createWordService({ workerFile: ${JSON.stringify(worker)}, log: console.error });
        void words.cut('河湾镇夜校').then(async (cut) => console.log(cut.join(''), await words.backend));`;
      buildSync({ stdin: { contents, resolveDir: process.cwd(), loader: 'ts' }, bundle: true, platform: 'node', outfile: program });
      const { status, stdout, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8', timeout: 30_000 });
      return { status, out: stdout, err: stderr };
    }

    it('loads the copy as it was', () => {
      assert.deepEqual(wordsIn(() => undefined), { status: 0, out: '河湾镇夜校 nodejieba\n', err: '' });
    });

    it('takes nodejieba’s own list of how rare words are where the short one is not there, and does without it where that is', () => {
      const loaded = { status: 0, out: '河湾镇夜校 nodejieba\n', err: '' };
      assert.deepEqual(wordsIn(() => rmSync(short())), loaded);
      assert.deepEqual(wordsIn(() => rmSync(dictionary('idf.utf8'))), loaded);
    });

    for (const [what, damage] of [
      ['missing', () => { rmSync(short()); rmSync(dictionary('idf.utf8')); }],
      ['the short list cut off', () => truncateSync(short(), 300_000)],
      ['a folder', () => { rmSync(dictionary('user.dict.utf8')); mkdirSync(dictionary('user.dict.utf8')); }],
      ['empty', () => truncateSync(dictionary('jieba.dict.utf8'), 0)],
      ['cut off in a line', () => truncateSync(dictionary('jieba.dict.utf8'), statSync(dictionary('jieba.dict.utf8')).size - 5)],
      ['cut off behind a line', () => writeFileSync(dictionary('jieba.dict.utf8'), '河湾镇 3 ns\n')],
      ['another line in the middle', () => writeFileSync(dictionary('jieba.dict.utf8'), readFileSync(dictionary('jieba.dict.utf8'), 'utf8').replace('\nB超 3 n\n', '\nB超 3\n'))],
      ['binary', () => { rmSync(short()); writeFileSync(dictionary('idf.utf8'), Buffer.alloc(6_000_000, 0xff)); }],
      ['half a model of characters', () => truncateSync(dictionary('hmm_model.utf8'), 260_000)],
      ['no model of characters', () => writeFileSync(dictionary('hmm_model.utf8'), '#\n')],
      ['no stop word', () => truncateSync(dictionary('stop_words.utf8'), 0)],
    ] as const) {
      it(`does not load it, says so once and goes on: ${what}`, () => {
        const { status, out, err } = wordsIn(damage);
        assert.equal(status, 0, err);
        assert.equal(out, '河湾镇夜校 Intl.Segmenter\n');
        assert.match(err, /^nodejieba cannot be used \(.*\.utf8.*\); words come from Intl\.Segmenter\n$/u);
      });
    }
  });

  describe('loading nodejieba', () => {
    it('refuses before a missing dictionary could end the process', () => {
      const script = `exports.load = () => process.abort(); exports.cut = exports.tag = exports.extract = () => [];
        for (const name of ['DICT', 'HMM_DICT', 'USER_DICT', 'IDF_DICT', 'STOP_WORD_DICT']) exports['DEFAULT_' + name] = __dirname + '/none.utf8';`;
      const from = packageNamedNodejieba(script);
      assert.throws(() => loadJieba(from), /none\.utf8/u);
    });

    it('refuses another package of that name', () => {
      assert.throws(() => loadJieba(packageNamedNodejieba('exports.cut = 1;')), /another/u);
    });

    it('says when there is no such package', () => {
      assert.throws(() => loadJieba(path.join(home, 'program.js')), /nodejieba/u);
    });
  });

  describe('when nodejieba fails', () => {
    it('goes on with Intl.Segmenter and says so once', async () => {
      const { words, log } = serviceWith(`${heading}parentPort.postMessage({ kind: 'unavailable', why: 'no native part' });`);
      assert.equal((await words.cut(text)).join(''), text);
      assert.equal(await words.backend, 'Intl.Segmenter');
      assert.ok((await words.keywords(text, 2)).length === 2);
      assert.equal(log.length, 1);
      assert.match(log[0]!, /no native part/u);
      await words.dispose();
      assert.equal(log.length, 1);
    });

    for (const [what, script] of [
      ['throws while it starts', "throw new Error('broken');"],
      ['ends while it starts', 'process.exit(3);'],
      ['dies at a question', `${ready}parentPort.on('message', () => { throw new Error('broken'); });`],
      ['ends at a question', `${ready}parentPort.on('message', () => process.exit(0));`],
    ] as const) {
      it(`answers what is open when the thread ${what}`, async () => {
        const { words, log } = serviceWith(script);
        const answers = await Promise.all([words.cut(text), words.cut('夜校'), words.names(text)]);
        assert.equal(answers[0].join(''), text);
        assert.equal(answers[1].join(''), '夜校');
        assert.equal(await words.backend, 'Intl.Segmenter');
        assert.equal(log.length, 1);
        await words.dispose();
      });
    }

    it('does so too when the thread hangs', async function () {
      this.timeout(20_000);
      await withFastSeconds(async () => {
        const { words, log } = serviceWith(`${ready}parentPort.on('message', () => { for (;;); });`);
        assert.equal((await words.cut(text)).join(''), text);
        assert.equal(await words.backend, 'Intl.Segmenter');
        assert.match(log.join(), /no sign of life for 31 s/u);
        assert.equal(log.length, 1);
        await words.dispose();
      });
    });

    it('does so too when there is no worker file', async () => {
      const log: string[] = [];
      const words = createWordService({ workerFile: path.join(home, 'none.js'), log: (line) => log.push(line) });
      assert.equal(await words.backend, 'Intl.Segmenter');
      assert.equal(log.length, 1);
      await words.dispose();
    });
  });

  describe('ending the service', () => {
    it('rejects what is open and what comes later', async () => {
      const { words, log } = serviceWith(`${ready}parentPort.on('message', () => undefined);`);
      const open = assert.rejects(words.cut(text), WordServiceEnded);
      await words.dispose();
      await open;
      await assert.rejects(words.names(text), WordServiceEnded);
      await assert.rejects(words.backend, WordServiceEnded);
      await words.dispose();
      assert.deepEqual(log, []);
    });

    it('starts no thread that nobody asked for', async () => {
      const log: string[] = [];
      const words = createWordService({ workerFile: path.join(home, 'none.js'), log: (line) => log.push(line) });
      await words.dispose();
      assert.deepEqual(log, []);
    });
  });
});

/** A package of that name beside a program; gives the program. */
function packageNamedNodejieba(script: string): string {
  const folder = path.join(home, 'node_modules', 'nodejieba');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'index.js'), script);
  return path.join(home, 'program.js');
}
