import { readFileSync } from 'node:fs';
import type { ExportInput, Page } from '../../../../src/core/index';
import { analyse, sample } from '../support';

/** A page with all its articles, as a host gives it to a writer. */
export function inputOf(page: Page, source: Partial<ExportInput['source']> = {}): ExportInput {
  return { page, articles: page.articles, source: { name: 'page.txt', encoding: 'utf-8', ...source }, language: 'en' };
}

export const samplePage = (): Page => analyse(sample('sample-page.txt'));

/** Each article of a page by itself. */
export const each = (input: ExportInput): ExportInput[] => input.articles.map((article) => ({ ...input, articles: [article] }));

/** A page whose headline, byline, paragraphs and credit are a text that means harm. */
export function pageOf(text: string): Page {
  const sound = samplePage();
  const lines = text === '' ? ' ' : text;
  const dump = Array.from({ length: 5 }, () => lines).join('\n\n');
  const at = (index: number): readonly [number, number] => [index * (lines.length + 2), index * (lines.length + 2) + lines.length];
  const attachment = sound.articles[0]!.paragraphs[0]!.attachment;
  return {
    ...sound,
    text: dump,
    findings: [],
    furniture: [],
    articles: [{
      id: 'a1', kind: 'article', title: lines, kicker: lines, headline: [at(0)], headlineSure: true, byline: [at(1)], credit: [at(4)], standingHead: [],
      paragraphs: [2, 3].map((index) => ({ spans: [at(index)], text: lines, seams: [], attachment })),
    }],
  };
}

export const textOf = (file: string): string => readFileSync(file, 'utf8');
