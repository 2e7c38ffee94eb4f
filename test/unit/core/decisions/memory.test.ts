import assert from 'node:assert/strict';
import { applyEdits, Memory, nothingRemembered, restitch, withdraw, type Span } from '../../../../src/core/index';
import { analyse, sample, theEngine } from '../support';
import { remembering } from './sidecars';

const text = '河湾镇办起夜校\n\n入秋以来，河湾镇的夜校亮起了灯。来听课的人一晚多过一晚。\n\n镇上的人说，明年还要再办下去，课桌也要添。\n';
const paragraph = '入秋以来，河湾镇的夜校亮起了灯。来听课的人一晚多过一晚。';

/** A memory of one paragraph, and the text it follows. */
class Editor {
  readonly memory = new Memory();
  text = text;

  constructor() {
    this.memory.sidecar = remembering(text, [{ body: { kind: 'reviewed' }, of: [paragraph] }]);
    this.memory.in(text);
  }

  replace(words: string, by: string): this {
    const at = this.text.indexOf(words);
    assert.ok(at >= 0, words);
    return this.edit([at, at + words.length], by);
  }

  edit(span: Span, by: string): this {
    this.text = applyEdits(this.text, [{ span, newText: by }]);
    this.memory.follow([{ span, length: by.length }]);
    return this;
  }

  get words(): (string | undefined)[] {
    const { placed, lost } = this.memory.in(this.text);
    return [...placed.flatMap(({ spans }) => spans.map((span) => this.text.slice(...span))), ...lost.map(() => undefined)];
  }
}

describe('what is remembered of a text that is edited', () => {
  it('follows what is typed around it and inside it', () => {
    const editor = new Editor().replace('河湾镇办起', '河湾镇又办起').replace('亮起了灯', '都亮起了灯').replace('一晚多过一晚', '越来越多');
    assert.deepEqual(editor.words, ['入秋以来，河湾镇的夜校都亮起了灯。来听课的人越来越多。']);
  });

  it('may be typed anew until nothing of its words is left', () => {
    const editor = new Editor();
    const start = text.indexOf(paragraph);
    for (let at = start + 1; at < start + paragraph.length - 1; at++) editor.edit([at, at + 1], '新');
    assert.deepEqual(editor.words, [`入${'新'.repeat(paragraph.length - 2)}。`]);
  });

  it('goes along when it is cut and put elsewhere', () => {
    const editor = new Editor().replace(`${paragraph}\n\n`, '');
    assert.deepEqual(editor.words, [undefined]);
    editor.edit([editor.text.length, editor.text.length], `\n${paragraph}\n`);
    assert.deepEqual(editor.words, [paragraph]);
  });

  it('comes back when its deletion is undone', () => {
    const editor = new Editor();
    const at = text.indexOf(paragraph);
    editor.edit([at, at + paragraph.length], '');
    assert.deepEqual(editor.words, [undefined]);
    editor.edit([at, at], paragraph);
    assert.deepEqual(editor.words, [paragraph]);
  });

  it('is found in its place when the whole text is replaced from its middle on', () => {
    const editor = new Editor();
    const at = text.indexOf('来听课');
    editor.edit([at, text.length], `${text.slice(at, -1)}再添一行。\n`);
    assert.deepEqual(editor.words, [paragraph]);
  });

  it('stays what it was when a copy of it stands elsewhere and it is edited', () => {
    const editor = new Editor();
    editor.edit([text.length, text.length], `\n${paragraph}\n`).replace('亮起了灯', '都亮起了灯');
    assert.deepEqual(editor.words, [paragraph.replace('亮起了灯', '都亮起了灯')]);
  });

  it('is quoted anew as it stands, and then known by its new words', () => {
    const editor = new Editor().replace('一晚多过一晚', '越来越多');
    editor.memory.quote(editor.text, '2026-09-25T08:00:00.000Z');
    const [entry] = editor.memory.sidecar.entries;
    assert.equal(entry?.passages[0]?.head, paragraph.replace('一晚多过一晚', '越来越多'));
    assert.equal(entry.anchored, '2026-09-25T08:00:00.000Z');
    assert.deepEqual(editor.words, [entry.passages[0].head]);
  });

  it('goes through a re-stitching of the page', () => {
    const before = sample('sample-page.txt');
    const page = analyse(before);
    const memory = new Memory();
    const wanted = page.articles.flatMap(({ paragraphs }) => paragraphs.flatMap(({ spans }) => spans.map((span) => before.slice(...span))));
    memory.sidecar = remembering(before, wanted.map((words) => ({ body: { kind: 'reviewed' as const }, of: [words] })));
    memory.in(before);
    const { edits } = restitch(page, theEngine(), 'likely');
    const after = applyEdits(before, edits);
    memory.follow(edits.map(({ span, newText }) => ({ span, length: newText.length })));
    const { placed, lost } = memory.in(after);
    assert.deepEqual(lost, []);
    const bare = (words: string): string => words.replace(/\s/gu, '');
    for (const { entry, spans } of placed) {
      // The sample page has no character outside the first plane: its points are its units.
      assert.deepEqual(spans.map((span) => bare(after.slice(...span))), entry.passages.map(({ position }) => bare(before.slice(...position))));
    }
  });

  it('is nothing once it was taken back', () => {
    const editor = new Editor();
    editor.memory.sidecar = withdraw(editor.memory.sidecar, editor.memory.sidecar.entries.map(({ id }) => id), '2026-09-25T08:00:00.000Z');
    assert.deepEqual(editor.words, []);
    editor.memory.sidecar = nothingRemembered;
    assert.deepEqual(editor.memory.decisionsIn(editor.text), []);
  });
});
