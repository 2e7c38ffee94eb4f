/// <reference lib="dom" />
import { fill } from '../parts/element';
import { connect } from '../parts/host';
import { isFlag, record } from '../protocol/check';
import { parseToMap, type FromMap, type MapModel, type Target, type ToMap } from '../protocol/map';
import { Drag } from './drag';
import { dropAt, type Drop } from './geometry';
import type { MenuItem } from './menu';
import { spotOf, type Spot } from './rows';
import { stepFrom, type Step } from './steps';
import { MapView } from './view';

const isKept = record({}, { overview: isFlag });

const view = new MapView();
const selected = new Set<string>();
/** Where a run of selected blocks begins that Shift makes longer. */
/** The key of the block where a selection began: its place may be another after the next analysis. */
let anchor: string | undefined;

const extension = connect<ToMap, FromMap>(parseToMap, receive, (text) => ({ type: 'trouble', text }));
view.setOverview(isKept(extension.kept) && extension.kept.overview === true);

function receive(message: ToMap): void {
  switch (message.type) {
    case 'model':
      drag.cancel();
      view.show(message.model);
      keep(message.model);
      for (const key of [...selected]) if (!message.model.blocks.some((block) => block.key === key)) selected.delete(key);
      { showSelection(); return; }
    case 'empty':
      { view.showEmpty(message.text); return; }
    case 'cursor':
      { view.follow(message.block); return; }
    case 'say':
      { view.say(message.text); return; }
  }
}

function keep({ source }: MapModel): void {
  extension.keep({ source, overview: view.isOverview });
}

// — going to the text —

function reveal(spot: Spot, focus: boolean): void {
  const { model } = view;
  const block = view.blockOf(spot) ?? (('group' in spot) ? model?.groups[spot.group]?.parts[0] : undefined);
  if (model && block !== undefined) extension.post({ type: 'reveal', edition: model.edition, block, focus });
}

// — selecting —

function showSelection(): void {
  view.select((key) => selected.has(key));
  const { model } = view;
  if (model) view.say(selected.size > 1 ? fill(model.words.carrying, selected.size) : '');
}

/** `one`: that block alone; `toggle`: in or out; `run`: from where the last one began, in file order. */
function select(block: number | undefined, how: 'one' | 'toggle' | 'run'): void {
  const key = block === undefined ? undefined : view.model?.blocks[block]?.key;
  const begun = anchor === undefined ? -1 : (view.model?.blocks.findIndex((one) => one.key === anchor) ?? -1);
  if (how === 'one' || (how === 'run' && begun < 0)) selected.clear();
  if (block === undefined || key === undefined) { showSelection(); return; }
  if (how === 'run' && begun >= 0) {
    selected.clear();
    for (let at = Math.min(begun, block); at <= Math.max(begun, block); at++) selected.add(view.model?.blocks[at]?.key ?? '');
  } else if (how === 'toggle' && selected.has(key)) selected.delete(key);
  else selected.add(key);
  if (how !== 'run' || begun < 0) anchor = key;
  showSelection();
}

/** What a gesture at a block takes along: all that is selected where the block is among it. */
function taken(block: number): readonly number[] {
  const { model } = view;
  const key = model?.blocks[block]?.key ?? '';
  if (!model || !selected.has(key)) return [block];
  return model.blocks.flatMap((one, at) => (selected.has(one.key) ? [at] : []));
}

// — moving —

function move(blocks: readonly number[], to: Target): void {
  if (view.model) extension.post({ type: 'move', edition: view.model.edition, blocks, to });
}

