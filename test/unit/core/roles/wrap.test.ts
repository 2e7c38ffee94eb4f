import assert from 'node:assert/strict';
import { readBlocks } from '../../../../src/core/page/blocks';
import { labelPieces } from '../../../../src/core/roles/label';
import { rulerOf } from '../../../../src/core/roles/ruler';

/** Text printed in a column: `width` characters a line, each paragraph indented by two characters. */
function printed(width: number, indent: string, ...paragraphs: readonly string[]): string {
  return paragraphs
    .map((paragraph) => {
      const whole = indent + paragraph;
      const lines: string[] = [];
      for (let at = 0; at < whole.length; at += width) lines.push(whole.slice(at, at + width));
      return lines.join('\n');
    })
    .join('\n');
}

const first = '入秋以来河湾镇的夜校一到傍晚就亮起灯来听课的有木匠有菜农还有刚放学的孩子教室里坐得满满当当连窗台上也坐着人大家都说灯一亮心里就热了。';
const second = '老木匠陈守田在夜校里学会了看图纸还把自己四十年的手艺写成了一本小册子送给每一个来听课的年轻人他说手艺要有人接着做下去才算数。';
const third = '夜校每周开三个晚上的课不收学费镇里说明年还要再添两间教室把缝纫班和识字班也办起来让更多的人在灯下坐一坐。';

const bodies = (text: string): { text: string; spans: number }[] =>
  labelPieces(text, readBlocks(text))
    .filter((piece) => piece.role === 'body')
    .map((piece) => ({ text: piece.text, spans: piece.spans.length }));

