// An editor's desk without VS Code: a text, its undo stack, what was decided, and the actions of the product on them.
import assert from 'node:assert/strict';
import {
  accept as acceptDoubt, add, allowanceOf, decisionsOf, doubtsOf, entriesOf, Ground, HEADING_MARKS, lastStep, Memory, NORMAL_FORMS, normalise, normalisedPage, normalKinds, prove, reject, restitch, restitchArticle,
  restitchSome, SIGN_FORMS, splitArticle, splitParagraph, withdraw, type Allowance, type DecidedRole, type Decision, type Page, type Span, type TextEdit,
} from '../../../../src/core/index';
import { applyEdits } from '../../../../src/core/text/span';
import { blocksOf } from '../../../../src/extension/map/blocks';
import { decisionsFor, decisionsForMerge } from '../../../../src/extension/map/moves';
import { drop, makeFurniture, merge, shift, splitBefore } from '../../../../src/extension/tree/gestures';
import { allRows } from '../../../../src/extension/tree/row';
import { rowsOf } from '../../../../src/extension/tree/rows';
import { assertSound, inventory, theEngine } from '../support';

const ROLES: readonly DecidedRole[] = ['headline', 'kicker', 'deck', 'subhead', 'standingHead', 'caption', 'furniture', 'body'];

/** A step back or forth: the text before it, and the edits that undo it. */
interface Step {
  readonly before: string;
  readonly after: string;
  readonly back: readonly TextEdit[];
  readonly forth: readonly TextEdit[];
}

/** Numbers that say what an action is done to, whatever there is to choose from. */
export interface Choice {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly words: string;
}

export class Desk {
  readonly #memory = new Memory();
  readonly #undone: Step[] = [];
  readonly #done: Step[] = [];
  #clock = 0;
  #page: Page | undefined;

  constructor(public text: string) {}

  /** The analysis of the text and of what was decided about it, as the extension has it. */
  get page(): Page {
    this.#page ??= theEngine().analyse(this.text, this.decisions);
    return this.#page;
  }

  get decisions(): readonly Decision[] {
    return decisionsOf(this.#memory.in(this.text).placed);
  }

  /** An edit of the product: proven as the extension proves it, and counted once more in another way. */
  apply(edits: readonly TextEdit[], allowance: Allowance): void {
    if (edits.length === 0) return;
    const proof = prove(this.text, edits, allowance);
    if (!proof.conserved) assert.fail(`lost ${JSON.stringify(proof.lost)}, added ${JSON.stringify(proof.added)}`);
    if (allowance.respelt === undefined) assert.deepEqual(inventory(proof.text), inventory(this.text));
    for (const { span } of edits) for (const at of span) assert.ok(!isInside(this.text, at), `an edit at ${String(at)} tears a pair that VS Code would not tear`);
    this.#change(edits);
    assert.equal(this.text, proof.text);
  }

  /** Somebody types, pastes or deletes. */
  type(edit: TextEdit): void {
    this.#change([edit]);
  }

  undo(): void {
    const step = this.#done.pop();
    if (!step) return;
    assert.equal(this.text, step.after);
    this.#write(step.back);
    assert.equal(this.text, step.before);
    this.#undone.push(step);
  }

  redo(): void {
    const step = this.#undone.pop();
    if (!step) return;
    this.#write(step.forth);
    assert.equal(this.text, step.after);
    this.#done.push(step);
  }

  /** Decides something: no text changes, and the page still has each character in one place. */
  decide(decisions: readonly Decision[]): void {
    if (decisions.length === 0) return;
    const stamp = { time: new Date(this.#clock++ * 1000).toISOString().replace(/\.\d+Z$/, 'Z'), newId: () => `d${String(this.#clock)}-${String(this.#ids++)}` };
    this.#memory.sidecar = add(this.#memory.sidecar, entriesOf(new Ground(this.text), decisions, stamp));
    this.#page = undefined;
  }

  takeBack(): void {
    const ids = lastStep(this.#memory.sidecar).map(({ id }) => id);
    if (ids.length === 0) return;
    this.#memory.sidecar = withdraw(this.#memory.sidecar, ids, new Date(this.#clock++ * 1000).toISOString().replace(/\.\d+Z$/, 'Z'));
    this.#page = undefined;
  }

  /** Undoes everything: the bytes of the beginning. */
  undoAll(): void {
    while (this.#done.length > 0) this.undo();
  }

  #ids = 0;

  #change(edits: readonly TextEdit[]): void {
    const before = this.text;
    const back = inverse(before, edits);
    this.#write(edits);
    this.#done.push({ before, after: this.text, back, forth: edits });
    this.#undone.length = 0;
  }

  #write(edits: readonly TextEdit[]): void {
    const last = [...edits].sort((one, other) => other.span[0] - one.span[0] || other.span[1] - one.span[1]);
    this.text = applyEdits(this.text, edits);
    this.#memory.follow(last.map(({ span, newText }) => ({ span, length: newText.length })));
    this.#page = undefined;
  }
}

/** The edits that take edits back, in the places of the new text. */
function inverse(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return [...edits].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]).map(({ span: [start, end], newText }) => {
    const from = start + shift;
    shift += newText.length - (end - start);
    return { span: [from, from + newText.length], newText: text.slice(start, end) };
  });
}

/** Whether an offset lies inside a surrogate pair or between CR and LF. */
function isInside(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const behind = text.charCodeAt(at);
  return (before === 0x0d && behind === 0x0a) || (before >= 0xd800 && before < 0xdc00 && behind >= 0xdc00 && behind < 0xe000);
}

const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)];

