/// <reference lib="dom" />
import { element, fill, keyNames, speak } from '../parts/element';
import type { MapModel } from '../protocol/map';
import { Card } from './card';
import { planOverview, planRows, type Box, type Drop, type Plan, type Sizes } from './geometry';
import { icon } from './icons';
import { Menu } from './menu';
import { Ribbons } from './ribbons';
import { makeRows, placeRow, type Rows, type Spot } from './rows';

/** Rows lower than this, in pixels, hide their words: nobody could read them. */
const lowest = 13;

/** The row that had the focus, by its text. */
interface Focused {
  readonly side: Spot['side'];
  readonly key: string;
}

/** What is drawn, and where; every gesture comes from outside. */
export class MapView {
  readonly undoButton = element('button', { className: 'tool', attributes: { type: 'button' } });
  readonly overviewButton = element('button', { className: 'tool', attributes: { type: 'button', 'aria-pressed': 'false' } });
  readonly left = element('div', { className: 'left', attributes: { role: 'listbox', 'aria-multiselectable': 'true' } });
  readonly right = element('div', { className: 'right', attributes: { role: 'tree', 'aria-multiselectable': 'true' } });
  readonly newArticle = element('div', { className: 'zone' });
  readonly furniture = element('div', { className: 'zone' });
  readonly scroller = element('main', { className: 'scroller' });
  readonly card = new Card();
  readonly menu = new Menu();

  readonly #captionLeft = element('h2', { className: 'caption' });
  readonly #captionRight = element('h2', { className: 'caption' });
  readonly #line = element('div', { className: 'drop-line', attributes: { hidden: '' } });
  readonly #stage = element('div', { className: 'stage' });
  readonly #legend = element('div', { className: 'legend' });
  readonly #help = element('span', { className: 'help' });
  readonly #said = element('div', { className: 'said', attributes: { role: 'status', 'aria-live': 'polite' } });
  readonly #empty = element('p', { className: 'empty' });
  readonly #ribbons = new Ribbons();
  readonly #frame: HTMLElement;

  model: MapModel | undefined;
  plan: Plan | undefined;
  rows: Rows = { left: [], right: [], heads: [] };
  isOverview = false;
  #hot: number | undefined;

