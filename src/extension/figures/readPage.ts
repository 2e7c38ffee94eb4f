import { shiftId, shiftSpans, type Passage, type PlacedFigure } from '../../core';

/** What is read of a page. */
export interface ReadPage {
  readonly passages: readonly Passage[];
  /** In the order of the passages; each has its passage of the list above. */
  readonly figures: readonly PlacedFigure[];
}

/** What is read of a part of a text, in the places of the whole. @param place what stands before the part: UTF-16 units, articles */
export function moved(read: ReadPage, place: { readonly offset: number; readonly articles: number }): ReadPage {
  if (place.offset === 0 && place.articles === 0) return read;
  const there = new Map(read.passages.map((passage) => [passage, movedPassage(passage, place)]));
  return {
    passages: [...there.values()],
    figures: read.figures.map(({ figure, passage, spans }) => ({ figure, passage: there.get(passage) ?? passage, spans: shiftSpans(spans, place) })),
  };
}

/** Several pages as one: what is in articles first, as a single page has it. */
export function together(reads: readonly ReadPage[]): ReadPage {
  const [only] = reads;
  if (only !== undefined && reads.length === 1) return only;
  const passages = reads.flatMap((read) => read.passages);
  const figures = reads.flatMap((read) => read.figures);
  const isAside = ({ part }: Passage): boolean => part === 'furniture';
  return {
    passages: [...passages.filter((one) => !isAside(one)), ...passages.filter(isAside)],
    figures: [...figures.filter(({ passage }) => !isAside(passage)), ...figures.filter(({ passage }) => isAside(passage))],
  };
}

function movedPassage(passage: Passage, place: { readonly offset: number; readonly articles: number }): Passage {
  const { article, spans } = passage;
  return { ...passage, spans: shiftSpans(spans, place), ...(article === undefined ? {} : { article: shiftId(article, place) }) };
}
