import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sliceSpan, type Span } from '../../../src/core/text/span';
import { analyse, assertSound } from './support';

const folder = path.resolve('test/golden');
const renew = process.env['RESTITCH_RENEW_GOLDEN'] === '1';
const how = 'RESTITCH_RENEW_GOLDEN=1 npm test -- unit, then look at every line that changed: it has to be the right answer, not just the new one';

/** The structure of an analysis: no confidence and no words of a message, only what is on the page. */
function structureOf(text: string): unknown {
  const result = analyse(text);
  assertSound(text, result);
  const parts = (spans: readonly Span[]): unknown => (spans.length === 0 ? undefined : spans.map((span) => [...span, sliceSpan(text, span)]));
  return {
    articles: result.articles.map(({ title, kind, kicker, deck, headline, byline, credit, standingHead, dateline, jump, paragraphs }) => ({
      title, kind, kicker, deck,
      headline: parts(headline),
      byline: parts(byline),
      credit: parts(credit),
      standingHead: parts(standingHead),
      dateline, jump,
      paragraphs: paragraphs.map(({ spans, text: joined }) => ({ spans, text: joined })),
    })),
    furniture: parts(result.furniture),
    findings: [...new Set(result.findings.map((finding) => finding.code))].sort(),
  };
}

/** JSON in which each list of numbers stands on one line. */
const written = (value: unknown): string =>
  `${JSON.stringify(value, undefined, 1).replace(/\[\s+(\d+),\s+(\d+)(,\s+(".*"))?\s+\]/gu, (_, from: string, to: string, _rest, part?: string) => `[${from}, ${to}${part === undefined ? '' : `, ${part}`}]`)}\n`;

describe('golden pages', () => {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  it('are all there', () => assert.ok(names.length >= 12, names.join(' ')));

  for (const name of names) {
    it(name, () => {
      // Line ends are part of the case: git leaves these files alone (.gitattributes).
      const text = readFileSync(path.join(folder, name, 'page.txt'), 'utf8');
      const golden = path.join(folder, name, 'analysis.json');
      const now = written(structureOf(text));
      if (renew) writeFileSync(golden, now);
      assert.ok(existsSync(golden), `${golden} is missing. To write it: ${how}`);
      assert.deepEqual(JSON.parse(now), JSON.parse(readFileSync(golden, 'utf8')), `The analysis of ${name} has changed. If it is right: ${how}`);
    });
  }
});