describe('hard-wrapped text', () => {
  it('is known by its width', () => {
    const text = printed(16, '\u3000\u3000', first, second, third);
    assert.deepEqual(rulerOf(text, readBlocks(text))?.widths, [32]);
  });

  it('becomes paragraphs again, one span for each printed line', () => {
    const text = printed(16, '\u3000\u3000', first, second, third);
    assert.deepEqual(bodies(text), [first, second, third].map((paragraph) => ({ text: paragraph, spans: Math.ceil((paragraph.length + 2) / 16) })));
  });

  it('goes on over a paragraph whose blocks are parted by blank lines', () => {
    const text = [first, second, third].map((paragraph) => printed(14, '', paragraph)).join('\n\n');
    assert.deepEqual(bodies(text).map((piece) => piece.text), [first, second, third]);
  });

  it('is not one paragraph a line', () => {
    const text = [first, second, third].join('\n');
    assert.equal(rulerOf(text, readBlocks(text)), undefined);
    assert.deepEqual(bodies(text).map((piece) => piece.text), [first, second, third]);
  });

  it('may have a width for each column, and lines with Latin words or numbers', () => {
    const wide = printed(24, '\u3000\u3000', first, second);
    const narrow = printed(12, '\u3000\u3000', third, first);
    assert.deepEqual(bodies(`${wide}\n\n${narrow}`).map((piece) => piece.text), [first, second, third, first]);
  });

  it('may have a width for each article, however many there are and however little they differ', () => {
    const widths = [18, 12, 20, 19, 24, 14, 13, 22, 16];
    const text = widths.map((width) => `夜校的第${String(width)}本账\n\n${[first, second, third].map((paragraph) => printed(width, '', paragraph)).join('\n\n')}`).join('\n\n');
    assert.deepEqual(bodies(text).map((piece) => piece.text).filter((piece) => piece.length > 12), widths.flatMap(() => [first, second, third]));
  });

  it('may have a narrow passage of a few lines that no column near by explains', () => {
    const picture = '傍晚，孩子们在老师的灯下学写自己的名字。图为夜校的教室。';
    const page = (widths: readonly number[]): string => widths.map((width) => [first, second, third].map((paragraph) => printed(width, '', paragraph)).join('\n\n')).join('\n\n');
    const text = `${page([16, 12])}\n\n灯下\n\n${printed(10, '', picture)}\n\n${page([18, 14])}`;
    assert.ok(bodies(text).some((piece) => piece.text === picture));
    // Several lines that break alike tell it by themselves, even if the text is cut off there.
    const cut = '傍晚，孩子们在老师的灯下学写自己的名字，还把它们贴在墙';
    assert.ok(bodies(`${page([16, 12])}\n\n${printed(10, '', cut)}\n\n${page([18, 14])}`).some((piece) => piece.text === cut));
    // A line that is wider, or ends no sentence, is no last line of it.
    for (const last of ['识字班的孩子把写好的名字贴满了整整一面墙。', '教室里的灯']) {
      const other = `${page([16, 12])}\n\n入夜，老师把灯拨亮了\n${last}\n\n${page([18, 14])}`;
      assert.ok(!bodies(other).some((piece) => piece.text.includes(`拨亮了${last}`)));
    }
  });

  it('may have a blank line behind each line', () => {
    const text = [first, second, third].map((paragraph) => printed(16, '\u3000\u3000', paragraph)).join('\n').replaceAll('\n', '\n\n');
    assert.deepEqual(bodies(text).map((piece) => piece.text), [first, second, third]);
  });

  it('goes on neither from a headline that its column does not hold, nor from the names of those who wrote, nor with a headline', () => {
    const text = printed(16, '', first, second, third);
    const head = '夜校一年教出38名木匠 河湾镇再添两间教室';
    const byline = '■本报记者 林小禾 周予安 陈守田';
    for (const above of [head, byline]) {
      const pieces = labelPieces(`${above}\n${text}`, readBlocks(`${above}\n${text}`));
      assert.equal(pieces[0]?.text, above);
    }
    // 16 characters to the line, the last of which end a sentence or stand in the middle of one: what stands below is no paragraph's last line.
    for (const full of [`${first.slice(0, 63)}。`, first.slice(0, 64)]) {
      const page = `${printed(16, '\u3000\u3000', second)}\n${printed(16, '', full)}\n夜校添教室\n${printed(16, '\u3000\u3000', third)}`;
      const pieces = labelPieces(page, readBlocks(page)).map((piece) => piece.text);
      assert.ok(pieces.includes('夜校添教室'), pieces.join('\n'));
    }
  });

  it('ends a paragraph where the next line’s first word had still fitted', () => {
    const text = `${printed(16, '', first)}\n夜校今年来了两百人，\n比去年多了八十人。`;
    assert.deepEqual(bodies(text).map((piece) => piece.text), [first, '夜校今年来了两百人，', '比去年多了八十人。']);
  });

  it('leaves verses and rows as they are', () => {
    const poem = ['一盏灯照着半条河', '半条河流过两座桥', '两座桥上站着三个人', '三个人都说夜校好'];
    const table = ['甲村  12  3.5%', '乙村  15  4.1%', '丙村  18  2.2%', '丁村  11  0.9%'];
    const text = `${printed(16, '\u3000\u3000', first, second)}\n\n${poem.join('\n')}\n\n${table.join('\n')}`;
    assert.deepEqual(bodies(text).map((piece) => piece.text), [first, second, ...poem, ...table]);
  });

  it('is not a list of short sentences', () => {
    const text = ['灯亮了。', '人来了。', '课开了。', '书翻了。', '笔动了。', '窗开了。'].join('\n');
    assert.equal(rulerOf(text, readBlocks(text)), undefined);
    assert.equal(bodies(text).length, 6);
  });
});

