/**
 * Texts that have made programs like this one slow: one character of each class, over and over; what a rule looks for, without its end; many pieces of
 * almost nothing. Each is as long as it is asked to be, in UTF-16 units.
 */
export interface Killer {
  readonly name: string;
  readonly make: (length: number) => string;
}

const fill = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
const of = (name: string, unit: string): Killer => ({ name, make: (length) => fill(unit, length) });
const behind = (name: string, head: string, unit: string, tail = ''): Killer => ({ name, make: (length) => head + fill(unit, Math.max(0, length - head.length - tail.length)) + tail });
/** As many blocks, a blank line between. */
const blocks = (name: string, block: (index: number) => string): Killer => ({
  name,
  make: (length) => {
    const parts: string[] = [];
    for (let index = 0, done = 0; done < length; index++) {
      const part = `${block(index)}\n\n`;
      parts.push(part);
      done += part.length;
    }
    return parts.join('').slice(0, length);
  },
});

const HAN = '河湾镇的夜校亮起灯来听课有木匠菜农孩子教室坐得满当渡口小学船上书架黑板早读往返四趟';
/** Different words without sense, the same in each run. */
function words(index: number, length: number): string {
  let text = '';
  for (let at = 0; at < length; at++) text += HAN.charAt((index * 7 + at * (3 + (index % 11)) + (index >> 3)) % HAN.length);
  return text;
}

const single: readonly string[] = [
  '的', '。', '，', '、', '“', '”', '（', '）', '(', '《', '「', '1', '０', '一', '十', '百', '亿', '万', '第', '年', '月', '日', '半', '多', '%', '％', '.', ',', '-', '—', '～', '·', ':', '：', '℃', '元', '米',
  '■', '□', '#', '|', '=', '<', '&', '"', '\\', '{', '[', ']', '*', '_', '`', '$', '@', '/', 'a', 'Z', ' ', '\u3000', '\t', '\n', '\r', '\f', '\0', '\ufeff', '\u200b', '\u202e', '\ud83d', '\ude00', '𠮷',
];

const alternating: readonly string[] = [
  '一1', '1,', '1，', '1.', '1—', '1-', '1~', '1:', '1/', '1年', '1月', '年月日', '1亿', '亿一', '第1', '第一', '十一', '百十', '万亿', '零一', '１1', '%1', '1%', '至1', '1至', '比1', '增1', '由1', '增长1%', '1个', '1、', '一、', 'a1', 'a、',
  '“（', '“”', '（）', '()', '《》', '。“', '”。', '的\n', '的\n\n', '。\n', '。\n\n', '\n ', '\r\n', '#\n', '## \n', '## 的\n', '\f\n', '■\n', '上接第', '上接第1版', '下转第', '(下转第3版)\n', '本报讯', '本报', '本报某地9月2日电', '记者 ', '□本报记者 甲某\n', '甲某 摄\n', '第2版 ', '2031年9月2日 ', '星期二 ', '责任编辑：',
  'http://', 'https://a.', 'www.', 'a@a.', '010-', '13800138000', '3.2万', '2024年1月1日至', '上半年', '同比', '分别为1、', '一是', '共3个，', '$(a)', '](', '<!--', '-->', '![](a)\n', '![', '<a>', '<a ', '<br>', '的<br>', '<p>', '</p>\n', '<p ', '&nbsp;', '**', '的**', '* ', '\u200b的', '的 的\n', '夜 校 亮 灯\n', '---\n', '{1}---\n', '{1', '$1', '$1$', '1\\%', '\\"', '"",', '&amp;', '的 ', ' 的', '，,', '；;', '...', '……', '——',
];

export const killers: readonly Killer[] = [
  ...single.map((unit) => of(`only ${JSON.stringify(unit)}`, unit)),
  ...alternating.map((unit) => of(`over and over ${JSON.stringify(unit)}`, unit)),
  behind('one headline', '## ', '河'),
  behind('a headline of marks and blanks', '#', ' ', '甲'),
  behind('one long figure', '共', '1', '万元'),
  behind('one long numeral', '共', '一', '万元'),
  behind('one long decimal', '共1.', '3', '万元'),
  behind('digits in groups', '共1', ',000', '元'),
  behind('white space inside a line', '甲', ' ', '乙'),
  behind('line ends inside a text', '甲', '\n', '乙'),
  { name: 'brackets inside brackets', make: (length) => fill('（', length / 2) + fill('）', length / 2) },
  { name: 'one paragraph in printed lines', make: (length) => words(5, length).replace(/(.{14})/gu, '$1\n') },
  { name: 'one paragraph in printed lines, with figures', make: (length) => fill(`${words(3, 9)}3.2万元`, length).replace(/(.{14})/gu, '$1\n') },
  blocks('100,000 blocks of one line', (index) => words(index, 8)),
  blocks('blocks of one character', (index) => words(index, 1)),
  blocks('headlines only', (index) => `## ${words(index, 10)}`),
  blocks('the same headline', () => '## 河湾镇办起夜校'),
  blocks('headlines that may be text', (index) => words(index, 9)),
  blocks('cut ends', (index) => words(index, 60)),
  blocks('the same cut end', () => words(3, 60)),
  blocks('whole paragraphs', (index) => `${words(index, 60)}。`),
  blocks('opening quotes', (index) => `“${words(index, 40)}`),
  blocks('jump lines', (index) => `■上接第${index % 9}版 ${words(index, 20)}`),
  blocks('bylines', () => '□本报记者 林小禾'),
  blocks('furniture', (index) => `第${index % 99}版 要闻`),
  blocks('folios, each of another page', (index) => `河湾日报 2031年9月2日 星期二 第${index % 997}版 要闻`),
  blocks('folios with a text', (index) => `河湾日报 2031年9月2日 星期二 第${index % 97}版\n\n## ${words(index, 9)}\n\n${words(index, 50)}。`),
  blocks('pages with a form feed', (index) => `\f${words(index, 30)}`),
  blocks('paragraphs full of figures', (index) => `${words(index, 6)}3.2万元，同比增长${index % 90}.5%，由12亿元增至15亿元，其中1月、2月分别为3个、4个。`),
  blocks('one figure each', (index) => `共${index}个。`),
  { name: 'one paragraph full of figures', make: (length) => fill(`${words(1, 6)}3.2万元，同比增长7.5%，由12亿元增至15亿元。`, length) },
  { name: 'one sentence full of figures', make: (length) => fill('共3.2万元，同比增长7.5%，由12亿元增至15亿元、', length) },
  { name: 'lists in one clause', make: (length) => fill('甲、乙、丙等3个', length) },
];
