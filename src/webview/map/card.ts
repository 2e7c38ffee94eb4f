/// <reference lib="dom" />
import { element } from '../parts/element';
import type { MapBlock } from '../protocol/map';

/** How long the mouse rests before the card opens, in milliseconds. */
const rest = 350;

/** The card that tells of a block: where it stands, what holds it there, and why. */
export class Card {
  readonly element = element('div', { className: 'card', attributes: { role: 'tooltip', id: 'card', hidden: '' } });
  #timer: ReturnType<typeof setTimeout> | undefined;
  #row: HTMLElement | undefined;

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** Opens beside a row once the mouse or the focus has rested on it. */
  openSoon(row: HTMLElement, block: MapBlock): void {
    if (row === this.#row) return;
    this.close();
    this.#row = row;
    this.#timer = setTimeout(() => this.#open(row, block), rest);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#row?.removeAttribute('aria-describedby');
    this.#row = undefined;
    this.element.hidden = true;
  }

  #open(row: HTMLElement, block: MapBlock): void {
    if (!row.isConnected) return;
    this.element.replaceChildren(
      element('p', { className: 'card-place', text: block.place }),
      element('p', { className: 'card-words', text: block.excerpt }),
      ...(block.tie === '' ? [] : [element('p', { className: block.sure ? 'card-tie' : 'card-tie is-doubtful', text: block.tie })]),
      ...(block.confidence === undefined || block.confidence === 1 ? [] : [scale(block.confidence)]),
      ...(block.why.length === 0 ? [] : [element('ul', { children: block.why.map((reason) => element('li', { text: reason })) })]),
    );
    this.element.hidden = false;
    row.setAttribute('aria-describedby', 'card');
    this.#place(row.getBoundingClientRect());
  }

  /** Below the row where there is room, else above it. */
  #place(row: DOMRect): void {
    const { width, height } = this.element.getBoundingClientRect();
    const below = row.bottom + 4;
    const top = below + height <= window.innerHeight - 4 ? below : Math.max(4, row.top - height - 4);
    this.element.style.top = `${top}px`;
    this.element.style.left = `${Math.max(4, Math.min(row.left + 24, window.innerWidth - width - 8))}px`;
  }
}

/** A confidence as a bar that is as long as it is high. */
function scale(confidence: number): HTMLElement {
  const bar = element('span', { className: 'scale-bar' });
  bar.style.width = `${confidence * 100}%`;
  return element('div', { className: 'scale', attributes: { 'aria-hidden': 'true' }, children: [bar] });
}