describe('the column of a hard-wrapped text', () => {
  /** Lines as they stand, one paragraph a block. */
  const text = [
    '入秋以来河湾镇的夜校一到傍晚，\n就亮起灯来，听课的有木匠，有菜\n农，还有2031年刚毕业的学生和他们\n的老师。',
    '老木匠陈守田说：“手艺要有人接\n着做下去。”他把四十年的手艺写\n成了一本小册子。',
    '夜校每周开三个晚上的课，不收学\n费，镇里说，明年还要添两间教室。',
  ].join('\n\n');

  it('is where its lines break, whatever hangs over and however wide numbers are', () => {
    assert.deepEqual(rulerOf(text, readBlocks(text))?.widths.slice(0, 1), [30]);
    assert.deepEqual(bodies(text).map((piece) => piece.text), text.split('\n\n').map((block) => block.replaceAll('\n', '')));
  });

  it('takes lines that fill it for prose, even if each ends with a sign by chance; verses do not fill it', () => {
    const prose = ['夜校的灯一直亮到了十点半以后，', '镇上的木匠和菜农都舍不得回家；', '有人抄下了黑板上的每一个生字，', '带回家教孩子。'];
    const verses = ['一盏灯照着半条河，', '半条河流过两座桥；', '两座桥上站着三个人，', '三个人都说夜校好。'];
    const page = `${text}\n\n${prose.join('\n')}\n\n${verses.join('\n')}`;
    assert.deepEqual(bodies(page).slice(-5).map((piece) => piece.text), [prose.join(''), ...verses]);
    // Its last line may be as full as the others where one of those has no sign.
    const full = ['老木匠说：“我当了四十年的木匠，', '带过的徒弟有一百二十个，可是，', '哪一个也没有写过一本关于木匠的', '书。”镇里的人都等着看这本书呢，', '也等着听老木匠再讲一堂新的课。'];
    assert.deepEqual(bodies(`${text}\n\n${full.join('\n')}`).slice(-1).map((piece) => piece.text), [full.join('')]);
  });

  it('holds a closing signature together that was wrapped', () => {
    const signed = '据镇里统计，两年来有三百多人在\n夜校里学会看图纸的本领。（河湾\n日报记者 陈守田）';
    assert.deepEqual(bodies(`${text}\n\n${signed}`).slice(-1).map((piece) => piece.text), [signed.replaceAll('\n', '')]);
  });

  it('holds two full lines of a cut paragraph together, which are no headline', () => {
    const cut = '据镇里统计，两年来有三百多人在\n夜校里学会了看图纸的本领和手艺';
    const pieces = labelPieces(`${text}\n\n${cut}`, readBlocks(`${text}\n\n${cut}`));
    const last = pieces[pieces.length - 1];
    assert.equal(last?.role, 'body');
    assert.equal(last.text, cut.replace('\n', ''));
  });

  it('makes no byline or folio of a first line that it fills', () => {
    const story = '本报讯（记者 陈守田）昨天傍晚，\n夜校的灯又亮了起来，来了很多人。';
    const dated = '《河湾日报》2031年9月2日第3版刊\n登了夜校招生的消息，来了很多人。';
    for (const block of [story, dated]) {
      assert.deepEqual(bodies(`${text}\n\n${block}`).slice(-1).map((piece) => piece.text), [block.replace('\n', '')]);
    }
  });

  it('does not hold a headline that is wider', () => {
    const page = `${text}\n\n　　镇长说，夜校办到第三年，学\n费还是一分不收，书也是白送的，\n谁来都可以领。\n河湾镇夜校三年不收学费的账本是怎么算的\n　　账本放在镇里的柜子里，谁都\n可以翻开看一看。`;
    const piece = labelPieces(page, readBlocks(page)).find(({ text: shown }) => shown.startsWith('河湾镇夜校'));
    assert.equal(piece?.role, 'headline');
  });

  it('leaves open whether a full line that ends a sentence ends the paragraph, where nothing else shows it', () => {
    const tight = '入冬以后夜校的灯亮得更早，来的\n人比往年多了一半还要多，很热闹。\n老木匠又讲了一课，讲的是怎样看\n图纸。\n菜农们听得入神，把笔记本写得满\n满当当，回家以后还要再翻一翻。\n木匠的徒弟也来了，他们从外村赶\n了半天的路。\n镇里说明年还要再添两间教室。';
    const page = `${text}\n\n${tight}`;
    const pieces = labelPieces(page, readBlocks(page));
    assert.deepEqual(pieces.filter(({ belowFull }) => belowFull === true).map((piece) => piece.text), ['老木匠又讲了一课，讲的是怎样看图纸。', '木匠的徒弟也来了，他们从外村赶了半天的路。']);
  });
});

