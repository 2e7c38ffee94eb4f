import assert from 'node:assert/strict';
import { readBlocks } from '../../../../src/core/page/blocks';
import { labelPieces } from '../../../../src/core/roles/label';
import { lostStops } from '../../../../src/core/stitch/lostStops';
import { nodesOf } from '../../../../src/core/stitch/node';
import { analyse, page, theModel } from '../support';

const TITLE = '## 河湾镇办起夜校';
const WHOLE = '入秋以来，河湾镇的夜校一到傍晚就亮起灯。来听课的有木匠、有菜农，还有刚放学的孩子，教室里坐得满满当当。';
/** Paragraphs whose last stop a reader of scanned pages overlooked. */
const LOST = [
  '“以前冬天没事做，晚上就是打牌。”村民陈桂芳说，现在村里人都愿意来夜校听一听，学一门手艺，回去以后还能教给左邻右舍',
  '据介绍，夜校已经开办三个多月，先后请来十二位老师。他们有的从县城赶来，有的就是本村的能人，每周上三个晚上的课，不收学费',
  '“下一步，等到明年开春以后，”镇里的干部告诉记者，“我们还要再添两间教室，把缝纫班和识字班也办起来，让更多的人在家门口学到本领”',
];
const CUT = ['老木匠陈守田在夜校里学会了看图纸，他把自己做的三十多只小板凳，一只一只送给每一个来听课的年', '轻人。他说，手艺要有人接着做下去，才不会断在自己手里。'] as const;

const nodesFor = (text: string): ReturnType<typeof nodesOf> => nodesOf(labelPieces(text, readBlocks(text)), theModel());
const texts = (text: string): string[] => analyse(text).articles.flatMap(({ paragraphs }) => paragraphs.map((paragraph) => paragraph.text));

describe('full stops that were lost', () => {
  it('are missed where a sentence reads as ended, not where it was cut', () => {
    const nodes = nodesFor(page(TITLE, WHOLE, LOST[0]!, CUT[0], CUT[1]));
    const [lost, cut] = [nodes[2]!, nodes[3]!];
    assert.ok(lost.stop > 0 && cut.stop < 0, `${String(lost.stop)} ${String(cut.stop)}`);
    assert.equal(nodes[1]!.stop, 0);
  });

  it('leave a paragraph as it is, and what was cut is put together beside it', () => {
    assert.deepEqual(texts(page(TITLE, WHOLE, CUT[0], CUT[1], LOST[0]!, `${LOST[1]!}。`)), [WHOLE, CUT.join(''), LOST[0], `${LOST[1]!}。`]);
  });

  it('make no join sure', () => {
    const { articles } = analyse(page(TITLE, WHOLE, LOST[0]!, LOST[1]!, LOST[2]!));
    assert.ok(articles.flatMap(({ paragraphs }) => paragraphs.flatMap(({ seams }) => seams)).every(({ sure }) => !sure));
  });

  it('are the likelier the more the page lost elsewhere; a piece is no witness for itself', () => {
    const ended = { stop: 2, clauseEnd: 14, freshBelow: 3 };
    const torn = { stop: -2, clauseEnd: 2, freshBelow: -4 };
    const [alone = 0] = lostStops([ended, torn, torn, torn]);
    const [many = 0] = lostStops([ended, ended, ended, torn]);
    assert.ok(alone < 0 && many > alone);
    assert.ok(Math.abs((lostStops([ended])[0] ?? 0) - (lostStops([torn])[0] ?? 9)) < 1e-9);
    assert.deepEqual(lostStops([]), []);
  });
});
