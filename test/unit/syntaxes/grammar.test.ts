import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as oniguruma from 'vscode-oniguruma';
import { INITIAL, Registry, parseRawGrammar, type IGrammar } from 'vscode-textmate';

const file = path.resolve('syntaxes/newspaper-dump.tmLanguage.json');
const suffix = '.newspaper-dump';
let grammar: IGrammar;

async function load(): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(path.resolve('package.json')).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(new Uint8Array(wasm).buffer);
  const onigLib = Promise.resolve({
    createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text: string) => new oniguruma.OnigString(text),
  });
  const loadGrammar = (): Promise<ReturnType<typeof parseRawGrammar>> =>
    Promise.resolve(parseRawGrammar(readFileSync(file, 'utf8'), file));
  const loaded = await new Registry({ onigLib, loadGrammar }).loadGrammar('text.newspaper-dump');
  assert.ok(loaded);
  return loaded;
}

/** What stands in each scope: `scope: text`, the innermost scope of each token, white space and plain text left out. */
function scopes(...lines: string[]): string[] {
  let state = INITIAL;
  return lines.flatMap((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.flatMap((token) => {
      const scope = token.scopes.at(-1) ?? '';
      const text = line.slice(token.startIndex, token.endIndex).trim();
      return text === '' || token.scopes.length < 2 ? [] : [`${scope.replace(suffix, '')}: ${text}`];
    });
  });
}

describe('grammar newspaper-dump', () => {
  before(async () => {
    grammar = await load();
  });

  const examples: Readonly<Record<string, readonly (readonly [lines: readonly string[], scopes: readonly string[]])[]>> = {
    headlines: [
      [['## 湖边小学有了天文台'], ['punctuation.definition.heading: ##', 'markup.heading: 湖边小学有了天文台']],
      [['新桥通车 两岸不远  ', '青石镇告别摆渡', '正文从这里开始。'], ['markup.heading.kicker: 新桥通车 两岸不远', 'markup.heading: 青石镇告别摆渡']],
      [
        ['## 一把旧提琴的回家路  ', '——乐器修理铺见闻', ''],
        ['punctuation.definition.heading: ##', 'markup.heading.kicker: 一把旧提琴的回家路', 'markup.heading.deck: ——乐器修理铺见闻'],
      ],
      [['没有标记的一行'], []],
    ],
    bylines: [
      [['□本报记者 方圆 通讯员 李可'], ['punctuation.definition.byline: □', 'keyword.other.byline: 本报记者', 'entity.name.type.reporter: 方圆 通讯员 李可']],
      [['本报记者 方圆'], ['keyword.other.byline: 本报记者', 'entity.name.type.reporter: 方圆']],
      [['记者 方圆在湖边看到,水很清。'], []],
    ],
    datelines: [
      [
        ['本报青石3月8日电(记者 方圆)湖水解冻。'],
        [
          'keyword.other.dateline: 本报', 'entity.name.section.place: 青石', 'constant.numeric.date: 3月8日', 'keyword.other.dateline: 电',
          'meta.dateline: (', 'entity.name.type.reporter: 记者 方圆', 'meta.dateline: )',
        ],
      ],
      [['本报讯 湖水解冻。'], ['keyword.other.dateline: 本报', 'keyword.other.dateline: 讯']],
    ],
    'jump lines': [
      [['■上接第1版 湖水解冻。'], ['keyword.control.jump: ■上接第1版']],
      [['湖水解冻。(下转第3版)'], ['keyword.control.jump: (下转第3版)']],
    ],
    'credits and signatures': [
      [['本报记者 方圆 摄'], ['keyword.other.credit: 本报记者', 'entity.name.type.photographer: 方圆', 'keyword.other.credit: 摄']],
      [['湖水解冻。(方圆)'], ['meta.signature: (', 'entity.name.type.author: 方圆', 'meta.signature: )']],
      [['展出陶器3件(套)'], ['constant.numeric.quantity: 3件']],
    ],
    furniture: [
      [['青石晚报  2031年3月8日 星期六  第2版 要闻'], ['comment.line.folio: 青石晚报  2031年3月8日 星期六  第2版 要闻']],
      [['责任编辑:方圆 版式:李可'], ['comment.line.editors: 责任编辑:方圆 版式:李可']],
    ],
    figures: [
      [['2019年以来架线812.5公里'], ['constant.numeric.date: 2019年以来', 'constant.numeric.quantity: 812.5公里']],
      [['增长12.5%,提高0.4个百分点,占四成。'], ['constant.numeric.percentage: 12.5%', 'constant.numeric.percentage: 0.4个百分点', 'constant.numeric.percentage: 四成']],
      [['投资7.37亿元,惠及3.1万名群众'], ['constant.numeric.money: 7.37亿元', 'constant.numeric.quantity: 3.1万名']],
      [['第三批,十余所,1—8月'], ['constant.numeric.ordinal: 第三批', 'constant.numeric.quantity: 十余所', 'constant.numeric.date: 1—8月']],
      [['药耗8.25克/吨,密码42'], ['constant.numeric.quantity: 8.25克/吨', 'constant.numeric: 42']],
      [['一个个样,四川,5G'], []],
    ],
  };
  for (const [topic, cases] of Object.entries(examples)) {
    describe(topic, () => {
      for (const [lines, expected] of cases) it(lines.join(' ⏎ '), () => assert.deepEqual(scopes(...lines), expected));
    });
  }

  it('ends an open quotation with its line, because a column may cut it', () => {
    assert.deepEqual(scopes('“我看了《湖》,很', '', '好看。'), [
      'string.quoted.double: “', 'string.quoted.double: 我看了', 'string.other.title: 《', 'string.other.title: 湖', 'string.other.title: 》', 'string.quoted.double: ,很',
    ]);
  });

  it('gives scopes for every line of the sample page and keeps no state from one paragraph to the next', () => {
    let state = INITIAL;
    for (const line of readFileSync(path.resolve('samples/sample-page.txt'), 'utf8').split('\n')) {
      const result = grammar.tokenizeLine(line, state);
      assert.ok((result.tokens.at(-1)?.endIndex ?? 0) >= line.length);
      state = result.ruleStack;
      if (line === '') assert.equal(state.depth, 1);
    }
  });

  it('has only scopes that end in the name of the language', () => {
    const names = [...readFileSync(file, 'utf8').matchAll(/"name": "([a-z.-]+)"/g)].map((match) => match[1] ?? '');
    assert.ok(names.length > 20);
    for (const name of names) assert.ok(name.endsWith(suffix), name);
  });
});

describe('language configuration', () => {
  it('closes every pair that it opens', () => {
    const config = JSON.parse(readFileSync(path.resolve('syntaxes/newspaper-dump.language-configuration.json'), 'utf8')) as {
      brackets: [string, string][];
      autoClosingPairs: { open: string; close: string }[];
      surroundingPairs: [string, string][];
    };
    const pairs = config.brackets.map((pair) => pair.join(''));
    assert.deepEqual(config.autoClosingPairs.map(({ open, close }) => open + close), pairs);
    assert.deepEqual(config.surroundingPairs.map((pair) => pair.join('')), pairs);
    for (const pair of ['“”', '‘’', '《》', '「」', '()', '（）']) assert.ok(pairs.includes(pair), pair);
  });
});
