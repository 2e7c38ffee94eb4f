/** New texts out of old ones: what a dump, a headline, a figure or a JSON text is made of, put where it does not belong. */
import { hostile } from '../../test/unit/hostile';
import type { Random } from '../eval/random';
import { killers } from './killers';

/** What is put in: signs and words that some rule looks for. */
const pieces: readonly string[] = [
  ...hostile, ...'，。；：、“”‘’（）()《》【】「」#■□◇—～·%‰0123456789０一二十百千万亿零第年月日时点半多余近约共至到比由增降超的是在了'.split(''), '\n', '\n\n', '\r\n', '\f', ' ', '\u3000', '## ', '\n\n## ',
  '上接第1版', '(下转第3版)', '□本报记者 林小禾', '林小禾 摄', '本报讯', '本报河湾9月2日电', '第2版 要闻', '2031年9月2日', '图为', '责任编辑：', '3.2万元', '同比增长7.5%', '2024年1月至3月', '星期二', '农历八月十五', '上午9时30分', '010-12345678', '三分之二', '1/3', '1.2.3',
  '{', '}', '[', ']', '":', ',', '"text":', '"id":', '"items":[', '"target":', '"selector":', '"exact":', '"prefix":', '"suffix":', '"body":', '"motivation":', '"created":"2031-09-02T00:00:00Z"', 'null', '1e999', '\\ud800', '\\u0000', '<<<<<<< a\n', '=======\n', '>>>>>>> b\n',
];

/** One change: a piece put in, a part taken out, doubled, moved or turned around, a unit changed, two texts crossed. */
function changed(text: string, other: string, random: Random): string {
  const at = random.whole(0, text.length);
  const end = Math.min(text.length, at + random.pick([1, 1, 2, 5, 20, 100]));
  const part = text.slice(at, end);
  switch (random.whole(0, 8)) {
    case 0: return text.slice(0, at) + text.slice(end);
    case 1: return text.slice(0, end) + part.repeat(random.pick([1, 2, 10])) + text.slice(end);
    case 2: {
      const to = random.whole(0, text.length);
      const rest = text.slice(0, at) + text.slice(end);
      return rest.slice(0, to) + part + rest.slice(to);
    }
    case 3: return text.slice(0, at) + String.fromCharCode(random.whole(0, 0xffff)) + text.slice(at + 1);
    case 4: return text.slice(0, at) + other.slice(random.whole(0, other.length));
    case 5: return text.slice(0, at) + random.pick(killers).make(random.pick([3, 30, 300])) + text.slice(end);
    case 6: return text.split('\n\n').map((block) => (random.chance(0.2) ? `${block.slice(0, block.length >> 1)}\n\n${block.slice(block.length >> 1)}` : block)).join('\n\n');
    default: return text.slice(0, at) + random.pick(pieces) + text.slice(random.chance(0.5) ? at : end);
  }
}

/** A text of up to `longest` units out of one that is known. */
export function mutated(text: string, other: string, random: Random, longest: number): string {
  let made = text;
  for (let changes = random.pick([1, 1, 2, 4, 8]); changes > 0; changes--) made = changed(made, other, random);
  return made.slice(0, longest);
}
