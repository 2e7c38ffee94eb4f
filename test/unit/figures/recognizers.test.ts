import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { figuresIn } from '../../../src/core/figures';

interface Case {
  readonly Input: string;
  readonly Results: readonly { readonly Resolution?: { readonly value?: string | null } | null }[];
}

const folder = path.resolve('../shared/specs/recognizers-text');

/** The share of expected values that must be found. A lone 五 or spaces inside a number are no figures of a newspaper. */
const FLOORS = {
  NumberModel: 0.64,
  PercentModel: 0.76,
  OrdinalModel: 1,
  CurrencyModel: 0.9,
  DimensionModel: 0.84,
  TemperatureModel: 0.88,
} as const;

function near(found: number | undefined, wanted: number): boolean {
  return found !== undefined && Math.abs(found - wanted) <= 1e-9 * Math.abs(wanted);
}

describe("figures against Recognizers-Text's Chinese cases", () => {
  for (const [model, floor] of Object.entries(FLOORS)) {
    it(model, function () {
      const file = path.join(folder, `${model}.json`);
      if (!existsSync(file)) {
        console.log(`      ${file} is not here: skipped`);
        this.skip();
      }
      const cases = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as Case[];
      let wanted = 0;
      let found = 0;
      for (const { Input, Results } of cases) {
        const figures = figuresIn(Input, [0, Input.length]);
        for (const { Resolution } of Results) {
          const written = Resolution?.value;
          if (written === undefined || written === null) continue;
          wanted++;
          const value = Number(written.replace('%', ''));
          if (figures.some((figure) => near(figure.value, value))) found++;
        }
      }
      console.log(`      ${found} of ${wanted}`);
      assert.ok(found / wanted >= floor, `${found} of ${wanted} is less than ${floor}`);
    });
  }
});
