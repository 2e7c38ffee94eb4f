// Where we read otherwise than Recognizers-Text's cases want, on purpose. Cases are named by their place in the file (from 0); the
// reasons are argued in docs/figures.md. 个百分点 needs no list: the number is the same, and the unit is percentage points.
import type { Model } from './cases';

export type Why = 'fragment' | 'name' | 'article' | 'spoken-of' | 'dotted' | 'range' | 'two-measures';

export const REASONS: Readonly<Record<Why, string>> = {
  fragment: 'a number torn out of its phrase (two numbers run together, a fraction without its upper half)',
  name: 'a numeral in the name of a place',
  article: '一 before a measure word and its noun means "a"',
  'spoken-of': 'a character that is quoted or spoken of, and counts nothing',
  dotted: 'digits with several points are an address or a version',
  range: 'a share given as a range (百分之二三十) is read as one',
  'two-measures': '一位 is "one", not one bit',
};

export const DELIBERATE: Readonly<Record<Model, Readonly<Record<number, Why>>>> = {
  NumberModel: { 0: 'fragment', 75: 'fragment', 154: 'fragment', 221: 'dotted', 291: 'spoken-of', 308: 'name', 322: 'spoken-of', 325: 'article' },
  PercentModel: { 49: 'range' },
  OrdinalModel: {},
  DimensionModel: { 10: 'two-measures' },
  CurrencyModel: {},
  TemperatureModel: {},
};
