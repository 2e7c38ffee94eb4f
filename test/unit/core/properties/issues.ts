import fc from 'fast-check';
import { anyDump } from './dumps';

const turn = fc.oneof(
  fc.constantFrom('\f', '\n\f\n', '\n\n河湾日报 2031年9月2日 第2版\n', '\n河湾日报\n2031年9月2日 星期二\n第3版 要闻\n', '\r\n\r\nA04 文体 2031年9月2日\r\n', '\n第2版 要闻', '\n\n'),
  fc.nat(5).map((page) => `\n\n第${page}版 综合 2031年9月2日 星期二\n\n`),
);

/** Any text that might hold several pages of a paper. */
export const anyIssue: fc.Arbitrary<string> = fc.array(fc.tuple(anyDump, turn), { maxLength: 3 }).map((parts) => parts.flat().join(''));