/** The menu of places for a block, or of articles to continue for the head of one. */
function openMenu(spot: Spot): void {
  const { model } = view;
  const row = view.rowOf(spot);
  if (!model || !row) return;
  const home = view.groupOf(spot);
  const articles = (choose: (group: number) => void): MenuItem[] =>
    model.groups.flatMap(({ furniture, title, hue }, group) => (furniture ? [] : [{ label: title, hue, disabled: group === home, choose: () => choose(group) }]));
  if ('group' in spot) {
    if (model.groups[spot.group]?.furniture === true) return;
    view.menu.open(row, model.words.moveTo, articles((into) => extension.post({ type: 'merge', edition: model.edition, group: spot.group, into }))); return;
  }
  if (model.blocks[spot.block]?.movable !== true) { view.say(model.words.notMovable); return; }
  const blocks = taken(spot.block);
  view.menu.open(row, model.words.moveTo, [
    ...articles((group) => move(blocks, { kind: 'article', group })),
    { label: model.words.newArticle, hue: 0, disabled: false, apart: true, choose: () => move(blocks, { kind: 'newArticle' }) },
    { label: model.words.furniture, hue: 0, disabled: model.groups[home ?? 0]?.furniture === true, choose: () => move(blocks, { kind: 'furniture' }) },
  ]);
}

/** One place up or down among the parts of its article. */
function nudge(spot: Spot, by: 1 | -1): void {
  const { model } = view;
  const block = view.blockOf(spot);
  const group = view.groupOf(spot);
  if (!model || block === undefined || group === undefined || 'group' in spot) return;
  const { head, parts = [] } = model.groups[group] ?? {};
  const order = head === undefined ? parts : [head, ...parts];
  const at = order.indexOf(block);
  const behind = order[by === 1 ? at + 1 : at - 2];
  if (behind !== undefined) move([block], { kind: 'article', group, behind });
}

// — dragging —

/** What the drag holds: blocks, or a whole article by its head. */
let held: { readonly blocks: readonly number[] } | { readonly group: number } | undefined;

const drag = new Drag({
  scroller: view.scroller,
  hold(spot) {
    const { model } = view;
    view.card.close();
    if (!model) return undefined;
    if ('group' in spot) {
      held = { group: spot.group };
      return model.groups[spot.group]?.furniture === true ? undefined : model.groups[spot.group]?.title;
    }
    const block = model.blocks[spot.block];
    if (block?.movable !== true) {
      view.say(model.words.notMovable);
      return undefined;
    }
    const blocks = taken(spot.block);
    held = { blocks };
    for (const one of blocks) for (const row of [view.rows.left[one], view.rows.right[one]]) row?.classList.add('is-held');
    document.body.classList.add('is-dragging');
    return blocks.length > 1 ? fill(model.words.carrying, blocks.length) : block.excerpt;
  },
  over(x, y) {
    const { drop, zone } = targetAt(x, y);
    view.showDrop(drop, zone);
    return view.dropWords(drop, zone);
  },
  drop(x, y) {
    const { drop, zone } = targetAt(x, y);
    const { model } = view;
    if (!held || !model) return;
    if ('group' in held) {
      if (drop && drop.group !== held.group) extension.post({ type: 'merge', edition: model.edition, group: held.group, into: drop.group });
    } else if (zone === view.newArticle) move(held.blocks, { kind: 'newArticle' });
    else if (zone === view.furniture || (drop && model.groups[drop.group]?.furniture === true)) move(held.blocks, { kind: 'furniture' });
    else if (drop) move(held.blocks, { kind: 'article', group: drop.group, ...(drop.behind !== undefined && { behind: drop.behind }) });
    else view.say(model.words.cancelled);
  },
  end() {
    held = undefined;
    view.showDrop(undefined, undefined);
    document.body.classList.remove('is-dragging');
    for (const row of document.querySelectorAll('.is-held')) row.classList.remove('is-held');
  },
});
document.body.append(drag.ghost);

function targetAt(x: number, y: number): { readonly drop?: Drop; readonly zone?: HTMLElement } {
  const { model, plan } = view;
  const zone = [view.newArticle, view.furniture].find((one) => within(one.getBoundingClientRect(), x, y));
  if (zone) return { zone };
  const frame = view.scroller.getBoundingClientRect();
  if (!model || !plan || !within(frame, x, y) || x < view.right.getBoundingClientRect().left - 24) return {};
  const drop = dropAt(plan, model.groups, y - frame.top + view.scroller.scrollTop);
  return drop ? { drop } : {};
}

