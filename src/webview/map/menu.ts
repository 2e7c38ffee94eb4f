/// <reference lib="dom" />
import { element } from '../parts/element';

export interface MenuItem {
  readonly label: string;
  readonly hue: number;
  /** The present home: shown, not to be chosen. */
  readonly disabled: boolean;
  /** Whether it begins another kind of places. */
  readonly apart?: boolean;
  readonly choose: () => void;
}

/** A menu over the view that is worked by arrow keys, Enter and Escape, or by the mouse. It gives the focus back. */
export class Menu {
  readonly element = element('div', { className: 'menu', attributes: { role: 'menu', hidden: '' } });
  #items: HTMLElement[] = [];
  #from: HTMLElement | undefined;

  constructor() {
    this.element.addEventListener('keydown', (event) => this.#key(event));
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.element.contains(relatedTarget))) this.#hide();
    });
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** Opens at a row, the first item that can be chosen in focus. */
  open(row: HTMLElement, title: string, items: readonly MenuItem[]): void {
    this.#from = row;
    this.#items = items.map((item) => this.#make(item));
    this.element.setAttribute('aria-label', title);
    this.element.replaceChildren(element('p', { className: 'menu-title', text: title, attributes: { 'aria-hidden': 'true' } }), ...this.#items);
    this.element.hidden = false;
    const { left, bottom, top } = row.getBoundingClientRect();
    const { height, width } = this.element.getBoundingClientRect();
    this.element.style.top = `${bottom + height + 4 <= window.innerHeight ? bottom : Math.max(4, Math.min(top - height, window.innerHeight - height - 4))}px`;
    this.element.style.left = `${Math.max(4, Math.min(left + 24, window.innerWidth - width - 8))}px`;
    // Where none can be chosen the first takes the focus all the same: without it the keys would not reach the menu, and nothing would close it.
    (this.#items.find((item) => item.getAttribute('aria-disabled') !== 'true') ?? this.#items[0])?.focus();
  }

  close(): void {
    if (!this.isOpen) return;
    const back = this.#from;
    this.#hide();
    back?.focus();
  }

  #hide(): void {
    this.element.hidden = true;
    this.#from = undefined;
  }

  #make({ label, hue, disabled, apart, choose }: MenuItem): HTMLElement {
    const item = element('div', {
      className: `menu-item hue${hue}${apart === true ? ' is-apart' : ''}`,
      attributes: { role: 'menuitem', tabindex: '-1', 'aria-disabled': String(disabled) },
      children: [element('span', { className: 'bar' }), element('span', { className: 'words', text: label })],
    });
    item.addEventListener('click', () => {
      if (disabled) return;
      this.close();
      choose();
    });
    item.addEventListener('pointermove', () => item.focus());
    return item;
  }

  #key(event: KeyboardEvent): void {
    const at = this.#items.findIndex((item) => item === document.activeElement);
    const to = (place: number): void => this.#items[(place + this.#items.length) % this.#items.length]?.focus();
    if (event.key === 'ArrowDown') to(at + 1);
    else if (event.key === 'ArrowUp') to(at - 1);
    else if (event.key === 'Home') to(0);
    else if (event.key === 'End') to(-1);
    else if (event.key === 'Enter' || event.key === ' ') this.#items[at]?.click();
    else if (event.key === 'Escape' || event.key === 'Tab') this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
