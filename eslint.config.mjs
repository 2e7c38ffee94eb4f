// Lint: strict and typed for the TypeScript, loose for the scripts; the one-way rule is in tools/lint/rooms.mjs.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'eslint/config';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import rooms from './tools/lint/rooms.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));

const typescript = ['src/**/*.ts', 'test/**/*.ts', 'tools/**/*.ts'];

const sizeRules = {
  // About 100 lines is the middle, 300 is long, 400 is a sign to split.
  'max-lines': ['error', { max: 400 }],
};

const plainRules = {
  eqeqeq: 'error',
  'no-constant-condition': ['error', { checkLoops: false }],
  'no-eval': 'error',
  'no-implied-eval': 'off', // the typed one below
  'no-new-func': 'error',
  'no-param-reassign': 'error',
  'no-self-compare': 'error',
  'no-throw-literal': 'off', // the typed one of the strict set
  'no-unused-expressions': 'off',
  'no-useless-backreference': 'error',
  'no-control-regex': 'off', // control characters are part of the dumps
  'prefer-const': 'error',
  'no-var': 'error',
};

/** No text makes an expression slow: time grows with the length of the text, not with its square (scslre, refa). */
const linearTime = {
  files: ['src/**/*.ts', 'tools/**/*.{ts,mjs}'],
  plugins: { regexp },
  rules: {
    'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
    'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: true }],
  },
};

/** What is composed at run time no lint rule reads: the core's are checked by test/unit/lint/composed.test.ts, nobody else may. */
const composed = {
  files: ['src/**/*.ts'],
  ignores: ['src/core/**/*.ts'],
  rules: {
    'no-restricted-syntax': ['error', { selector: "[callee.name='RegExp']", message: 'No expression of text that somebody wrote: it may take for ever.' }],
  },
};

/** Names that are there on one host and missing on another, or that make two runs differ. */
const hostGlobals = [
  'process', 'Buffer', 'require', 'module', 'exports', '__dirname', '__filename', 'global', 'globalThis',
  'window', 'self', 'document', 'navigator', 'location', 'localStorage', 'fetch', 'XMLHttpRequest', 'Worker',
  'console', 'performance', 'crypto',
  'setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'queueMicrotask',
].map((name) => ({ name, message: 'The core runs the same on every host: no Node, no DOM, no clock.' }));

const differsByMachine = [
  {
    selector: "CallExpression[callee.property.name=/^(localeCompare|toLocale(String|DateString|TimeString|UpperCase|LowerCase))$/]",
    message: 'The answer depends on the locale and on the ICU of the machine.',
  },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'The same text gives the same page.' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'The same text gives the same page.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The same text gives the same page.' },
];

const segmenter = {
  selector: "Identifier[name='Intl']",
  message: 'ICU differs from host to host: only text/words.ts, which no stitching reads, may ask it.',
};

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', 'out/', '.vscode-test/', 'samples/', 'test/golden/', 'test/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: typescript,
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      ...sizeRules,
      ...plainRules,
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-meaningless-void-operator': 'off', // `void x` marks what a stub or a port leaves unread
      // Code points are what is wanted of a string's spread here: Chinese text has no combining marks to keep together.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/class-literal-property-style': 'off',
    },
  },
  linearTime,
  composed,
  {
    files: ['src/**/*.ts'],
    plugins: { rooms },
    rules: { 'rooms/one-way': ['error', { root }] },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...hostGlobals],
      'no-restricted-syntax': ['error', ...differsByMachine, segmenter],
    },
  },
  { files: ['src/core/text/words.ts'], rules: { 'no-restricted-syntax': ['error', ...differsByMachine] } },
  {
    // The shared part of the extension runs in a browser's worker, which has timers and a console but no Node; so do the views.
    files: ['src/extension/**/*.ts', 'src/webview/**/*.ts'],
    ignores: ['src/extension/extension.node.ts'],
    rules: {
      'no-restricted-globals': ['error', ...['process', 'Buffer', 'require', 'module', 'exports', '__dirname', '__filename', 'global', 'setImmediate'].map((name) => ({
        name,
        message: 'The browser has no Node: only extension.node.ts may use it.',
      }))],
    },
  },
  {
    // Every edit goes through edits.ts, which proves that it loses nothing before VS Code is given it.
    files: ['src/extension/**/*.ts'],
    ignores: ['src/extension/edits.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...[
        "NewExpression[callee.property.name='WorkspaceEdit']",
        "NewExpression[callee.name='WorkspaceEdit']",
        "MemberExpression[object.name='vscode'][property.name='TextEdit']",
        "MemberExpression[property.name='applyEdit']",
        "CallExpression[callee.property.name=/^(insertSnippet|edit)$/]",
      ].map((selector) => ({ selector, message: 'Text is changed through src/extension/edits.ts alone, which proves that no character is lost.' }))],
    },
  },
  // Tests and trainers walk arrays they have just made; in the product a missing element is a case to be met.
  { files: ['test/**/*.ts', 'tools/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: ['describe', 'it'] }],
    },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    rules: {
      ...sizeRules,
      'prefer-const': 'error',
      'no-var': 'error',
      'no-dupe-keys': 'error',
      'no-unreachable': 'error',
      'no-unused-vars': ['error', { args: 'after-used', caughtErrors: 'none' }],
    },
  },
);
