/// <reference lib="dom" />

/** What an element is made with. Text is only ever set as text. */
export interface Making {
  readonly className?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly Element[];
}

/** Makes an element of HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(name: K, { className, text, attributes = {}, children = [] }: Making = {}): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== undefined) made.className = className;
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const svgSpace = 'http://www.w3.org/2000/svg';

/** Makes an element of SVG. */
export function drawing<K extends keyof SVGElementTagNameMap>(name: K, attributes: Readonly<Record<string, string>> = {}): SVGElementTagNameMap[K] {
  const made = document.createElementNS(svgSpace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** Says which language the words of the view are in: a screen reader speaks them so, and the right shapes of Chinese characters are drawn. */
export function speak(language: 'en' | 'zh'): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

/** The words of a text with `{0}`, `{1}`, … filled in. */
export function fill(text: string, ...args: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (hole, index: string) => String(args[Number(index)] ?? hole));
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A text with its keys named as they are on this machine. */
export function keyNames(text: string): string {
  return isMac ? text.replaceAll('Ctrl+', '⌘').replaceAll('Alt+', '⌥').replaceAll('Shift+', '⇧') : text;
}
