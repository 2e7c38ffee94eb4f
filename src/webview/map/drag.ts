/// <reference lib="dom" />
import { element } from '../parts/element';
import { spotOf, type Spot } from './rows';

/** The mouse moves this far, in pixels, before a press becomes a drag. */
const threshold = 5;
/** The page scrolls while something is held this near to its edge, in pixels. */
const edge = 36;

/** What a drag asks of the view. */
export interface DragOwner {
  /** The words at the mouse for what is held; `undefined` where it cannot be dragged. */
  hold(spot: Spot): string | undefined;
  /** What is held is over this place of the window; gives the words for what would happen. */
  over(x: number, y: number): string;
  drop(x: number, y: number): void;
  end(): void;
  readonly scroller: HTMLElement;
}

/** Dragging by the pointer: mouse, pen or finger held. Escape lets go without a drop. */
export class Drag {
  readonly ghost = element('div', { className: 'ghost', attributes: { 'aria-hidden': 'true', hidden: '' } });
  #pressed: { readonly spot: Spot; readonly x: number; readonly y: number; readonly pointer: number } | undefined;
  #held: { readonly words: string; x: number; y: number } | undefined;
  #frame = 0;

  constructor(private readonly owner: DragOwner) {
    const { scroller } = owner;
    scroller.addEventListener('pointerdown', (event) => this.#press(event));
    window.addEventListener('pointermove', (event) => this.#move(event));
    window.addEventListener('pointerup', (event) => this.#release(event));
    window.addEventListener('pointercancel', () => this.cancel());
    // A drag ends with a click that is none.
    window.addEventListener('click', (event) => {
      if (this.#swallow) event.stopPropagation();
      this.#swallow = false;
    }, true);
  }

  #swallow = false;

  get isOn(): boolean {
    return this.#held !== undefined;
  }

  cancel(): void {
    this.#pressed = undefined;
    if (!this.#held) return;
    this.#held = undefined;
    cancelAnimationFrame(this.#frame);
    this.ghost.hidden = true;
    this.owner.end();
  }

  #press(event: PointerEvent): void {
    this.#swallow = false;
    const spot = spotOf(event.target);
    if (event.button !== 0 || !event.isPrimary || !spot) return;
    this.#pressed = { spot, x: event.clientX, y: event.clientY, pointer: event.pointerId };
  }

  #move(event: PointerEvent): void {
    const { clientX: x, clientY: y } = event;
    if (this.#held) {
      Object.assign(this.#held, { x, y });
      this.#show();
      return;
    }
    const pressed = this.#pressed;
    if (pressed?.pointer !== event.pointerId || Math.hypot(x - pressed.x, y - pressed.y) < threshold) return;
    const words = this.owner.hold(pressed.spot);
    if (words === undefined) {
      this.#pressed = undefined;
      return;
    }
    this.#held = { words, x, y };
    // So that the end of the drag is heard wherever it happens.
    this.owner.scroller.setPointerCapture(event.pointerId);
    this.ghost.hidden = false;
    this.#show();
    this.#frame = requestAnimationFrame(() => this.#creep());
  }

  #release(event: PointerEvent): void {
    this.#pressed = undefined;
    if (!this.#held) return;
    this.#swallow = true;
    this.owner.drop(event.clientX, event.clientY);
    this.cancel();
  }

  #show(): void {
    if (!this.#held) return;
    const { words, x, y } = this.#held;
    this.ghost.replaceChildren(element('span', { className: 'ghost-words', text: words }), element('span', { className: 'ghost-to', text: this.owner.over(x, y) }));
    this.ghost.style.transform = `translate(${Math.min(x + 12, window.innerWidth - this.ghost.offsetWidth - 8)}px, ${Math.min(y + 14, window.innerHeight - this.ghost.offsetHeight - 4)}px)`;
  }

  /** Scrolls while something is held near the edge. */
  #creep(): void {
    if (!this.#held) return;
    const { top, bottom } = this.owner.scroller.getBoundingClientRect();
    const { y } = this.#held;
    const pull = y < top + edge ? y - top - edge : y > bottom - edge ? y - bottom + edge : 0;
    if (pull !== 0) {
      const before = this.owner.scroller.scrollTop;
      this.owner.scroller.scrollTop += Math.max(-edge, Math.min(edge, pull)) / 2;
      if (this.owner.scroller.scrollTop !== before) this.#show();
    }
    this.#frame = requestAnimationFrame(() => this.#creep());
  }
}
