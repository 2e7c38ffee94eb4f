/** The door of this room: figures in a text or on a page, and what is said of them. */
export { figuresIn } from './figures';
export { FIGURE_KINDS, type Bound, type BoundSense, type Change, type Figure, type FigureDate, type FigureKind, type FigureUnit, type Moment } from './figure';
export { figuresOfPage, figuresOfPassage, passagesOf, placeFigures, spansWithin, type FigureSource, type Passage, type PassagePart, type PlacedFigure } from './passages';
export { describeFigure, figureWords, type FigureWords } from './describe';
export { baseValue, chineseReading, grouped, inBaseUnits } from './reading';
export { compare as compareExact, equal as equalExact, toNumber, toText as exactText, type Exact } from './exact';
export { sentenceAt, sentenceIn, sentencesOf } from './sentence';
export { withSubjects } from './subject';
