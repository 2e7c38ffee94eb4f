import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyEdits } from '../../../src/core';
import { ApplyJoin, ListFindings, ReadArticle } from '../../../src/extension/languageModel';
import { api, closeAll, ordinaryMarkdown, pageOf, showFile, smallDump, type, undo } from './support';

interface Listed {
  readonly file: string;
  readonly articles: readonly { readonly id: string; readonly headline: string }[];
  readonly findings: readonly { readonly code: string; readonly line: number; readonly offers: readonly { readonly kind: string; readonly join?: string }[] }[];
}

const { token } = new vscode.CancellationTokenSource();

function valueOf(answer: vscode.LanguageModelToolResult | null | undefined): unknown {
  const [part] = answer?.content ?? [];
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return JSON.parse(part.value);
}

/** Calls a tool as VS Code does for a model; the extension's own analyses are behind it. */
async function call(name: string, input: object): Promise<unknown> {
  return valueOf(await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined }, token));
}

const list = async (input: object = {}): Promise<Listed> => (await call('restitch_listFindings', input)) as Listed;

function firstJoin({ findings }: Listed): string {
  const join = findings.flatMap(({ offers }) => offers).find((offer) => offer.join !== undefined)?.join;
  assert.ok(join);
  return join;
}

/** The tools over the analysis of one document: a call by VS Code would ask the user, whom a test has not. */
async function over(document: vscode.TextDocument): Promise<ConstructorParameters<typeof ApplyJoin>[0]> {
  const extension = await api();
  const services = { analyses: { page: (one: vscode.TextDocument) => extension.page(one), whole: (one: vscode.TextDocument) => extension.page(one) }, active: { document } };
  return services as unknown as ConstructorParameters<typeof ApplyJoin>[0];
}

describe('tools for language models', () => {
  before(api);
  afterEach(closeAll);

  it('are known to VS Code, with their schemas', () => {
    const ours = vscode.lm.tools.filter(({ name }) => name.startsWith('restitch_'));
    assert.deepEqual(ours.map(({ name }) => name).sort(), ['restitch_applyJoin', 'restitch_listFindings', 'restitch_readArticle']);
    for (const { description, inputSchema } of ours) assert.ok(description.length > 50 && inputSchema !== undefined);
  });

  it('list the articles and findings of the active page, and of a file by name', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    const listed = await list();
    assert.deepEqual(listed.articles.map(({ headline }) => headline), ['白鹭乡晚稻开镰 田间处处是丰收', '市图书馆新馆试运行首周接待读者3.2万人次']);
    assert.ok(listed.findings.some(({ code, line }) => code === 'split-paragraph' && line === 9));
    await showFile(ordinaryMarkdown, 'md');
    assert.deepEqual(await list({ file: listed.file }), listed);
  });

  it('read an article by id and by its headline', async () => {
    await pageOf(await showFile(smallDump));
    const byId = (await call('restitch_readArticle', { article: 'a1' })) as { markdown: string };
    assert.match(byId.markdown, /从选种、育秧到水肥管理,全程跟着农时走/);
    assert.deepEqual(await call('restitch_readArticle', { article: '白鹭乡晚稻' }), byId);
    await assert.rejects(async () => call('restitch_readArticle', { article: 'a9' }));
  });

  it('apply a join that is offered, confirmed, as one undo step', async () => {
    const document = await showFile(smallDump);
    const page = await pageOf(document);
    const tool = new ApplyJoin(await over(document));
    const input = { join: firstJoin(valueOf(await new ListFindings(await over(document)).invoke({ input: {}, toolInvocationToken: undefined }, token)) as Listed) };
    const { confirmationMessages } = await tool.prepareInvocation({ input }, token);
    assert.match(confirmationMessages?.title ?? '', /^Change .*\.txt\?$/);
    assert.equal(document.getText(), smallDump);
    await tool.invoke({ input, toolInvocationToken: undefined }, token);
    const fix = page.findings.flatMap(({ fixes }) => fixes).find(({ kind }) => kind === 'join');
    assert.equal(document.getText(), applyEdits(smallDump, fix?.edits ?? []));
    assert.equal(document.isDirty, true);
    await undo();
    assert.equal(document.getText(), smallDump);
  });

  it('apply a join when VS Code calls them for a model, and are answered when the text has changed', async () => {
    const document = await showFile(smallDump);
    const page = await pageOf(document);
    const input = { join: firstJoin(await list()) };
    // In a test VS Code takes its own question for answered with yes.
    assert.deepEqual(Object.keys((await call('restitch_applyJoin', input)) as object).sort(), ['done', 'findingsLeft', 'saved']);
    const fix = page.findings.flatMap(({ fixes }) => fixes).find(({ kind }) => kind === 'join');
    assert.equal(document.getText(), applyEdits(smallDump, fix?.edits ?? []));
    await assert.rejects(async () => call('restitch_applyJoin', input));
    await undo();
    assert.equal(document.getText(), smallDump);
  });

  it('refuse a join of an older text, and one that nobody offered', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    const tool = new ApplyJoin(await over(document));
    const input = { join: firstJoin(await list()) };
    await type(document, 0, '\n');
    const text = document.getText();
    for (const wrong of [input, { join: `${document.version}-0` }, { join: '' }]) {
      await assert.rejects(async () => tool.prepareInvocation({ input: wrong }, token), /list the findings again/);
      await assert.rejects(async () => tool.invoke({ input: wrong, toolInvocationToken: undefined }, token), /list the findings again/);
    }
    assert.equal(document.getText(), text);
  });

  it('refuse what is no page, and what is not in the workspace', async () => {
    const document = await showFile(ordinaryMarkdown, 'md');
    const tool = new ReadArticle(await over(document));
    await assert.rejects(async () => tool.invoke({ input: { article: 'a1' }, toolInvocationToken: undefined }, token), /not treated as a newspaper page/);
    for (const file of ['../outside.txt', 'none.txt', '/etc/hostname']) {
      await assert.rejects(async () => tool.invoke({ input: { article: 'a1', file }, toolInvocationToken: undefined }, token), /There is no file/);
    }
  });
});

describe('the walkthrough', () => {
  afterEach(closeAll);

  it('opens the sample page as a new document', async () => {
    await api();
    await vscode.commands.executeCommand('restitch.openSample');
    const document = vscode.window.visibleTextEditors.find(({ document: one }) => one.isUntitled)?.document;
    assert.equal(document?.languageId, 'newspaper-dump');
    assert.ok((await pageOf(document)).articles.length > 5);
  });
});