function within(box: DOMRect, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

// — mouse —

view.scroller.addEventListener('click', (event) => {
  const spot = spotOf(event.target);
  if (!spot) { select(undefined, 'one'); return; }
  const block = view.blockOf(spot);
  view.focus(spot);
  if (event.shiftKey) { select(block, 'run'); return; }
  if (event.ctrlKey || event.metaKey) { select(block, 'toggle'); return; }
  select(block, 'one');
  reveal(spot, false);
});
view.scroller.addEventListener('dblclick', (event) => {
  const spot = spotOf(event.target);
  if (spot) reveal(spot, true);
});
view.scroller.addEventListener('contextmenu', (event) => {
  event.preventDefault();
  const spot = spotOf(event.target);
  if (!spot) return;
  view.focus(spot);
  openMenu(spot);
});
view.scroller.addEventListener('pointerover', (event) => {
  if (!drag.isOn) point(spotOf(event.target));
});
view.scroller.addEventListener('pointerleave', () => {
  if (!drag.isOn) point(undefined);
});
view.scroller.addEventListener('scroll', () => view.card.close(), { passive: true });
view.scroller.addEventListener('focusin', (event) => {
  const spot = spotOf(event.target);
  if (spot && event.target instanceof Element && event.target.matches(':focus-visible')) point(spot);
});
view.scroller.addEventListener('focusout', () => point(undefined));

/** The mouse or the focus is on a row: its article comes forward, and its card opens. */
function point(spot: Spot | undefined): void {
  view.heat(spot && view.groupOf(spot));
  const block = spot && view.model?.blocks[view.blockOf(spot) ?? -1];
  const row = spot && view.rowOf(spot);
  if (row && block) view.card.openSoon(row, block);
  else view.card.close();
}

view.undoButton.addEventListener('click', () => extension.post({ type: 'undo' }));
view.overviewButton.addEventListener('click', () => {
  view.setOverview(!view.isOverview);
  if (view.model) keep(view.model);
});

// — keyboard —

const steps: Readonly<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'across', ArrowRight: 'across', Home: 'first', End: 'last' };

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z') {
    event.preventDefault();
    extension.post({ type: 'undo' });
  } else if (event.key === 'Escape') escape();
  else if (onRow(event)) event.preventDefault();
});

function escape(): void {
  if (drag.isOn) {
    drag.cancel();
    if (view.model) view.say(view.model.words.cancelled);
  } else if (view.card.isOpen) view.card.close();
  else select(undefined, 'one');
}

/** A key on a row; whether it meant anything. */
function onRow({ key, target, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  const spot = spotOf(target);
  const { model } = view;
  if (!spot || !model || ctrlKey || metaKey) return false;
  if (altKey) {
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return false;
    nudge(spot, key === 'ArrowDown' ? 1 : -1);
    return true;
  }
  const step = steps[key];
  if (step !== undefined) {
    if ((key === 'ArrowRight') === (spot.side === 'reading') && step === 'across') return true;
    const next = stepFrom(model, spot, step);
    if (!next) return true;
    const before = view.blockOf(spot);
    view.focus(next);
    if (!shiftKey) return true;
    // The run begins where the focus was.
    if (selected.size === 0) select(before, 'one');
    select(view.blockOf(next), 'run');
    return true;
  }
  if (key === 'Enter') reveal(spot, true);
  else if (key === ' ') select(view.blockOf(spot), 'toggle');
  else if (key === 'm' || key === 'M' || key === 'ContextMenu' || (key === 'F10' && shiftKey)) openMenu(spot);
  else return false;
  return true;
}

extension.post({ type: 'ready' });
