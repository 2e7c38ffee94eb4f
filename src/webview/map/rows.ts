/// <reference lib="dom" />
import type { MapBlock, MapGroup, MapModel } from '../protocol/map';
import { element } from '../parts/element';
import type { Box } from './geometry';

/** A row that can have the focus: a block on the left, a block or the head of an article on the right. */
export type Spot =
  | { readonly side: 'file'; readonly block: number }
  | { readonly side: 'reading'; readonly block: number }
  | { readonly side: 'reading'; readonly group: number };

/** Every row of a page, by block and by group. */
export interface Rows {
  readonly left: readonly HTMLElement[];
  /** The head of its group where a block is the headline. */
  readonly right: readonly HTMLElement[];
  readonly heads: readonly HTMLElement[];
}

const spots = new WeakMap<Element, Spot>();

/** The row an element lies in. */
export function spotOf(target: EventTarget | null): Spot | undefined {
  const row = target instanceof Element ? target.closest('.row') : null;
  return row ? spots.get(row) : undefined;
}

/** Makes the rows of a page and puts them into both lists. */
export function makeRows(model: MapModel, left: HTMLElement, right: HTMLElement): Rows {
  const leftRows = model.blocks.map((block, place) => leftRow(model, block, place));
  const rightRows: HTMLElement[] = [];
  const inReadingOrder: HTMLElement[] = [];
  const heads = model.groups.map((group, place) => {
    const head = headRow(model, group, place);
    inReadingOrder.push(head);
    if (group.head !== undefined) rightRows[group.head] = head;
    group.parts.forEach((block, index) => {
      const row = partRow(model, block, index, group.parts.length);
      rightRows[block] = row;
      inReadingOrder.push(row);
    });
    return head;
  });
  left.replaceChildren(...leftRows);
  right.replaceChildren(...inReadingOrder);
  return { left: leftRows, right: rightRows, heads };
}

/** Puts a row where the layout has it. */
export function placeRow(row: HTMLElement, { top, height }: Box): void {
  row.style.transform = `translateY(${Math.round(top * 10) / 10}px)`;
  row.style.height = `${Math.round(height * 10) / 10}px`;
}

function leftRow({ blocks, groups, textLanguage }: MapModel, block: MapBlock, place: number): HTMLElement {
  const row = element('div', {
    className: `row block ${look(block, groups[block.group])}`,
    attributes: { role: 'option', 'aria-label': block.spoken, 'aria-selected': 'false', 'aria-posinset': String(place + 1), 'aria-setsize': String(blocks.length), tabindex: '-1' },
    children: [
      element('span', { className: 'line', text: String(block.line) }),
      element('span', { className: 'words', text: block.excerpt, attributes: { lang: textLanguage } }),
      element('span', { className: 'bar' }),
    ],
  });
  spots.set(row, { side: 'file', block: place });
  return row;
}

function partRow({ blocks, groups, textLanguage }: MapModel, place: number, index: number, count: number): HTMLElement {
  const block = blocks[place];
  if (!block) return element('div');
  const row = element('div', {
    className: `row part ${look(block, groups[block.group])}`,
    attributes: { role: 'treeitem', 'aria-level': '2', 'aria-label': block.spoken, 'aria-selected': 'false', 'aria-posinset': String(index + 1), 'aria-setsize': String(count), tabindex: '-1' },
    children: [element('span', { className: 'bar' }), element('span', { className: 'words', text: block.excerpt, attributes: { lang: textLanguage } })],
  });
  spots.set(row, { side: 'reading', block: place });
  return row;
}

function headRow({ blocks, groups, textLanguage }: MapModel, group: MapGroup, place: number): HTMLElement {
  const headline = group.head === undefined ? undefined : blocks[group.head];
  const row = element('div', {
    className: `row head hue${group.hue}${headline || group.furniture ? '' : ' is-bare'}${headline?.sure === false ? ' is-doubtful' : ''}`,
    attributes: { role: 'treeitem', 'aria-level': '1', 'aria-expanded': 'true', 'aria-label': group.spoken, 'aria-selected': 'false', 'aria-posinset': String(place + 1), 'aria-setsize': String(groups.length), tabindex: '-1' },
    children: [
      element('span', { className: 'bar' }),
      element('span', { className: 'words', text: group.title, ...(!group.furniture && { attributes: { lang: textLanguage } }) }),
      element('span', { className: 'note', text: group.note }),
    ],
  });
  spots.set(row, { side: 'reading', group: place });
  return row;
}

function look(block: MapBlock, group: MapGroup | undefined): string {
  return [
    `hue${group?.hue ?? 0}`,
    `is-${block.kind}`,
    ...(block.sure ? [] : ['is-doubtful']),
    ...(block.far ? ['is-far'] : []),
    ...(block.joins ? ['is-joined'] : []),
    ...(block.movable ? ['is-movable'] : []),
  ].join(' ');
}
