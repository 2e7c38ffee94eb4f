import { visible } from '../core';

/** What VS Code would draw as an icon in lists, lenses and the status bar: `$(trash)`, `$(sync~spin)`. */
const ICON = /\$\(/g;

/** Text of a page or the name of a file in a list, a lens or the status bar: never an icon. */
export function inList(text: string): string {
  return visible(text.replace(/\s+/g, ' ')).replace(ICON, '\\$(');
}

/** The words of an item of a list, where they were taken from a page. */
export function plainItem<T extends { readonly label: string; readonly description?: string; readonly detail?: string }>(item: T): T {
  const { label, description, detail } = item;
  return { ...item, label: inList(label), ...(description !== undefined && { description: inList(description) }), ...(detail !== undefined && { detail: inList(detail) }) };
}

/** Text of a page or the name of a file in a message, in which VS Code reads `[words](command:…)` as a link: a word joiner parts the two, and nobody sees it. */
export function inMessage(text: string): string {
  return visible(text.replace(/\s+/g, ' ')).replace(/\]\(/g, ']\u2060(');
}
