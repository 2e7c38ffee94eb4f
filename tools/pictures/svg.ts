// The few shapes of which the walkthrough's pictures are drawn, in the colours of the editor's theme.

/** Colours by what they are for: a variable of VS Code's theme, and what stands in for it elsewhere. */
const colours = {
  text: 'var(--vscode-editor-foreground, #3b3b3b)',
  line: 'var(--vscode-disabledForeground, #9d9d9d)',
  muted: 'var(--vscode-descriptionForeground, #717171)',
  warning: 'var(--vscode-list-warningForeground, #8a6a00)',
  squiggle: 'var(--vscode-editorWarning-foreground, #bf8803)',
  focus: 'var(--vscode-focusBorder, #0078d4)',
  bulb: 'var(--vscode-editorLightBulb-foreground, #ddb100)',
  selected: 'var(--vscode-list-activeSelectionForeground, #ffffff)',
} as const;

type Colour = keyof typeof colours | `var(--vscode-restitch-article${number}, #${string})`;

/** The colour of an article, as the marks in the margin have it. */
export function hue(article: number): Colour {
  const standIns = ['0072b2', 'b86e00', '00795a', '8a5a9e'];
  return `var(--vscode-restitch-article${article}, #${standIns[article - 1] ?? '717171'})`;
}

const paint = (colour: Colour): string => (colour in colours ? colours[colour as keyof typeof colours] : colour);
const escape = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** A whole picture, 640 by 400, on no background of its own. */
export function page(body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" font-family="var(--vscode-font-family, sans-serif)">${body}</svg>\n`;
}

export const group = (x: number, y: number, body: string): string => `<g transform="translate(${x} ${y})">${body}</g>`;

export function text(x: number, y: number, words: string, { size, weight = 400, colour = 'text' }: { size: number; weight?: number; colour?: Colour }): string {
  return `<text x="${x}" y="${y}" font-size="${size}"${weight === 400 ? '' : ` font-weight="${weight}"`} fill="${paint(colour)}">${escape(words)}</text>`;
}

export function path(shape: string, colour: Colour, { width, dashes }: { width: number; dashes?: string }): string {
  return `<path d="${shape}" fill="none" stroke="${paint(colour)}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${dashes === undefined ? '' : ` stroke-dasharray="${dashes}"`}/>`;
}

/** Lines of text that nobody has to read: one bar each. */
export function bars(x: number, y: number, widths: readonly number[]): string {
  return widths.map((width, at) => `<rect x="${x}" y="${y + at * 14}" width="${Math.round(width)}" height="6" rx="3" fill="${colours.line}" opacity=".55"/>`).join('');
}

/** The underline of a problem. */
export function squiggle(x: number, y: number, width: number): string {
  const waves = Math.round(width / 6);
  return path(`M${x} ${y}${'q1.5 -3 3 0t3 0'.repeat(waves)}`, 'squiggle', { width: 1.5 });
}

const boxes = {
  panel: `fill="none" stroke="var(--vscode-widget-border, #d4d4d4)"`,
  widget: `fill="var(--vscode-editorWidget-background, #f8f8f8)" stroke="var(--vscode-contrastBorder, var(--vscode-widget-border, #d4d4d4))"`,
  selected: `fill="var(--vscode-list-activeSelectionBackground, #0060c0)"`,
  target: `fill="none" stroke="${colours.focus}" stroke-width="1.5"`,
} as const;

export function box(x: number, y: number, width: number, height: number, kind: keyof typeof boxes = 'panel'): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="5" ${boxes[kind]}/>`;
}

/** A row of the list of articles: arrow, checkbox, the article's colour, headline and number of problems. */
export function row(x: number, y: number, headline: string, { article, count, isOpen = false }: { article: number; count: number; isOpen?: boolean }): string {
  const arrow = isOpen ? 'M0 0l5 6l5 -6' : 'M2 -2l6 5l-6 5';
  return group(x, y, [
    path(arrow, 'muted', { width: 1.5 }),
    `<rect x="20" y="-4" width="14" height="14" rx="3" fill="none" stroke="${colours.muted}"/>`,
    `<rect x="44" y="-3" width="14" height="12" rx="2" fill="none" stroke="${paint(hue(article))}" stroke-width="2"/>`,
    text(68, 8, headline, { size: 13 }),
    text(count > 9 ? 226 : 232, 8, String(count), { size: 12, weight: 700, colour: 'muted' }),
  ].join(''));
}

/** The mark that accepts. */
export const tick = (x: number, y: number): string => path(`M${x - 6} ${y}l4 5l8 -11`, 'focus', { width: 2.5 });
