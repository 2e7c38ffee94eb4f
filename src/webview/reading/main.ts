/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { element, keyNames, speak } from '../parts/element';
import { connect } from '../parts/host';
import { parseToReading, type FromReading, type ReadingModel, type ToReading } from '../protocol/reading';
import { drawArticle } from './draw';
import { lookOf, numbersOf } from './look';
import { heightOf, OwnScroll, placeAt, type PieceBox } from './scroll';

/** What counts as the top: the eye reads a little below the edge. */
const readingLine = 24;

const scroller = element('main', { className: 'reading', attributes: { tabindex: '0' } });
const sheet = element('div', { className: 'sheet' });
const help = element('footer', { className: 'help' });
const said = element('div', { className: 'said', attributes: { role: 'status', 'aria-live': 'polite' } });
const tip = element('div', { className: 'tip', attributes: { role: 'tooltip', hidden: '' } });
const empty = element('p', { className: 'empty' });
scroller.append(sheet);
document.body.append(scroller, help, empty, said, tip);

const own = new OwnScroll();
let model: ReadingModel | undefined;
/** What is drawn now, by its look. */
let drawn = new Map<string, HTMLElement>();
/** Where the pieces stand; measured when first asked for. */
let boxes: readonly PieceBox[] | undefined;

const extension = connect<ToReading, FromReading>(parseToReading, receive, (text) => ({ type: 'trouble', text }));

function receive(message: ToReading): void {
  switch (message.type) {
    case 'model':
      { show(message.model); return; }
    case 'empty':
      { showEmpty(message.text); return; }
    case 'scrollTo':
      { scrollToHeight(heightOf(measured(), message)); return; }
    case 'article': {
      const article = [...sheet.querySelectorAll('article')].find(({ dataset }) => dataset['article'] === message.id);
      if (!article) return;
      scrollToHeight(article.offsetTop + readingLine - 12);
      article.classList.add('is-called');
      article.addEventListener('animationend', () => article.classList.remove('is-called'), { once: true });
      article.querySelector('h2')?.focus({ preventScroll: true });
      return;
    }
    case 'say':
      said.textContent = keyNames(message.text);
  }
}

function showEmpty(text: string): void {
  model = undefined;
  scroller.hidden = true;
  help.hidden = true;
  empty.hidden = false;
  empty.textContent = text;
}

/** Draws the page; what has not changed stays as it is, and what was at the top stays there. */
function show(next: ReadingModel): void {
  const anchor = anchorOf();
  const before = drawn;
  drawn = new Map();
  const articles = next.articles.map((article) => {
    const look = lookOf(article);
    const made = before.get(look) ?? drawArticle(article);
    before.delete(look);
    made.dataset['article'] = article.id;
    const numbers = numbersOf(article);
    made.querySelectorAll<HTMLElement>('.piece').forEach((piece, index) => (piece.dataset['piece'] = String(numbers[index] ?? 0)));
    drawn.set(look, made);
    return made;
  });
  model = next;
  scroller.hidden = false;
  help.hidden = false;
  empty.hidden = true;
  speak(next.language);
  scroller.lang = next.textLanguage;
  scroller.setAttribute('aria-label', next.words.articles);
  help.textContent = keyNames(next.words.help);
  arrange(articles);
  boxes = undefined;
  hideTip();
  extension.keep({ source: next.source });
  if (anchor) returnTo(anchor);
}

/** Brings the articles into their order; one that stays where it is keeps its focus and its selection. */
function arrange(articles: readonly HTMLElement[]): void {
  const wanted = new Set<Element>(articles);
  for (const old of [...sheet.children]) if (!wanted.has(old)) old.remove();
  articles.forEach((article, index) => {
    if (sheet.children[index] !== article) sheet.insertBefore(article, sheet.children[index] ?? null);
  });
}

// — scrolling in step —

interface Anchor {
  readonly text: string;
  readonly number: number;
  /** Pixels from the top of the piece to the top of the window. */
  readonly below: number;
}

function anchorOf(): Anchor | undefined {
  if (!model || scroller.scrollTop < 2) return undefined;
  const place = placeAt(measured(), scroller.scrollTop + readingLine);
  const box = place && measured().find(({ piece }) => piece === place.piece);
  return box && { text: textOf(box.piece), number: box.piece, below: scroller.scrollTop - box.top };
}

/** Where the same text stands now, the nearest by number where several pieces read the same. */
function returnTo({ text, number, below }: Anchor): void {
  const same = measured().filter(({ piece }) => textOf(piece) === text);
  const found = same.sort((a, b) => Math.abs(a.piece - number) - Math.abs(b.piece - number))[0] ?? measured().find(({ piece }) => piece === number);
  if (found) scrollToHeight(found.top + below + readingLine);
}

