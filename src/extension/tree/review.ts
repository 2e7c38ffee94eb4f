import { nameSpan } from '../../core';
import type { Services } from '../services';
import type { Shown } from './articleTree';
import { articleOf } from './gestures';
import type { Row } from './row';

/** Marks the articles of rows as reviewed, or takes the marks back. They live with the other decisions, beside the file. */
export async function review({ decisions }: Pick<Services, 'decisions'>, { document, page, reviewed }: Shown, rows: readonly Row[], value: boolean): Promise<void> {
  const articles = new Set(rows.flatMap((row) => articleOf(page, row) ?? []));
  for (const article of articles) {
    const marks = reviewed.get(article.id);
    const name = nameSpan(article);
    if (!value && marks) await decisions.forget(document, marks);
    if (value && !marks && name) await decisions.remember(document, { kind: 'reviewed' }, [name]);
  }
}
