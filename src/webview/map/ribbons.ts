/// <reference lib="dom" />
import type { MapModel } from '../protocol/map';
import { drawing } from '../parts/element';
import { ribbonPath, type Plan } from './geometry';

/** The bands between the two columns: decoration, for what they say is said by the rows. */
export class Ribbons {
  readonly svg = drawing('svg', { class: 'ribbons', 'aria-hidden': 'true', focusable: 'false' });
  #paths: SVGPathElement[] = [];

  /** Makes the bands of a page. Those carried far are drawn last, over the others. */
  make({ blocks, groups }: MapModel): void {
    this.#paths = blocks.map((block) => {
      const { hue } = groups[block.group] ?? { hue: 0 };
      const look = [`ribbon hue${hue}`, ...(block.sure ? [] : ['is-doubtful']), ...(block.far ? ['is-far'] : [])];
      return drawing('path', { class: look.join(' '), 'vector-effect': 'non-scaling-stroke' });
    });
    const order = this.#paths.map((path, block) => ({ path, rank: Number(blocks[block]?.far ?? false) + Number(!(blocks[block]?.sure ?? true)) }));
    this.svg.replaceChildren(...order.sort((a, b) => a.rank - b.rank).map(({ path }) => path));
  }

  /** Puts the bands where the layout has the rows. */
  place(plan: Plan, width: number): void {
    this.svg.setAttribute('width', String(width));
    this.svg.setAttribute('height', String(plan.height));
    this.svg.setAttribute('viewBox', `0 0 ${width} ${plan.height}`);
    this.#paths.forEach((path, block) => {
      const from = plan.left[block];
      const to = plan.right[block];
      if (from && to) path.setAttribute('d', ribbonPath(from, to, width));
    });
  }

  /** Marks the bands of some blocks. */
  mark(name: string, isMarked: (block: number) => boolean): void {
    this.#paths.forEach((path, block) => path.classList.toggle(name, isMarked(block)));
  }
}
