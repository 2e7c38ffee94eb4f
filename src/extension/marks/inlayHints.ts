import * as vscode from 'vscode';
import type { Language, Page } from '../../core';
import { language } from '../configuration';
import { excerpt } from '../excerpt';
import { toRange } from '../places';
import { languages } from '../recognise';
import type { Services } from '../services';
import { translate } from '../translate';
import { Given } from './given';
import { placesIn, trusted } from './links';
import type { End } from './meetings';
import { marksOf } from './pageMarks';
import { meetingWords } from './seamWords';
import { settledPage } from './settled';

/** Characters of a headline in a hint. */
const ofTitle = 10;

/** A hint that gets its tooltip when the mouse rests on it. */
class SeamHint extends vscode.InlayHint {
  readonly #version: number;

  constructor(
    position: vscode.Position,
    private readonly part: vscode.InlayHintLabelPart,
    private readonly document: vscode.TextDocument,
    private readonly page: Page,
    private readonly end: End,
  ) {
    super(position, [part]);
    this.#version = document.version;
  }

  /** Says why; one of an older version says nothing, for its lines may have moved. */
  explain(): this {
    const { document, page, end } = this;
    if (document.version === this.#version) this.part.tooltip = trusted(meetingWords(page.text, end.meeting, end.side, language(), placesIn(document)));
    return this;
  }
}

/** At a cut where it goes on, at its continuation where it comes from, each leading to the other; with a question mark where that is doubtful. */
export function registerInlayHints({ analyses, marks }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const given = new Given<vscode.TextDocument, SeamHint>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    async provideInlayHints(document, range, token) {
      if (!marks.shows('inlayHints', document)) return undefined;
      const page = await settledPage(analyses, document, token);
      if (!page || token.isCancellationRequested) return undefined;
      const tongue = language();
      const from = document.offsetAt(range.start);
      const to = document.offsetAt(range.end);
      return given.give(document, marksOf(page).ends.filter(({ span }) => span[0] <= to && from <= span[1]).map((end) => hintFor(document, page, end, tongue)));
    },
    resolveInlayHint: (hint) => (hint instanceof SeamHint ? hint.explain() : hint),
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerInlayHintsProvider([...languages], provider),
    analyses.onDidAnalyse(() => changed.fire()),
    marks.onDidChange(() => changed.fire()),
    analyses.onDidClose((document) => given.forget(document)),
  );
}

function hintFor(document: vscode.TextDocument, page: Page, end: End, tongue: Language): SeamHint {
  const { meeting, side } = end;
  const { left, right } = meeting;
  const there = toRange(document, side === 'left' ? [right[0], right[0]] : [left[1], left[1]]);
  const part = new vscode.InlayHintLabelPart(wordsFor(end, there.start.line + 1, tongue));
  part.location = new vscode.Location(document.uri, there);
  const hint = new SeamHint(document.positionAt(side === 'left' ? left[1] : right[0]), part, document, page, end);
  hint.paddingLeft = side === 'left';
  hint.paddingRight = side === 'right';
  return hint;
}

function wordsFor({ meeting: { kind, seam, article }, side }: End, line: number, tongue: Language): string {
  if (kind === 'stray') {
    const title = excerpt(article.title, ofTitle) || translate(tongue, 'No headline');
    return translate(tongue, seam.sure ? '← from “{0}”, line {1}' : '← from “{0}”, line {1}?', title, line);
  }
  if (side === 'left') return translate(tongue, seam.sure ? '→ continues in line {0}' : '→ continues in line {0}?', line);
  return translate(tongue, seam.sure ? '← from line {0}' : '← from line {0}?', line);
}
