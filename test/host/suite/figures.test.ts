import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, ordinaryMarkdown, pageOf, sampleUri, showFile, showSample, until, withSetting } from './support';

const doubtful = [
  '澜川日报  2024年9月26日 星期四  第2版 要闻', '', '', '## 石渡澜河二桥主桥合龙', '', '□本报记者 韩一舟', '',
  '本报石渡9月25日讯(记者 韩一舟)9月25日星期二上午9时30分,随着最后一段重达165吨的钢箱梁稳稳落位,石渡澜河二桥主桥顺利合龙,为年底通车打下了基础。', '',
  '石渡澜河二桥全长1286米,主跨320米,桥面宽33.5米,设双向六车道和两条慢行道,总投资11.2亿元。活动将持续到9月31日。', '',
  '## 市图书馆新馆试运行', '', '本报讯(记者 程念安)市图书馆新馆受到市民欢迎,首周接待读者3.2万人次,外借图书1.9万册次。', '',
].join('\n');

const doubtsOn = (document: vscode.TextDocument): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Restitch figures');

async function clipboard(): Promise<string> {
  await vscode.commands.executeCommand('restitch.figuresCopy');
  return vscode.env.clipboard.readText();
}

describe('figures', () => {
  beforeEach(async () => {
    await api();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('restitch.figuresFilter', ['count', 'quantity', 'money', 'percentage', 'percentagePoint', 'permille', 'multiple', 'fraction', 'ratio', 'number', 'ordinal', 'temperature', 'age', 'duration', 'date', 'time', 'page', 'issue', 'phone', 'code']);
    await closeAll();
  });

  it('are copied as a table with exact values', async () => {
    await pageOf(await showSample());
    const rows = (await clipboard()).trimEnd().split('\n').map((row) => row.split('\t'));
    assert.equal(rows[0]?.length, 14);
    const figure = rows.find((row) => row.includes('18.\n\n5万吨') || row[4] === '185000');
    assert.ok(figure, 'the figure that a cut tears is one');
    assert.equal(figure[6], '吨');
    assert.ok(rows.length > 200);
  });

  it('are copied as the view filters them', async () => {
    await pageOf(await showSample());
    await vscode.commands.executeCommand('restitch.figuresFilter', ['money']);
    const rows = (await clipboard()).trimEnd().split('\n').slice(1);
    assert.ok(rows.length > 5 && rows.length < 30);
    // All are sums in yuan but one, which is a price by the kilogram: 每公斤14元.
    const prices = rows.filter((row) => row.includes('\t元/公斤\t'));
    assert.equal(prices.length, 1);
    assert.match(prices[0] ?? '', /\t14元\t14\t/);
    for (const row of rows) if (row !== prices[0]) assert.match(row, /\t元\t/);
  });

  it('are exported as CSV beside the page', async () => {
    await pageOf(await showSample());
    const target = sampleUri('figures-test.csv');
    try {
      assert.ok(await vscode.commands.executeCommand('restitch.figuresExport', target));
      const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(target));
      assert.ok(csv.startsWith('\uFEFF'));
      assert.match(csv, /\r\n\d+,[^\r\n]*,12\.6万亩,126000,,亩,84000000,m²,/);
    } finally {
      await vscode.workspace.fs.delete(target);
    }
  });

  it('are never written over the page', async () => {
    const document = await showSample();
    await pageOf(document);
    const before = await vscode.workspace.fs.readFile(document.uri);
    await vscode.commands.executeCommand('restitch.figuresExport', document.uri);
    assert.deepEqual(await vscode.workspace.fs.readFile(document.uri), before);
  });

  it('that are doubtful become quiet diagnostics of their own', async () => {
    const document = await showFile(doubtful);
    await pageOf(document);
    const found = await until('the doubts are there', () => (doubtsOn(document).length > 0 ? doubtsOn(document) : undefined));
    assert.deepEqual(found.map(({ code }) => code), ['figure-weekday', 'figure-date']);
    for (const { severity } of found) assert.equal(severity, vscode.DiagnosticSeverity.Information);
    assert.match(document.getText(found[0]?.range), /^9月25日星期二上午9时30分$/);
    await withSetting('restitch.figures.check', false, async () => {
      await until('the doubts are gone', () => doubtsOn(document).length === 0);
    });
    await until('the doubts are back', () => doubtsOn(document).length === 2);
  });

  it('of the sample page are in no doubt, and an ordinary text has none', async () => {
    const sample = await showSample();
    await pageOf(sample);
    assert.deepEqual(doubtsOn(sample), []);
    const ordinary = await showFile(`${ordinaryMarkdown}\n活动将持续到9月31日。\n`, 'md');
    assert.deepEqual(doubtsOn(ordinary), []);
  });
});