/** Each thing that a user can do; one that has nothing to be done to does nothing. */
export const ACTIONS: Readonly<Record<string, (desk: Desk, choice: Choice) => void>> = {
  fix: (desk, { a, b }) => {
    const fix = pick(pick(desk.page.findings.filter(({ fixes }) => fixes.length > 0), a)?.fixes ?? [], b);
    if (fix) desk.apply(fix.edits, allowanceOf(fix));
  },
  restitchPage: (desk, { a }) => {
    const level = a % 2 === 0 ? 'sure' : 'likely';
    desk.apply(restitch(desk.page, theEngine(), level).edits, HEADING_MARKS);
  },
  restitchArticle: (desk, { a }) => {
    const article = pick(desk.page.articles, a);
    if (article) desk.apply(restitchArticle(desk.page, article).edits, HEADING_MARKS);
  },
  restitchSome: (desk, { a, b }) => {
    const some = desk.page.articles.filter((_, i) => (a + i * b) % 2 === 0);
    desk.apply(restitchSome(desk.page, some, theEngine()).edits, HEADING_MARKS);
  },
  normalise: (desk) => {
    desk.apply(normalise(desk.page), SIGN_FORMS);
  },
  normaliseAll: (desk) => {
    const page = normalisedPage(desk.page, normalKinds);
    desk.apply(normalise(desk.page, normalKinds), NORMAL_FORMS);
    assert.equal(desk.text, page.text);
  },
  renameHeadline: (desk, { a, words }) => {
    const article = pick(desk.page.articles, a);
    const span = article?.headline.find(([start, end]) => article.title !== '' && desk.text.slice(start, end).endsWith(article.title));
    const newText = words.replace(/[\s\ud800-\udfff]/g, '');
    if (article === undefined || span === undefined || newText === '') return;
    const retyped: Span = [span[1] - article.title.length, span[1]];
    const proof = prove(desk.text, [{ span: retyped, newText }], { retyped });
    assert.ok(proof.conserved);
    desk.type({ span: retyped, newText });
  },
  type: (desk, { a, b, words }) => {
    const start = a % (desk.text.length + 1);
    desk.type({ span: [start, Math.min(desk.text.length, start + (b % 5))], newText: words });
  },
  undo: (desk) => desk.undo(),
  redo: (desk) => desk.redo(),
  acceptDoubt: (desk, { a }) => {
    const doubt = pick(doubtsOf(desk.page), a);
    if (doubt) desk.decide(acceptDoubt(doubt));
  },
  rejectDoubt: (desk, { a }) => {
    const doubt = pick(doubtsOf(desk.page), a);
    if (doubt) desk.decide(reject(doubt));
  },
  pieces: (desk, { a, b, c }) => {
    const spans = [...desk.page.articles.flatMap(({ headline, paragraphs }) => [...headline, ...paragraphs.flatMap((one) => one.spans)]), ...desk.page.furniture];
    const [left, right] = [pick(spans, a), pick(spans, b)];
    if (left === undefined || right === undefined || left === right) return;
    const as = c % 2 === 0 ? 'join' : 'follow';
    const all: Decision[] = [{ kind: as, left, right }, { kind: 'apart', as, left, right }, { kind: 'role', span: left, role: pick(ROLES, b) ?? 'body' }, { kind: 'ignore', code: 'split-paragraph', span: left }];
    desk.decide([pick(all, c >> 1) ?? { kind: as, left, right }]);
  },
  splitParagraph: (desk, { a }) => desk.decide(splitParagraph(a % (desk.text.length + 1))),
  splitArticle: (desk, { a }) => desk.decide(splitArticle(a % (desk.text.length + 1))),
  takeBack: (desk) => desk.takeBack(),
  dropInTree: (desk, { a, b, c }) => {
    const { page } = desk;
    const rows = rowsOf({ page, findings: page.findings, language: 'en', lineOf: () => 1 });
    const all = allRows(rows);
    const [one, other] = [pick(all, a), pick(all, b)];
    if (!one || !other) return;
    const article = page.articles.find(({ id }) => id === other.article);
    const gestures = [
      () => drop(page, rows, [one], other),
      () => makeFurniture(rows, [one]),
      () => shift(page, rows, [one], c % 2 === 0 ? 1 : -1),
      () => splitBefore(one),
      () => (article ? merge(page, article, page.articles.filter(({ id }) => id === one.article)) : []),
    ];
    desk.decide(pick(gestures, c)?.() ?? []);
  },
  dropOnMap: (desk, { a, b, c }) => {
    const { page } = desk;
    const blocks = blocksOf(page);
    const { length } = blocks.inFile;
    if (length === 0) return;
    const chosen = [a % length, (a + c) % length];
    const group = b % Math.max(1, page.articles.length);
    const gestures = [
      () => decisionsFor(page, blocks, chosen, { kind: 'furniture' }),
      () => decisionsFor(page, blocks, chosen, { kind: 'newArticle' }),
      () => decisionsFor(page, blocks, chosen, { kind: 'article', group }),
      () => decisionsForMerge(page, group, a % Math.max(1, page.articles.length)),
    ];
    desk.decide(pick(gestures, c)?.() ?? []);
  },
};

/** What holds at the end of each sequence. */
export function assertDesk(desk: Desk, began: string): void {
  assertSound(desk.text, desk.page);
  // What was re-stitched is re-stitched: a second time changes nothing.
  for (const level of ['sure', 'likely'] as const) {
    const { edits, decisions } = restitch(desk.page, theEngine(), level);
    const once = applyEdits(desk.text, edits);
    const again = restitch(theEngine().analyse(once, decisions), theEngine(), level);
    assert.equal(applyEdits(once, again.edits), once, `re-stitching what is ${level} a second time changes something`);
  }
  desk.undoAll();
  assert.equal(desk.text, began);
}
