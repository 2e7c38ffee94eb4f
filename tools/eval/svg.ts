/** A number as it stands in a picture: two decimals at most, so that the same picture gives the same bytes. */
export const num = (value: number): string => String(Math.round(value * 100) / 100);

/** Text made safe for XML. */
export const escapeXml = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');

export function rect(x: number, y: number, width: number, height: number, kind: string): string {
  return `<rect class="${kind}" x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}"/>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, kind: string): string {
  return `<line class="${kind}" x1="${num(x1)}" y1="${num(y1)}" x2="${num(x2)}" y2="${num(y2)}"/>`;
}

export function label(x: number, y: number, text: string, kind = 'text'): string {
  return `<text class="${kind}" x="${num(x)}" y="${num(y)}">${escapeXml(text)}</text>`;
}

/** A whole picture with its title for those who cannot see it. Its colours follow the reader's light or dark. */
export function picture(width: number, height: number, title: string, style: string, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${num(width)} ${num(height)}" width="${num(width)}" height="${num(height)}" role="img" aria-label="${escapeXml(title)}">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>${style}</style>`,
    rect(0, 0, width, height, 'paper'),
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}
