import assert from 'node:assert/strict';
import { frontMatterEnd } from '../../../../src/core/text/frontMatter';
import { analyse, page, restitched } from '../support';

const matter = '---\ntitle: "河湾镇办起夜校"\ntags:\n  - 夜校\n  - 渡口\nsource: {"name": "1.txt"}\n---';

describe('front matter', () => {
  it('ends at its second rule', () => {
    assert.equal(frontMatterEnd(`${matter}\n\n# 河湾镇办起夜校\n`), matter.length);
    assert.equal(frontMatterEnd(`${matter.replaceAll('\n', '\r\n')}\r\n`), matter.replaceAll('\n', '\r\n').length);
    assert.equal(frontMatterEnd(matter), matter.length);
  });

  it('is none without keys, without an end, or with text in it', () => {
    for (const text of ['', '---\n---\n', '---\ntitle: 灯\n夜校亮起了灯。\n---\n', '---\ntitle: 灯\n', '灯\n---\ntitle: 灯\n---\n', `---\n${'a: 1\n'.repeat(300)}---\n`]) assert.equal(frontMatterEnd(text), 0, text);
  });

  it('is no text of the page, and stays on top as it stands when the page is put in order', () => {
    const text = page(matter, '# 河湾镇办起夜校 农民学会看图纸', '入秋以来，河湾镇的夜校一到傍晚就亮起灯。来听课的有木匠、有菜农，还有刚刚放学的孩', '子，教室里坐得满满当当。');
    const read = analyse(text);
    assert.deepEqual(read.articles.map(({ title }) => title), ['河湾镇办起夜校 农民学会看图纸']);
    const mended = restitched(text);
    assert.ok(mended.startsWith(`${matter}\n\n# 河湾镇`), mended);
    assert.ok(mended.includes('刚刚放学的孩子，'), mended);
  });
});
