import * as vscode from 'vscode';
import { needsRestitching, type Article, type Language } from '../../core';
import { lengthOfPage } from '../analysis/parts';
import { language } from '../configuration';
import { toRange } from '../places';
import { languages } from '../recognise';
import type { Services } from '../services';
import { translate, translateCount } from '../translate';
import { homeOf } from './fragments';
import { marksOf, type PageMarks } from './pageMarks';
import { Reminder } from './reminder';
import { settledPage } from './settled';
import { titleSpan } from './titles';

/** The clean reading view; the lens is there when the command is. */
const cleanReading = 'restitch.readClean';

/** Below this many characters all lenses are worded at once, so that none changes while one scrolls; counting figures takes time. */
const wordedAtOnce = 100_000;

/** A lens that counts what an article consists of when it comes into view. */
class CountLens extends vscode.CodeLens {
  constructor(
    range: vscode.Range,
    readonly document: vscode.TextDocument,
    readonly marks: PageMarks,
    readonly article: Article,
  ) {
    super(range);
    this.version = document.version;
    if (lengthOfPage(marks.page) <= wordedAtOnce) this.count();
  }

  readonly version: number;

  /** Words the lens; one of an older version stays as it is, for the next is on its way. */
  count(): this {
    const { document, marks, article, range } = this;
    if (document.version !== this.version) return this;
    const places = marks.fragmentsOf(article).map(({ span }) => new vscode.Location(document.uri, toRange(document, span)));
    this.command = {
      title: countWords(marks, article, language()),
      tooltip: translate(language(), 'Show the parts of this article'),
      command: 'editor.action.showReferences',
      arguments: [document.uri, range.start, places],
    };
    return this;
  }
}

/** Above each headline: what the article consists of, and what can be done with it. */
export function registerLenses({ analyses, marks }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const reminder = new Reminder<vscode.TextDocument>(() => changed.fire());
  const expect = (document: vscode.TextDocument): void => {
    if (!document.isClosed && vscode.window.visibleTextEditors.some((editor) => editor.document === document)) reminder.expect(document);
  };
  let canReadClean: Promise<boolean> | undefined;
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document, token) {
      reminder.asked(document);
      token.onCancellationRequested(() => expect(document));
      if (!marks.shows('codeLens', document)) return undefined;
      const page = await settledPage(analyses, document, token);
      // Asked once: by now every command of the extension is registered.
      const readClean = await (canReadClean ??= hasCommand(cleanReading));
      if (!page || token.isCancellationRequested) return undefined;
      const { version } = document;
      const tongue = language();
      return page.articles.flatMap((article) => {
        const range = toRange(document, titleSpan(page, article) ?? homeOf(article));
        const lenses: vscode.CodeLens[] = [new CountLens(range, document, marksOf(page), article)];
        if (needsRestitching(article, marksOf(page).findingsOf(article))) {
          lenses.push(new vscode.CodeLens(range, { command: 'restitch.restitchArticle', title: translate(tongue, 'Re-stitch this article'), arguments: [document.uri, article.id, version] }));
        }
        if (readClean) lenses.push(new vscode.CodeLens(range, { command: cleanReading, title: translate(tongue, 'Read clean'), arguments: [document.uri, article.id] }));
        return lenses;
      });
    },
    resolveCodeLens: (lens) => (lens instanceof CountLens ? lens.count() : lens),
  };
  return vscode.Disposable.from(
    changed,
    reminder,
    vscode.languages.registerCodeLensProvider([...languages], provider),
    analyses.onDidAnalyse(({ document }) => {
      changed.fire();
      expect(document);
    }),
    analyses.onDidClose((document) => reminder.asked(document)),
    marks.onDidChange(() => changed.fire()),
  );
}

/** `3 parts · 4 cuts · 1 doubtful · 27 figures`; what there is none of is left out. */
export function countWords(marks: PageMarks, article: Article, tongue: Language): string {
  const meetings = marks.meetingsOf(article);
  const cuts = meetings.filter(({ kind }) => kind === 'cut').length;
  const doubts = meetings.filter(({ seam }) => !seam.sure).length;
  const figures = marks.figuresOf(article);
  return [
    translateCount(tongue, marks.fragmentsOf(article).length, '{0} part', '{0} parts'),
    cuts > 0 ? translateCount(tongue, cuts, '{0} cut', '{0} cuts') : '',
    doubts > 0 ? translate(tongue, '{0} doubtful', doubts) : '',
    figures > 0 ? translateCount(tongue, figures, '{0} figure', '{0} figures') : '',
  ].filter((part) => part !== '').join(' · ');
}

async function hasCommand(id: string): Promise<boolean> {
  return (await vscode.commands.getCommands(true)).includes(id);
}
