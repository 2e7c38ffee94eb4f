import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { paragraphXml } from '../../../../src/core/export/docxParts';
import { formatById, sliceSpan, type Span } from '../../../../src/core/index';
import { inputOf, samplePage } from './support';

const input = inputOf(samplePage());
const files = (): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(formatById('docx').write(input) as Uint8Array)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));

describe('Word', () => {
  it('has the types of all its parts, and relations to parts that are there', () => {
    const parts = files();
    const types = parts['[Content_Types].xml'] ?? '';
    for (const [, name = ''] of types.matchAll(/PartName="\/([^"]+)"/gu)) assert.ok(name in parts, name);
    for (const [name, text] of Object.entries(parts).filter(([one]) => one.endsWith('.rels'))) {
      const home = name.replace(/_rels\/[^/]*$/u, '');
      for (const [, target = ''] of text.matchAll(/Target="([^"]+)"/gu)) assert.ok(path.posix.join(home, target) in parts, `${name}: ${target}`);
    }
  });

  it('uses only styles that it has', () => {
    const parts = files();
    const known = new Set([...(parts['word/styles.xml'] ?? '').matchAll(/w:styleId="([^"]+)"/gu)].map(([, id]) => id));
    for (const [, id] of (parts['word/document.xml'] ?? '').matchAll(/w:pStyle w:val="([^"]+)"/gu)) assert.ok(known.has(id), id);
  });

  it('keeps the place of each passage: its bookmark leads to its spans, which give back its text', () => {
    const parts = files();
    const places = new Map([...(parts['customXml/item1.xml'] ?? '').matchAll(/bookmark="([^"]+)" article="[^"]+" role="([^"]+)" spans="([^"]*)"/gu)].map(([, name, role, spans]) => [name, { role, spans }]));
    const passages = [...(parts['word/document.xml'] ?? '').matchAll(/w:name="([^"]+)"\/><w:r>(.*?)<\/w:r>/gu)];
    assert.equal(passages.length, places.size);
    assert.ok(passages.length > 20);
    for (const [, name, run = ''] of passages) {
      assert.ok((name ?? '').length <= 40, 'Word takes no longer name');
      const text = run.replace(/<[^>]+>/gu, '').replace(/&quot;/gu, '"').replace(/&amp;/gu, '&');
      const spans = (places.get(name)?.spans ?? '').split(' ').map((word) => word.split('-').map(Number) as unknown as Span);
      assert.equal(spans.map((span) => sliceSpan(input.page.text, span)).join(''), text);
    }
  });

  it('says where white space at the ends of a text is to be kept', () => {
    const run = (text: string): string | undefined => /<w:r>(.*)<\/w:r>/u.exec(paragraphXml({ style: 'BodyText', text, bookmark: '_a1_1', newPage: false }, 0))?.[1];
    assert.equal(run('夜校 亮灯'), '<w:t>夜校 亮灯</w:t>');
    assert.equal(run(' 夜校'), '<w:t xml:space="preserve"> 夜校</w:t>');
    assert.equal(run('夜校\t亮灯\n'), '<w:t>夜校</w:t><w:tab/><w:t>亮灯</w:t><w:br/>');
  });

  it('is read by LibreOffice, paragraph by paragraph', function () {
    this.timeout(120_000);
    if (spawnSync('soffice', ['--version']).status !== 0) {
      console.log('      (left out: LibreOffice is not on this machine; Debian has it in the package "libreoffice-writer-nogui")');
      this.skip();
    }
    const home = mkdtempSync(path.join(tmpdir(), 'restitch-word-'));
    try {
      writeFileSync(path.join(home, 'page.docx'), formatById('docx').write(input));
      const run = spawnSync('soffice', [`-env:UserInstallation=file://${home}/profile`, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', home, path.join(home, 'page.docx')], { encoding: 'utf8', timeout: 100_000 });
      assert.equal(run.status, 0, run.stderr);
      const lines = readFileSync(path.join(home, 'page.txt'), 'utf8').replace(/^\ufeff/u, '').split(/\r?\n/u).map((line) => line.trim()).filter(Boolean);
      const wanted = (formatById('text').write(input) as string).split('\n').map((line) => line.trim()).filter(Boolean);
      assert.deepEqual(lines, wanted);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});
