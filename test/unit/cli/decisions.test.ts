import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { entriesOf, Ground, merge, nothingRemembered, writeSidecar, type Decision, type Sidecar } from '../../../src/core/index';
import { requireBuilt, restitch } from './command';
import { cutPage } from './pages';

const span = (words: string): [number, number] => [cutPage.indexOf(words), cutPage.indexOf(words) + words.length];
const cut = '“灯一亮,人就来了。”老木匠陈守田说,他在夜校里学会了看图纸,还把自己四十年的手艺写成了一本小册子,送给每一个来听课的年';
const rest = '轻人。';
const last = '夜校每周开三个晚上的课,不收学费。镇里说,明年还要再添两间教室,把缝纫班和识字班也办起来。';

let next = 0;
function decided(...decisions: Decision[]): Sidecar {
  const stamp = { newId: () => `urn:uuid:${String(next++)}`, time: '2026-09-24T08:00:00.000Z' };
  return merge(nothingRemembered, { ...nothingRemembered, entries: entriesOf(new Ground(cutPage), decisions, stamp) });
}

const apart = decided({ kind: 'apart', as: 'join', left: span(cut), right: span(rest) });
const joinLast = decided({ kind: 'join', left: span(cut), right: span(last) });

describe('restitch, with what was decided about a file', function () {
  this.timeout(120_000);
  let home: string;
  before(requireBuilt);
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'restitch-decided-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  /** The page with a sidecar beside it. */
  function page(sidecar: string, text = cutPage): string {
    const file = path.join(home, 'page.txt');
    writeFileSync(file, text);
    writeFileSync(`${file}.restitch.json`, sidecar);
    return file;
  }

  it('keeps apart what an editor kept apart, and joins what he joined', () => {
    assert.match(restitch([page('{}'), '--no-decisions']).out, /来听课的年轻人。/u);
    assert.doesNotMatch(restitch([page(writeSidecar(apart, 'page.txt'))]).out, /来听课的年轻人。/u);
    assert.match(restitch([page(writeSidecar(joinLast, 'page.txt'))]).out, /来听课的年夜校每周/u);
    assert.match(restitch([page(writeSidecar(joinLast, 'page.txt')), '--restitch']).out, /来听课的年夜校每周/u);
    assert.match(restitch([page(writeSidecar(joinLast, 'page.txt')), '--fix']).out, /来听课的年夜校每周/u);
  });

  it('still does when the page was edited since', () => {
    const edited = `编者按:本版刊登两篇来稿。\n\n${cutPage.replace('船长赵大江说', '船长老赵说')}`;
    assert.match(restitch([page(writeSidecar(joinLast, 'page.txt'), edited)]).out, /来听课的年夜校每周/u);
  });

  it('leaves it out when asked to, and from standard input', () => {
    const file = page(writeSidecar(apart, 'page.txt'));
    assert.match(restitch([file, '--no-decisions']).out, /来听课的年轻人。/u);
    assert.match(restitch(['-'], { input: cutPage }).out, /来听课的年轻人。/u);
  });

  it('says how many decisions no longer fit, and how many the page cannot follow', () => {
    const gone = cutPage.replace(last, '夜校停办了。');
    const { err, code } = restitch([page(writeSidecar(joinLast, 'page.txt'), gone)]);
    assert.match(err, /page\.txt: 1 decision no longer fits the text and is left out\n/u);
    assert.ok(code === 0 || code === 1);
    assert.match(restitch([page(writeSidecar(joinLast, 'page.txt'), gone), '--lang', 'zh']).err, /1 项决定已与原文不符/u);
    assert.equal(restitch([page(writeSidecar(joinLast, 'page.txt'), gone), '--quiet']).err, '');
    const both = decided({ kind: 'join', left: span(cut), right: span(rest) }, { kind: 'join', left: span(cut), right: span(last) });
    assert.match(restitch([page(writeSidecar(both, 'page.txt'))]).err, /cannot follow 1 decision/u);
  });

  it('does not pass over a sidecar that it cannot use', () => {
    for (const [sidecar, words] of [
      ['{', /page\.txt\.restitch\.json: its decisions cannot be read \(it is no JSON\)/u],
      ['{"restitch:version": 1}', /unexpected value at "first"/u],
      [writeSidecar(apart, 'page.txt').replace('"restitch:version": 1', '"restitch:version": 9'), /newer Restitch \(format 9\)/u],
      ['<<<<<<< ours\n{\n=======\n}\n>>>>>>> theirs\n', /merge conflict that cannot be read/u],
    ] as const) {
      const { code, out, err } = restitch([page(sidecar)]);
      assert.equal(code, 3);
      assert.equal(out, '');
      assert.match(err, words);
    }
  });

  it('follows both sides of a merge conflict, and says so', () => {
    const head = decided({ kind: 'role', span: span('## 渡口小学添了一艘课船'), role: 'headline' });
    const { out, err } = restitch([page(`<<<<<<< ours\n${writeSidecar(apart, 'page.txt')}=======\n${writeSidecar(head, 'page.txt')}>>>>>>> theirs\n`)]);
    assert.doesNotMatch(out, /来听课的年轻人。/u);
    assert.match(err, /the decisions of both sides are followed/u);
  });
});