function textOf(piece: number): string {
  return pieceElement(piece)?.textContent ?? '';
}

function pieceElement(piece: number): HTMLElement | null {
  return sheet.querySelector<HTMLElement>(`[data-piece="${piece}"]`);
}

function measured(): readonly PieceBox[] {
  if (boxes) return boxes;
  const top = scroller.getBoundingClientRect().top - scroller.scrollTop;
  boxes = [...sheet.querySelectorAll<HTMLElement>('.piece')].map((piece) => {
    const box = piece.getBoundingClientRect();
    return { piece: Number(piece.dataset['piece']), top: box.top - top, bottom: box.bottom - top };
  });
  return boxes;
}

function scrollToHeight(height: number | undefined): void {
  if (height === undefined) return;
  scroller.scrollTop = height - readingLine;
  own.sent(scroller.scrollTop);
}

let frame = 0;
scroller.addEventListener('scroll', () => {
  // Who came to a join by the keyboard goes on reading why.
  if (tipped && tipped === document.activeElement) showTip(tipped);
  else hideTip();
  if (!own.isByHand(scroller.scrollTop)) return;
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => {
    const place = placeAt(measured(), scroller.scrollTop + readingLine);
    if (model && place) extension.post({ type: 'top', edition: model.edition, ...place });
  });
}, { passive: true });

new ResizeObserver(() => (boxes = undefined)).observe(sheet);

// — going to the text —

function reveal(target: Element, at: number, focus: boolean): void {
  const piece = target.closest<HTMLElement>('.piece') ?? pieceBehind(target);
  if (model && piece) extension.post({ type: 'reveal', edition: model.edition, piece: Number(piece.dataset['piece']), at, focus });
}

/** The piece that a seam begins, or the first one of a paragraph or headline. */
function pieceBehind(target: Element): HTMLElement | null {
  const next = target.nextElementSibling;
  if (target.classList.contains('seam') && next instanceof HTMLElement) return next;
  return target.querySelector<HTMLElement>('.piece');
}

sheet.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || getSelection()?.isCollapsed === false) return;
  const piece = event.target.closest('.piece');
  reveal(event.target, piece?.closest('.paragraph') ? characterAt(piece, event.clientX, event.clientY) : 0, false);
});

/** The character under the mouse, counted in the piece; 0 where it cannot be told. */
function characterAt(piece: Element, x: number, y: number): number {
  const caret = document.caretPositionFromPoint(x, y);
  return caret && piece.contains(caret.offsetNode) ? caret.offset : 0;
}

// — keyboard —

document.addEventListener('keydown', (event) => {
  const { key, altKey, target } = event;
  if (key === 'Escape') { hideTip(); return; }
  if (key === 'Enter' && target instanceof Element && target !== scroller && sheet.contains(target)) reveal(target, 0, true);
  else if (altKey && (key === 'ArrowDown' || key === 'ArrowUp')) step(key === 'ArrowDown' ? 1 : -1);
  else return;
  event.preventDefault();
});

/** The focus goes to the next headline or paragraph, beginning at the top of the window. */
function step(by: 1 | -1): void {
  const stops = [...sheet.querySelectorAll<HTMLElement>('h2, .paragraph')];
  const focused = document.activeElement?.closest<HTMLElement>('h2, .paragraph');
  const at = focused ? stops.indexOf(focused) + by : stops.findIndex((stop) => stop.offsetTop >= scroller.scrollTop);
  const stop = stops[Math.max(0, Math.min(stops.length - 1, at))];
  stop?.focus();
  stop?.scrollIntoView({ block: 'nearest' });
}

// — why two pieces were joined —

let tipped: HTMLElement | undefined;

function showTip(seam: HTMLElement): void {
  tipped = seam;
  tip.textContent = seam.dataset['words'] ?? '';
  tip.hidden = false;
  const { left, top, bottom } = seam.getBoundingClientRect();
  const below = bottom + 6 + tip.offsetHeight < window.innerHeight;
  tip.style.top = `${below ? bottom + 6 : top - tip.offsetHeight - 6}px`;
  tip.style.left = `${Math.max(8, Math.min(left - 12, window.innerWidth - tip.offsetWidth - 8))}px`;
}

function hideTip(): void {
  tipped = undefined;
  tip.hidden = true;
}

for (const name of ['pointerover', 'focusin'] as const) {
  sheet.addEventListener(name, ({ target }) => {
    const seam = target instanceof Element ? target.closest<HTMLElement>('.seam') : null;
    if (seam) showTip(seam);
    // Text that scrolls past a mouse at rest closes nothing that the keyboard has opened.
    else if (tipped !== document.activeElement) hideTip();
  });
}
sheet.addEventListener('focusout', hideTip);
sheet.addEventListener('pointerleave', hideTip);

extension.post({ type: 'ready' });
