import { FILE_NAMES, unusablePattern, type FindingCode, type Language } from '../core';

/**
 * What the user can set, its defaults, and the reading of values that may be anything.
 * Nothing here knows VS Code; `configuration.ts` brings the values. The manifest test holds
 * these defaults against `package.json`.
 */
export interface Settings {
  /** Language of findings, tree and messages; `auto` follows the editor. */
  readonly language: 'auto' | Language;
  /** How plain text and Markdown documents are told from dumps. */
  readonly detect: 'auto' | 'always' | 'never';
  /** Documents longer than this many million UTF-16 units are left alone. */
  readonly maxFileSize: number;
  /** Which kinds of findings are shown. */
  readonly findings: Readonly<Record<FindingCode, boolean>>;
  /** Whether the hover shows the figures of the sentence under the mouse. */
  readonly hoverFigures: boolean;
  /** Whether the hover at a cut shows where it goes on and why. */
  readonly hoverCuts: boolean;
  /** Whether the rules in the margin, their trace in the overview ruler, lenses, inlay hints and colours are shown. */
  readonly rules: boolean;
  readonly overviewRuler: boolean;
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
  readonly semanticTokens: boolean;
  /** Whether the list of articles shows the row of the passage at the cursor. */
  readonly followCursor: boolean;
  /** Whether exported articles have normalised punctuation and spaces. */
  readonly exportNormalise: boolean;
  /** The name that decisions and notes are signed with; empty where they are not signed. */
  readonly author: string;
  /** What "Re-stitch the Page" shows before it changes the text. */
  readonly preview: 'ask' | 'diff' | 'apply';
  /** Whether doubtful figures are shown. */
  readonly figuresCheck: boolean;
  /** What file names tell of pages, as patterns such as `{paper}-{yyyy}{mm}{dd}-{page}`. */
  readonly issueFileNames: readonly string[];
}

/** The kinds of marks that can be switched on and off by themselves. */
export type MarkKind = 'rules' | 'overviewRuler' | 'codeLens' | 'inlayHints' | 'semanticTokens';

export const findingCodes: readonly FindingCode[] = [
  'split-paragraph',
  'stray-fragment',
  'unmarked-headline',
  'standing-head',
  'jump-line',
];

export const defaults: Settings = {
  language: 'auto',
  detect: 'auto',
  maxFileSize: 5,
  findings: {
    'split-paragraph': true,
    'stray-fragment': true,
    'unmarked-headline': true,
    'standing-head': true,
    'jump-line': true,
  },
  hoverFigures: true,
  hoverCuts: true,
  rules: true,
  overviewRuler: true,
  codeLens: true,
  inlayHints: true,
  semanticTokens: true,
  followCursor: true,
  exportNormalise: false,
  author: '',
  preview: 'diff',
  figuresCheck: true,
  // Looked up where it is asked for: settings are read when VS Code starts, and most of what is opened is no page.
  get issueFileNames() {
    return FILE_NAMES;
  },
};

/** The key of each setting below `restitch.` in the manifest. */
export const settingKeys: Readonly<Record<keyof Settings, string>> = {
  language: 'language',
  detect: 'detect',
  maxFileSize: 'maxFileSize',
  findings: 'findings',
  hoverFigures: 'hover.figures',
  hoverCuts: 'hover.cuts',
  rules: 'marks.rules',
  overviewRuler: 'marks.overviewRuler',
  codeLens: 'marks.codeLens',
  inlayHints: 'marks.inlayHints',
  semanticTokens: 'marks.semanticTokens',
  followCursor: 'articles.followCursor',
  exportNormalise: 'export.normalise',
  author: 'author',
  preview: 'restitch.preview',
  figuresCheck: 'figures.check',
  issueFileNames: 'issue.fileNames',
};

/**
 * The settings from whatever `get` gives for each key; a value of the wrong type counts as not set.
 * @param get the raw value of a key below `restitch.`
 */
export function readSettings(get: (key: string) => unknown): Settings {
  const language = get(settingKeys.language);
  const detect = get(settingKeys.detect);
  const maxFileSize = get(settingKeys.maxFileSize);
  const flag = (name: MarkKind | 'hoverFigures' | 'hoverCuts' | 'figuresCheck' | 'followCursor' | 'exportNormalise'): boolean => {
    const value = get(settingKeys[name]);
    return typeof value === 'boolean' ? value : defaults[name];
  };
  const author = get(settingKeys.author);
  const preview = get(settingKeys.preview);
  const fileNames = get(settingKeys.issueFileNames);
  return {
    language: language === 'en' || language === 'zh' ? language : defaults.language,
    detect: detect === 'always' || detect === 'never' ? detect : defaults.detect,
    maxFileSize: typeof maxFileSize === 'number' && maxFileSize > 0 ? maxFileSize : defaults.maxFileSize,
    findings: readFindings(get(settingKeys.findings)),
    hoverFigures: flag('hoverFigures'),
    hoverCuts: flag('hoverCuts'),
    rules: flag('rules'),
    overviewRuler: flag('overviewRuler'),
    codeLens: flag('codeLens'),
    inlayHints: flag('inlayHints'),
    semanticTokens: flag('semanticTokens'),
    followCursor: flag('followCursor'),
    exportNormalise: flag('exportNormalise'),
    author: typeof author === 'string' ? author.trim() : defaults.author,
    preview: preview === 'ask' || preview === 'apply' ? preview : defaults.preview,
    figuresCheck: flag('figuresCheck'),
    get issueFileNames() {
      return readPatterns(fileNames);
    },
  };
}

/** Patterns that can be used, in their order; the default where what is set is no list of texts, or none can be used. */
function readPatterns(value: unknown): readonly string[] {
  const usable = Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && unusablePattern([one]) === undefined) : [];
  return usable.length > 0 ? usable : defaults.issueFileNames;
}

function readFindings(value: unknown): Settings['findings'] {
  const shown = { ...defaults.findings };
  if (typeof value !== 'object' || value === null) return shown;
  for (const code of findingCodes) {
    const wish: unknown = (value as Record<string, unknown>)[code];
    if (typeof wish === 'boolean') shown[code] = wish;
  }
  return shown;
}

/** The language to speak: the setting, or the editor's display language (`zh-cn`, `en`, …) where it says `auto`. */
export function chooseLanguage(setting: Settings['language'], displayLanguage: string): Language {
  if (setting !== 'auto') return setting;
  return displayLanguage.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