  constructor() {
    this.undoButton.append(icon('undo'));
    this.overviewButton.append(icon('overview'));
    this.left.id = 'file';
    this.right.id = 'reading';
    this.#stage.append(this.left, this.#ribbons.svg, this.right, this.#line);
    this.scroller.append(this.#stage);
    const tools = element('div', { className: 'tools', attributes: { role: 'toolbar' }, children: [this.undoButton, this.overviewButton] });
    const header = element('header', { children: [this.#captionLeft, tools, this.#captionRight] });
    const zones = element('div', { className: 'zones', attributes: { 'aria-hidden': 'true' }, children: [this.newArticle, this.furniture] });
    const footer = element('footer', { children: [this.#legend, this.#help, this.#said, zones] });
    this.#frame = element('div', { className: 'frame', attributes: { hidden: '' }, children: [header, this.scroller, footer] });
    document.body.append(this.#frame, this.#empty, this.card.element, this.menu.element);
    new ResizeObserver(() => this.layOut()).observe(this.scroller);
  }

  /** Draws a page anew; what had the focus keeps it, by its text. */
  show(model: MapModel): void {
    const focused = this.#focusedKey();
    const { scrollTop } = this.scroller;
    this.card.close();
    this.model = model;
    this.#hot = undefined;
    this.#frame.hidden = false;
    this.#empty.hidden = true;
    this.#say(model);
    this.rows = makeRows(model, this.left, this.right);
    this.#ribbons.make(model);
    this.layOut();
    this.scroller.scrollTop = scrollTop;
    this.#refocus(focused);
  }

  /** There is no page; says so, or nothing while one is on its way. */
  showEmpty(text: string): void {
    this.model = undefined;
    this.#frame.hidden = true;
    this.#empty.hidden = false;
    this.#empty.textContent = text;
  }

  layOut(): void {
    const { model } = this;
    if (!model) return;
    const sizes = this.#sizes();
    const plan = this.isOverview ? planOverview(model, sizes, this.scroller.clientHeight) : planRows(model, sizes);
    this.plan = plan;
    this.#stage.style.height = `${Math.floor(plan.height)}px`;
    this.rows.left.forEach((row, block) => this.#put(row, plan.left[block]));
    model.groups.forEach(({ parts }, group) => {
      const head = this.rows.heads[group];
      if (head) this.#putHead(head, plan.heads[group], plan.right[parts.at(-1) ?? -1]);
      for (const part of parts) {
        const row = this.rows.right[part];
        if (row) this.#put(row, plan.right[part]);
      }
    });
    this.#ribbons.place(plan, Math.max(40, this.right.offsetLeft - this.left.offsetLeft - this.left.offsetWidth));
  }

  setOverview(isOverview: boolean): void {
    this.isOverview = isOverview;
    document.body.classList.toggle('is-overview', isOverview);
    this.overviewButton.setAttribute('aria-pressed', String(isOverview));
    if (this.model) this.overviewButton.title = isOverview ? this.model.words.read : this.model.words.fit;
    this.layOut();
  }

  /** The row of a spot. */
  rowOf(spot: Spot): HTMLElement | undefined {
    if (spot.side === 'file') return this.rows.left[spot.block];
    return 'group' in spot ? this.rows.heads[spot.group] : this.rows.right[spot.block];
  }

  /** The block a spot stands for: that of the headline for the head of an article. */
  blockOf(spot: Spot): number | undefined {
    return 'block' in spot ? spot.block : this.model?.groups[spot.group]?.head;
  }

  groupOf(spot: Spot): number | undefined {
    return 'group' in spot ? spot.group : this.model?.blocks[spot.block]?.group;
  }

  /** Brings one article forward, or none. */
  heat(group: number | undefined): void {
    const { model } = this;
    if (!model || group === this.#hot) return;
    this.#hot = group;
    this.#stage.classList.toggle('has-hot', group !== undefined);
    this.#ribbons.mark('is-hot', (block) => group !== undefined && model.blocks[block]?.group === group);
  }

  /** Shows which blocks are selected. */
  select(isSelected: (key: string) => boolean): void {
    this.model?.blocks.forEach(({ key }, block) => {
      const selected = isSelected(key);
      for (const row of [this.rows.left[block], this.rows.right[block]]) {
        row?.setAttribute('aria-selected', String(selected));
        row?.classList.toggle('is-selected', selected);
      }
    });
  }

  /** Shows which block the cursor is in, and brings it to the eye unless the hand is in the map. */
  follow(block: number | undefined): void {
    for (const row of this.#stage.querySelectorAll('.is-here')) row.classList.remove('is-here');
    this.#ribbons.mark('is-here', (one) => one === block);
    if (block === undefined) return;
    this.rows.left[block]?.classList.add('is-here');
    this.rows.right[block]?.classList.add('is-here');
    const box = this.plan?.left[block];
    if (!box || this.#frame.contains(document.activeElement) && document.hasFocus()) return;
    const { scrollTop, clientHeight } = this.scroller;
    if (box.top < scrollTop || box.top + box.height > scrollTop + clientHeight) this.scroller.scrollTop = box.top - clientHeight / 3;
  }

  /** Gives a spot the focus; it becomes the one place of its side that Tab comes to. */
  focus(spot: Spot): void {
    const row = this.rowOf(spot);
    const list = spot.side === 'file' ? this.left : this.right;
    for (const other of list.querySelectorAll('[tabindex="0"]')) other.setAttribute('tabindex', '-1');
    row?.setAttribute('tabindex', '0');
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }

  /** While something is dragged: what would take it. */
  showDrop(drop: Drop | undefined, zone: HTMLElement | undefined): void {
    for (const row of this.#stage.querySelectorAll('.is-target')) row.classList.remove('is-target');
    for (const one of [this.newArticle, this.furniture]) one.classList.toggle('is-target', one === zone);
    this.#line.hidden = drop?.line === undefined;
    if (drop?.line !== undefined) this.#line.style.transform = `translateY(${drop.line}px)`;
    if (drop) this.rows.heads[drop.group]?.classList.add('is-target');
    this.heat(drop?.group);
  }

  /** Says a line at the foot, aloud too. */
  say(text: string): void {
    this.#said.textContent = keyNames(text);
  }

  #put(row: HTMLElement, box: Box | undefined): void {
    if (!box) return;
    placeRow(row, box);
    row.classList.toggle('is-low', box.height < lowest);
  }

  /** At a glance the title of an article has the height of all of it. */
  #putHead(row: HTMLElement, box: Box | undefined, last: Box | undefined): void {
    if (!box) return;
    placeRow(row, box);
    const end = this.isOverview && last ? last.top + last.height : box.top + box.height;
    row.classList.toggle('is-low', end - box.top < lowest);
  }

  /** Rows are by the size of the letters, which a reader may have made large. */
  #sizes(): Sizes {
    const letters = parseFloat(getComputedStyle(document.body).fontSize) || 13;
    return { row: Math.round(letters * 1.85), head: Math.round(letters * 2.3), gap: 2, groupGap: Math.round(letters * 1.3), margin: 8 };
  }

  #say({ words, language, blocks, groups, canUndo }: MapModel): void {
    speak(language);
    this.#captionLeft.textContent = `${words.fileSide} · ${blocks.length}`;
    this.#captionRight.textContent = `${words.readingSide} · ${groups.filter(({ furniture }) => !furniture).length}`;
    this.left.setAttribute('aria-label', words.blocks);
    this.right.setAttribute('aria-label', words.articles);
    this.undoButton.disabled = !canUndo;
    this.undoButton.title = keyNames(`${words.undo} (Ctrl+Z)`);
    this.undoButton.setAttribute('aria-label', words.undo);
    this.overviewButton.setAttribute('aria-label', words.fit);
    this.overviewButton.title = this.isOverview ? words.read : words.fit;
    this.newArticle.textContent = words.newArticle;
    this.furniture.textContent = words.furniture;
    this.#help.textContent = keyNames(words.help);
    this.#help.title = keyNames(words.help);
    const sign = (look: string, text: string): HTMLElement => element('span', { className: `sign ${look}`, text });
    this.#legend.replaceChildren(sign('is-sure', words.legendSure), sign('is-doubtful', words.legendDoubtful), sign('is-far', words.legendFar));
  }

  #focusedKey(): Focused | undefined {
    const { model } = this;
    const focused = document.activeElement;
    if (!model || !focused) return undefined;
    const left = this.rows.left.findIndex((row) => row === focused);
    if (left >= 0) return { side: 'file', key: model.blocks[left]?.key ?? '' };
    const right = this.rows.right.findIndex((row) => row === focused);
    return right < 0 ? undefined : { side: 'reading', key: model.blocks[right]?.key ?? '' };
  }

  #refocus(focused: Focused | undefined): void {
    const block = focused ? (this.model?.blocks.findIndex(({ key }) => key === focused.key) ?? -1) : -1;
    this.rows.left[0]?.setAttribute('tabindex', '0');
    this.rows.heads[0]?.setAttribute('tabindex', '0');
    if (focused && block >= 0) this.focus(focused.side === 'file' ? { side: 'file', block } : { side: 'reading', block });
  }

  /** The words for a drop: `to “…”`. */
  dropWords(drop: Drop | undefined, zone: HTMLElement | undefined): string {
    if (!this.model) return '';
    if (zone) return zone.textContent;
    return drop ? fill(this.model.words.dropOn, this.model.groups[drop.group]?.title ?? '') : this.model.words.dropNowhere;
  }
}
