import type { FigureKind } from '../../core';
import { translate, type Text } from '../translate';
import type { Language } from '../../core';

const names: Readonly<Record<FigureKind, Text>> = {
  count: 'Count',
  quantity: 'Quantity',
  money: 'Money',
  percentage: 'Percentage',
  permille: 'Per mille',
  percentagePoint: 'Percentage points',
  multiple: 'Multiple',
  fraction: 'Fraction',
  ratio: 'Ratio',
  number: 'Number',
  ordinal: 'Ordinal',
  temperature: 'Temperature',
  age: 'Age',
  duration: 'Duration',
  date: 'Date',
  time: 'Time',
  page: 'Page number',
  issue: 'Issue number',
  phone: 'Telephone number',
  code: 'Code',
};

/** The name of a kind of figure. */
export function kindName(kind: FigureKind, language: Language): string {
  return translate(language, names[kind]);
}

/** The icon of a kind in the tree. */
export const kindIcons: Readonly<Record<FigureKind, string>> = {
  count: 'symbol-numeric',
  quantity: 'symbol-ruler',
  money: 'credit-card',
  percentage: 'pie-chart',
  permille: 'pie-chart',
  percentagePoint: 'diff',
  multiple: 'arrow-up',
  fraction: 'pie-chart',
  ratio: 'law',
  number: 'symbol-number',
  ordinal: 'list-ordered',
  temperature: 'flame',
  age: 'person',
  duration: 'watch',
  date: 'calendar',
  time: 'clock',
  page: 'book',
  issue: 'book',
  phone: 'device-mobile',
  code: 'symbol-key',
};
