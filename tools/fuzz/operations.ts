/** What the product does with a text, step by step, to be timed one by one. */
import { readRecord } from '../../src/batch/record';
import {
  applyEdits, factsOf, figureDoubts, figuresIn, figuresOfPage, figureWords, fileNameOf, formats, issuesOf, normalise, normalKinds, place, readName, readSidecar, restitch, visible,
  type Engine, type ExportInput, type Page, type PlacedFigure,
} from '../../src/core/index';
import { excerpt } from '../../src/extension/excerpt';
import { escapeMarkdown } from '../../src/extension/markdown';

/** What the steps before have made. */
interface Made {
  readonly engine: Engine;
  readonly text: string;
  page?: Page;
  /** The text as it is open in an editor. */
  session?: ReturnType<Engine['session']>;
  figures?: readonly PlacedFigure[];
}

export interface Operation {
  readonly name: string;
  readonly run: (made: Made) => void;
}

/** The page a text makes, with all its articles, for a writer. */
export function inputOf(page: Page): ExportInput {
  return { page, articles: page.articles, source: { name: 'page.txt', encoding: 'utf-8' }, language: 'en' };
}

const pageOf = (made: Made): Page => {
  made.page ??= made.engine.analyse(made.text);
  return made.page;
};
const figuresOf = (made: Made): readonly PlacedFigure[] => {
  made.figures ??= figuresOfPage(pageOf(made));
  return made.figures;
};

function sessionOf(made: Made): NonNullable<Made['session']> {
  if (made.session === undefined) {
    made.session = made.engine.session();
    made.session.open(made.text);
  }
  return made.session;
}

/** Of a JSON text its readers, which are given any text at all. */
const refused = (read: () => unknown): void => {
  try {
    read();
  } catch {
    // What it refuses it says in a way of its own; here only the time counts.
  }
};

export const operations: readonly Operation[] = [
  { name: 'analyse', run: pageOf },
  { name: 'opened in an editor', run: (made) => void sessionOf(made).leaves() },
  {
    name: 'a keystroke in the middle',
    run: (made) => {
      const session = sessionOf(made);
      session.change([{ offset: made.text.length >> 1, length: 1, newText: '的' }]);
      session.leaves();
      // The steps below have nothing to do with it: in the product it lives in another thread.
      delete made.session;
    },
  },
  { name: 'all quick fixes applied', run: (made) => pageOf(made).findings.slice(0, 20).forEach(({ fixes }) => fixes.forEach(({ edits }) => applyEdits(made.text, edits))) },
  { name: 're-stitch', run: (made) => void restitch(pageOf(made), made.engine) },
  { name: 'figures of the text', run: ({ text }) => void figuresIn(text) },
  { name: 'figures of the page', run: (made) => void (made.figures = figuresOfPage(pageOf(made))) },
  { name: 'figures in words', run: (made) => figuresOf(made).slice(0, 2000).forEach(({ figure }) => (['en', 'zh'] as const).forEach((language) => figureWords(figure, language))) },
  {
    name: 'checks of figures',
    run: (made) => {
      figureDoubts(figuresOf(made), 'daily-2031-09-02.txt');
      // What is written below reads them for itself.
      delete made.figures;
    },
  },
  { name: 'normalise', run: (made) => void normalise(pageOf(made), normalKinds) },
  {
    name: 'an issue of two pages',
    run: (made) => {
      const pages = factsOf(made.text, [{ leaf: pageOf(made), offset: 0, length: made.text.length, articles: 0 }]);
      issuesOf([{ name: 'a/河湾日报-20310902-1.txt', pages }, { name: 'a/河湾日报-20310902-2.txt', pages }]);
    },
  },
  ...formats.map((format): Operation => ({ name: `export ${format.id}`, run: (made) => void format.write(inputOf(pageOf(made))) })),
  { name: 'a name of a file', run: ({ text }) => void [fileNameOf(text), readName(text), readName(text.slice(0, 250), [text, '{paper}{*}{section}{*}{page}'])] },
  { name: 'a label', run: ({ text }) => void [visible(text), escapeMarkdown(text), excerpt(text, 24)] },
  { name: 'a sidecar', run: ({ text }) => void [readSidecar(text), readSidecar(JSON.stringify({ type: 'AnnotationCollection', items: [text] }))] },
  {
    name: 'its decisions found again',
    run: ({ text }) => {
      const passage = { head: text.slice(0, 40), before: text.slice(40, 60), after: text.slice(60, 80) };
      const entry = { id: 'urn:x', created: '2031-09-02T00:00:00Z', modified: '2031-09-02T00:00:00Z', passages: [passage], body: { kind: 'reviewed' } };
      refused(() => place({ entries: [entry, entry], withdrawn: [], foreign: [] } as unknown as Parameters<typeof place>[0], text));
    },
  },
  { name: 'a record', run: ({ text }) => refused(() => readRecord(JSON.stringify({ text, id: text.slice(0, 1000) }))) },
  { name: 'a line that may be a record', run: ({ text }) => refused(() => readRecord(text)) },
];
