import { describeFigure, figuresIn, sentenceAt, type Figure, type Language, type Span } from '../core';
import { translate, type Text } from './translate';

/** More rows than this hide the text they speak of. */
const mostRows = 20;

const kindNames: Readonly<Record<Figure['kind'], Text>> = {
  number: 'Number',
  quantity: 'Quantity',
  percentage: 'Percentage',
  money: 'Money',
  date: 'Date',
  fraction: 'Fraction',
  ordinal: 'Ordinal',
  multiple: 'Multiple',
};

/**
 * The figures of the sentence around `offset` (UTF-16) as a Markdown table, the one under the mouse in bold.
 * @returns `undefined` where the sentence has no figures
 */
export function figuresHover(text: string, offset: number, language: Language): { readonly span: Span; readonly markdown: string } | undefined {
  const span = sentenceAt(text, offset);
  const figures = figuresIn(text, span);
  if (figures.length === 0) return undefined;
  const row = (figure: Figure): string => {
    const words = escapeMarkdown(describeFigure(figure, language));
    const isHere = figure.span[0] <= offset && offset < figure.span[1];
    return `| ${translate(language, kindNames[figure.kind])} | ${isHere ? `**${words}**` : words} |`;
  };
  const lines = [
    `| ${translate(language, 'Figures in this sentence')} | |`,
    '|:--|:--|',
    ...figures.slice(0, mostRows).map(row),
  ];
  if (figures.length > mostRows) lines.push('', translate(language, '… and {0} more', figures.length - mostRows));
  return { span, markdown: lines.join('\n') };
}

/** Text that Markdown shows as it stands, in a table cell too. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+\-.!|~&$]/g, '\\$&').replace(/\s+/g, ' ');
}
