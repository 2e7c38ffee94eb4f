import assert from 'node:assert/strict';
import { readBlocks } from '../../../../src/core/page/blocks';
import { labelPieces } from '../../../../src/core/roles/label';
import { nodesOf } from '../../../../src/core/stitch/node';
import { mayJoin } from '../../../../src/core/stitch/problem';
import { page, theEngine, theModel } from '../support';

const TITLE = '## 河湾镇办起夜校';
const OPEN = '入秋以来，河湾镇的夜校一到傍晚就亮起灯。来听课的有木匠、有菜农，还有刚放学的孩子，教室里坐得满满当当。';
const SCRAP = '轻人。他说，手艺要有人接着做下去。';
const LAST = '夜校每周开三个晚上的课，不收学费。镇里说，明年还要再添两间教室，把缝纫班和识字班也办起来。';
const QUOTED = '“夜校亮灯以后，来的人一晚比一晚多。';
const REST = '有人还带着小板凳。”守门的老韩说。';

/** The paragraphs of all articles. */
const paragraphs = (text: string): string[] => theEngine().analyse(text).articles.flatMap((article) => article.paragraphs.map((paragraph) => paragraph.text));

describe('behind a full sentence', () => {
  it('nothing may be joined, not even what looks torn; behind anything else it may', () => {
    const text = page(TITLE, OPEN, QUOTED, '老木匠陈守田在夜校里学会了看图纸，送给每一个来听课的年', SCRAP);
    const nodes = nodesOf(labelPieces(text, readBlocks(text)), theModel());
    const scrap = nodes[nodes.length - 1]!;
    assert.deepEqual(nodes.slice(1, -1).map((left) => mayJoin(left, scrap)), [false, true, true]);
    assert.equal(mayJoin(nodes[1]!, { ...scrap, indent: 'text' }), true);
  });

  it('a quotation that was left open goes on', () => {
    assert.ok(paragraphs(page(TITLE, OPEN, QUOTED, REST, LAST)).includes(QUOTED + REST));
  });

  it('a text goes on that the page does not indent as it does its paragraphs', () => {
    const indented = (text: string): string => `　　${text}`;
    assert.ok(paragraphs(page(TITLE, indented(OPEN), SCRAP, indented(LAST), indented(QUOTED + REST))).includes(OPEN + SCRAP));
  });
});
