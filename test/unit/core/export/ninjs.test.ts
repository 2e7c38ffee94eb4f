import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';
import { formatById, type ExportInput } from '../../../../src/core/index';
import { hostile } from '../../hostile';
import { each, inputOf, pageOf, samplePage } from './support';

// The schema is IPTC's and lies beside the checkout, where there is one.
const file = path.resolve('../shared/specs/ninjs/ninjs-schema_3.1.json');

const write = (input: ExportInput): Record<string, unknown> => JSON.parse(formatById('ninjs').write(input) as string) as Record<string, unknown>;

describe('ninjs 3.1', () => {
  describe('by the schema of the IPTC', () => {
    let validate: ValidateFunction;

    before(function () {
      if (!existsSync(file)) {
        console.log('      ../shared/specs/ninjs is not here: the validation is left out');
        this.skip();
      }
      const ajv = new Ajv2020({ strict: false, allErrors: true });
      formatsPlugin(ajv);
      // Places have no shapes here: what the schema says of them elsewhere is not asked.
      ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', type: 'object' });
      validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as AnySchemaObject);
    });

    const assertValid = (item: unknown): void => assert.ok(validate(item), JSON.stringify(validate.errors?.slice(0, 3)));

    it('an article, a page and a page without articles are valid', () => {
      const input = inputOf(samplePage(), { modified: '2024-09-26T08:00:00Z' });
      assertValid(write(input));
      for (const one of each(input)) assertValid(write(one));
      assertValid(write({ ...input, articles: [] }));
    });

    it('whatever stands in the text and in the name of the dump', () => {
      for (const text of hostile) assertValid(write({ ...inputOf(pageOf(text)), source: { name: text, encoding: 'utf-8', modified: text, date: text } }));
    });

    it('the schema refuses what is no item', () => {
      assert.equal(validate({ type: 'text' }), false);
      assert.equal(validate({ ...write(inputOf(samplePage())), nonsense: 1 }), false);
    });
  });

  it('has an item for one article, with its parts in the words of the format', () => {
    const input = inputOf(samplePage());
    const [first] = each(input);
    assert.ok(first);
    const item = write(first);
    const [article] = first.articles;
    assert.equal(item['type'], 'text');
    assert.deepEqual((item['headlines'] as { role: string; value: string }[])[0], { role: 'main', contentType: 'text/plain', value: article?.title });
    const [plain] = item['bodies'] as { charCount: number; value: string }[];
    assert.equal(plain?.value, article?.paragraphs.map(({ text }) => text).join('\n'));
    assert.equal(item['contentCreated'], '2024-09-26T00:00:00+08:00');
  });

  it('has a composite item for a page, with the same items inside', () => {
    const input = inputOf(samplePage());
    const { type, associations } = write(input) as { type: string; associations: Record<string, unknown>[] };
    assert.equal(type, 'composite');
    assert.deepEqual(associations.map(({ uri }) => uri), each(input).map((one) => write(one)['uri']));
    assert.equal(new Set(associations.map(({ uri }) => uri)).size, input.articles.length);
  });
});