describe('paragraphs of printed lines with no sign but their short last lines', () => {
  const tight = '入冬以后夜校的灯亮得更早，来的\n人比往年多了一半还要多，很热闹。\n老木匠又讲了一课，讲的是怎样看\n图纸。\n菜农们听得入神，把笔记本写得满\n满当当，回家以后还要再翻一翻。\n木匠的徒弟也来了，他们从外村赶\n了半天的路。\n镇里说明年还要再添两间教室，还\n要添灯。';
  const pieces = (text: string): readonly { readonly text: string; readonly belowFull?: boolean | undefined }[] => labelPieces(text, readBlocks(text));

  it('begin below names, a headline with a space in it and one above a dateline, however full those lines are', () => {
    for (const [above, first] of [['■本报记者 陈守田 通讯员 梁秋', '昨天傍晚，河湾镇老街的'], ['夜校办到第三年 镇里添了新教室', '昨天傍晚，河湾镇老街的'], ['河湾镇夜校三年来教出四十名木匠', '本报河湾9月2日电 昨晚']]) {
      const page = `${tight}\n${String(above)}\n${String(first)}夜校又亮\n起灯来，来听课的有木匠，有菜农。`;
      const shown = pieces(page).map(({ text }) => text);
      assert.ok(shown.some((text) => text.startsWith(String(first))), shown.join('\n'));
    }
  });

  it('may end behind brackets that close a sentence', () => {
    const page = `${tight}\n识字班也办了起来，来的人坐满了教\n室，老师教到很晚。（据河湾日报）\n镇里的桥也修好了，过桥的人多了\n一倍。`;
    assert.ok(pieces(page).some(({ text, belowFull }) => belowFull === true && text.startsWith('镇里的桥')));
  });

  it('end above the name of a series right above a marked headline', () => {
    const page = `${tight}\n识字班的老师把黑板擦了一遍又一\n灯下新事\n## 河湾镇的桥修好了\n${tight}`;
    assert.ok(pieces(page).some(({ text }) => text === '灯下新事'));
  });
});

describe('a printed line that was broken in two', () => {
  const text = [first, second, third].map((paragraph) => printed(16, '', paragraph)).join('\n\n');
  const broken = (block: string): (string | undefined)[] => bodies(`${text}\n\n${block}`).slice(3).map((piece) => piece.text);

  it('is one line again: its parts fill the column, or the second ends the sentence', () => {
    for (const block of [
      '灯下的老木匠把图纸摊开来又看了一\n遍，说这张床\n的榫头画得不对啊，要\n他回去重画一张再来上课。',
      '灯下的老木匠把图\n纸摊开来又看了一\n遍说这张床的榫头画得不对要他回去\n重画一张。',
      '灯下的老木匠把图纸摊开来又看了一\n遍，说榫头\n画得不对。',
      // Behind a full stop, inside brackets, behind a comma; a sign begins no line.
      '灯下坐满了人。\n老木匠把图纸摊开来\n又看了一遍，说榫头画得不对，要他\n重画一张。',
      '本报讯（记者 林\n小禾）昨天傍晚夜\n校又添了一间教室，镇里说明年还要\n再添一间。',
      '当晚九点，\n老木匠还在教室里看图\n纸，看到半夜才把榫头画对，回了家\n去。',
      '灯下坐满了人\n，老木匠把图纸摊开来又看了好几遍\n才回家。',
    ]) {
      assert.deepEqual(broken(block), [block.replaceAll('\n', '')]);
    }
  });

  it('is no headline above a text, and no paragraph’s last line above a headline', () => {
    const indented = [first, second, third].map((paragraph) => printed(16, '\u3000\u3000', paragraph)).join('\n');
    const page = `${indented}\n夜校添了教室。\n灯下的老木匠和学徒\n${indented}`;
    assert.ok(bodies(page).every((piece) => piece.text !== '夜校添了教室。灯下的老木匠和学徒'));
    const page2 = `${indented}\n老木匠和学徒们\n夜校里写成了一本书\n${indented}`;
    assert.ok(bodies(page2).every((piece) => !piece.text.startsWith('老木匠和学徒们夜校')));
  });
});

describe('a headline of two lines', () => {
  const body = '入秋以来，夜校一到傍晚就亮起灯来，听课的有木匠，有菜农。\n老木匠说，手艺要有人接着做下去。';

  it('goes on behind two blanks, marked or not, at the top of its text and in the middle of a block', () => {
    for (const mark of ['## ', '']) {
      const page = `${mark}河湾夜校三年账本  \n一分学费也不收\n${body}\n${mark}老木匠收徒传艺  \n四十年手艺写成书\n${body}`;
      assert.deepEqual(labelPieces(page, readBlocks(page)).filter(({ role }) => role === 'headline').map(({ text }) => text.split('\n').length), [2, 2]);
    }
  });

  it('does not where every line ends so', () => {
    const page = `## 河湾夜校三年账本\n${body}`.split('\n').map((line) => `${line}  `).join('\n');
    assert.deepEqual(labelPieces(page, readBlocks(page)).filter(({ role }) => role === 'headline').map(({ text }) => text), ['## 河湾夜校三年账本']);
  });
});
