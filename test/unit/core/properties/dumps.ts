import fc from 'fast-check';
import { readBlocks } from '../../../../src/core/page/blocks';
import { sample } from '../support';

const HAN = '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会主发年动同工也能下过子说产种面而方后多定行学法所民得经';
const SIGNS = '，。、：；！？…,.;:!?()（）“”‘’「」《》【】—·%';
const MARKS = '#□■◇▲';

const char = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...HAN) },
  { weight: 6, arbitrary: fc.constantFrom(...SIGNS) },
  { weight: 3, arbitrary: fc.constantFrom(...'0123456789０３') },
  { weight: 1, arbitrary: fc.constantFrom(...'aZ ', '\u3000', '\t', '𠮷', ...MARKS) },
  // Lone surrogates, NUL, a byte order mark inside.
  { weight: 1, arbitrary: fc.constantFrom('\ud800', '\udfff', '\0', '\ufeff') },
);
const run = fc.string({ unit: char, minLength: 1, maxLength: 40 });

/** Lines of the trade, put together from parts. */
const line = fc.oneof(
  { weight: 8, arbitrary: run },
  { weight: 4, arbitrary: run.map((text) => `${text}。`) },
  { weight: 2, arbitrary: run.map((text) => `## ${text}`) },
  { weight: 1, arbitrary: run.map((text) => `——${text}`) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '□本报记者 林小禾', '林小禾 摄', '■上接第1版', '(下转第3版)', '责任编辑：林小禾', '第2版 要闻', '3', '##', '#', '##  ', '综合新闻', '## 综合新闻',
      '![](images/1f.jpg)', '![夜校](a.png)', '<!-- image -->', '<img src="a.jpg"/>', '---', '* * *', '{3}-----', '<!-- PageBreak -->', '**夜校亮灯**', '## **夜校亮灯**', '<p>入秋以来，夜校亮起了灯。</p>', '<p>农民晚上听</p><p>课。</p>', '<br>', '<b></b>', '&nbsp;&nbsp;夜校亮起', '夜\u200b校\u200b', '\u200b',
      '夜 校 亮 起 了 灯 。', '甲。<br>乙', '**', '<p>', '</p>',
      '河湾镇办起夜校', '灯光亮到九点', '图为河湾镇的夜校。', '\u3000\u3000入秋以来，河湾镇的夜校亮起了灯。', '\f', '“', '”', '本报讯',
    ),
  },
  { weight: 2, arbitrary: run.map((text) => `本报河湾9月2日讯(记者 林小禾)${text}`) },
  { weight: 1, arbitrary: run.map((text) => `■上接第1版 ${text}`) },
  { weight: 1, arbitrary: run.map((text) => `${text}(下转第3版)`) },
);
const eol = fc.constantFrom('\n', '\n', '\r\n', '\r');
const gap = fc.tuple(eol, fc.constantFrom(0, 1, 1, 1, 2, 3), fc.constantFrom('', '', ' ', '\u3000')).map(([end, blank, white]) => end + (white + end).repeat(blank));

/** Any text at all that a page might hold, line ends mixed. */
export const anyText: fc.Arbitrary<string> = fc.array(fc.tuple(line, gap), { maxLength: 14 }).map((parts) => parts.flat().join(''));

/** Text of code units without any sense. */
export const anyNoise: fc.Arbitrary<string> = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: char, maxLength: 200 }));

const blocksOf = (text: string): string[] => readBlocks(text).map(({ lines }) => text.slice(lines[0]?.span[0], lines[lines.length - 1]?.span[1]));
const sampleBlocks = [...blocksOf(sample('sample-page.txt')), ...blocksOf(sample('mini-page.txt'))];

/** Blocks of the sample pages, cut anywhere once more and shuffled: nearly a page, and nearly always wrong. */
export const shuffledPage: fc.Arbitrary<string> = fc
  .shuffledSubarray(sampleBlocks, { minLength: 1, maxLength: 16 })
  .chain((blocks) =>
    fc.record({
      blocks: fc.constant(blocks),
      cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: blocks.length, maxLength: blocks.length }),
      between: fc.array(gap, { minLength: 2 * blocks.length, maxLength: 2 * blocks.length }),
    }),
  )
  .map(({ blocks, cuts, between }) => {
    const parts: string[] = [];
    blocks.forEach((block, i) => {
      const share = cuts[i] ?? 1;
      // Nearly every third block is cut once more.
      if (share < 0.3) {
        const at = Math.floor(block.length * share * 3);
        parts.push(block.slice(0, at), block.slice(at));
      } else parts.push(block);
    });
    return parts.map((part, i) => part + (between[i] ?? '\n\n')).join('');
  });

/** All of them. */
export const anyDump: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: anyText },
  { weight: 1, arbitrary: anyNoise },
  { weight: 2, arbitrary: shuffledPage },
);
