/// <reference lib="dom" />
import { drawing } from '../parts/element';

/** Strokes on a field of 16 by 16. */
const strokes = {
  undo: 'M5.5 2.5 2.5 5.5l3 3M2.5 5.5h7a4 4 0 0 1 0 8h-3',
  overview: 'M2 3h4M2 5.5h4M2 8h4M2 10.5h4M2 13h4M10 3h4M10 6h4M10 10h4M10 13h4',
} as const;

/** A small picture on a button, for whose words the button has a label. */
export function icon(name: keyof typeof strokes): SVGSVGElement {
  const svg = drawing('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' });
  svg.append(drawing('path', { d: strokes[name] }));
  return svg;
}
