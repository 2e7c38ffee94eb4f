// Whether what was found is what a case of Recognizers-Text wants.
import { absolute, compare, decimal, divide, multiply, ratio, subtract, toNumber, whole, type Exact } from '../../src/core/figures/exact';
import { figuresIn, type Figure, type FigureKind } from '../../src/core/figures';
import type { Case, Model, Wanted } from './cases';

/** The kinds of ours that a recogniser of theirs speaks of; the one for numbers speaks of all. */
const KINDS: Readonly<Record<Model, readonly FigureKind[] | undefined>> = {
  NumberModel: undefined,
  PercentModel: ['percentage', 'permille', 'percentagePoint'],
  OrdinalModel: ['ordinal', 'page', 'issue'],
  DimensionModel: ['quantity', 'temperature'],
  CurrencyModel: ['money'],
  TemperatureModel: ['temperature', 'count', 'quantity'],
};

const HUNDRED = whole(100);
const NEAR = ratio(1n, 1_000_000_000n);

/** `1.5E-06`, `-12.3` */
function parse(written: string): Exact | undefined {
  const found = /^(-?)(\d+(?:\.\d+)?|\.\d+)(?:E([+-]?\d+))?%?$/i.exec(written);
  if (found === null) return undefined;
  const power = Number(found[3] ?? 0);
  const value = decimal(found[2] ?? '0');
  const scaled = power < 0 ? divide(value, { n: 10n ** BigInt(-power), d: 1n }) : multiply(value, { n: 10n ** BigInt(power), d: 1n });
  return found[1] === '-' ? { n: -scaled.n, d: scaled.d } : scaled;
}

/** Their values are binary numbers of fifteen digits. */
function near(a: Exact | undefined, b: Exact): boolean {
  return a !== undefined && compare(absolute(subtract(a, b)), multiply(absolute(b), NEAR)) <= 0;
}

function matches(figure: Figure, wanted: Wanted): boolean {
  if (figure.span[1] <= wanted.Start || figure.span[0] > wanted.End) return false;
  const written = wanted.Resolution?.value;
  if (written === undefined || written === null || written === 'null') return true;
  const value = parse(written);
  if (value === undefined) return false;
  const { date, unit } = figure;
  if (date !== undefined) return [date.year, date.month, date.day, date.hour, date.minute, date.to?.month, date.to?.day].includes(toNumber(value));
  if (written.endsWith('%') && unit !== undefined && unit.dimension !== 'points') {
    const base = multiply(value, ratio(1n, 100n));
    return [figure.value, figure.upper].some((own) => own !== undefined && near(multiply(own, unit.factor ?? HUNDRED), base));
  }
  const scaled = unit?.factor === undefined ? [] : [figure.value].map((own) => own && multiply(own, unit.factor ?? whole(1)));
  const measured = wanted.Resolution?.unit === undefined ? [] : kilo(figure);
  return [figure.value, figure.upper, ...(unit?.text === '打' ? scaled : []), ...measured].some((own) => near(own, value)) && !(written.endsWith('%') && unit?.dimension === 'points');
}

/** 三千比特 is three kilobits and three thousand bits. */
function kilo({ unit, value }: Figure): readonly Exact[] {
  return unit?.dimension === 'data' && value !== undefined ? [divide(value, whole(1000)), divide(value, whole(1_000_000))] : [];
}

/**
 * Whether the figures found in a case are those wanted: each wanted one found with its value, and nothing found where nothing is wanted.
 * The recogniser of numbers says nothing of money and discounts; another of theirs reads them.
 */
export function passes(model: Model, { Input, Results }: Case): boolean {
  const kinds = KINDS[model];
  const figures = figuresIn(Input).filter(({ kind }) => kinds?.includes(kind) ?? true);
  // A currency or a unit without a number is no figure.
  const wanted = Results.filter(({ Resolution }) => model === 'NumberModel' || (Resolution?.value ?? null) !== null);
  if (!wanted.every((one) => figures.some((figure) => matches(figure, one)))) return false;
  const others: readonly FigureKind[] = ['money', 'percentage', 'date', 'time', 'phone', 'code'];
  return figures.every(
    (figure) =>
      wanted.some(({ Start, End }) => figure.span[1] > Start && figure.span[0] <= End) ||
      (model === 'NumberModel' && others.includes(figure.kind)) ||
      (model === 'DimensionModel' && figure.kind === 'temperature') ||
      (model === 'TemperatureModel' && figure.kind !== 'temperature'),
  );
}
