import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defaults, findingCodes, settingKeys } from '../../../src/extension/settings';
import { dumpLanguage, languages } from '../../../src/extension/recognise';

// Bundled tests run from out/test/unit/extension.
const root = path.resolve(__dirname, '../../../..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: Readonly<Record<'untrustedWorkspaces' | 'virtualWorkspaces', { readonly supported: boolean; readonly description: string }>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly icon?: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly submenu?: string }[]>>;
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly mac?: string; readonly when: string }[];
    readonly languages: readonly { readonly id: string; readonly configuration: string }[];
    readonly grammars: readonly { readonly language: string; readonly path: string }[];
    readonly viewsContainers: { readonly activitybar: readonly { readonly icon: string }[] };
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly walkthroughs: readonly { readonly icon: string; readonly steps: readonly WalkthroughStep[] }[];
    readonly languageModelTools: readonly { readonly name: string; readonly inputSchema: { readonly properties: object } }[];
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Property>> };
  };
}

interface WalkthroughStep {
  readonly media: { readonly svg: string };
  readonly completionEvents: readonly string[];
}

interface Property {
  readonly default: unknown;
  readonly type: string;
  readonly properties?: Readonly<Record<string, Property>>;
}

type Words = Readonly<Record<string, string>>;

const manifestText = read('package.json');
const { contributes, ...manifest } = JSON.parse(manifestText) as Manifest;
const english = JSON.parse(read('package.nls.json')) as Words;
const chinese = JSON.parse(read('package.nls.zh-cn.json')) as Words;
const bundle = JSON.parse(read('l10n/bundle.l10n.zh-cn.json')) as Words;

const source = readdirSync(path.join(root, 'src/extension'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(`src/extension/${name}`))
  .join('\n');

const holes = (text: string): string[] => [...new Set(text.match(/\{\d\}/g))].sort();

describe('the manifest', () => {
  it('declares the commands that are registered, and no other', () => {
    const declared = contributes.commands.map(({ command }) => command).sort();
    const registered = [
      ...[...source.matchAll(/registerCommand\(log, '(restitch\.[\w.]+)'/g)].map(([, id]) => id),
      ...[...source.matchAll(/(?:command: |Command = )'(restitch\.[\w.]+)'/g)].map(([, id]) => id),
    ];
    assert.deepEqual(declared, [...new Set(registered)].sort());
  });

  it('puts only declared commands into its menus and links', () => {
    const declared = new Set(contributes.commands.map(({ command }) => command));
    const used = Object.values(contributes.menus).flatMap((menu) => menu.flatMap(({ command, submenu }) => (submenu === undefined ? [command ?? ''] : [])));
    const linked = [...`${JSON.stringify(english)}${JSON.stringify(chinese)}`.matchAll(/command:(restitch\.\w+)/g)].map(([, id]) => id ?? '');
    for (const command of [...used, ...linked]) assert.ok(declared.has(command), command);
  });

  /*
   * With the focus in a text every key is the chord Ctrl+Alt+R and one more key. VS Code gives Ctrl+Alt+R to nothing but the terminal ("Run Recent
   * Command", when terminalFocus) on Windows, Linux and macOS; Option+Command+R, which macOS gives to the find widget, is another
   * key. So with the focus in a text the chord is free on all three. A single key is not: Ctrl and Command letters are taken,
   * Alt letters open menus on Windows and Linux and write signs on macOS.
   * In the list of articles nothing is typed: there Alt and a key do, and F2 renames as it does in the explorer.
   * `test/host/suite/decisions` holds this against the keys of the VS Code that it runs in.
   */
  it('gives keys to commands for dumps only, each to one command', () => {
    const { keybindings } = contributes;
    const declared = new Set(contributes.commands.map(({ command }) => command));
    for (const { command, key, mac, when } of keybindings) {
      assert.ok(declared.has(command), command);
      assert.equal(mac, undefined);
      if (when.startsWith('focusedView')) {
        assert.match(key, /^(?:alt\+(?:[a-z]|up|down)|f2)$/, command);
        assert.equal(when, 'focusedView == restitch.articles && restitch.isDump && !inputFocus', command);
        continue;
      }
      assert.match(key, /^ctrl\+alt\+r (?:[a-z0-9]|enter|escape)$/, command);
      assert.match(when, /^(?:restitch\.isDump|resourceScheme == restitch-preview)(?: && restitch\.reviewing)? && editorTextFocus$/, command);
    }
    const places = keybindings.map(({ key, when }) => `${key} ${when.startsWith('restitch.isDump') ? 'dump' : 'preview'}`);
    assert.equal(new Set(places).size, places.length);
  });

  it('has the settings of the configuration reader, with its defaults', () => {
    const { properties } = contributes.configuration;
    assert.deepEqual(Object.keys(properties).sort(), Object.values(settingKeys).map((key) => `restitch.${key}`).sort());
    for (const [name, key] of Object.entries(settingKeys) as [keyof typeof settingKeys, string][]) {
      assert.deepEqual(properties[`restitch.${key}`]?.default, defaults[name], key);
    }
    assert.deepEqual(Object.keys(properties['restitch.findings']?.properties ?? {}), findingCodes);
    for (const code of findingCodes) assert.equal(properties['restitch.findings']?.properties?.[code]?.default, true);
  });

  it('is translated completely, in both languages', () => {
    const wanted = [...new Set([...manifestText.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key))].sort();
    assert.deepEqual(Object.keys(english).sort(), wanted);
    assert.deepEqual(Object.keys(chinese).sort(), wanted);
    for (const key of wanted) {
      const links = (words: Words): string[] => (words[key ?? '']?.match(/\(command:[^)]+\)/g) ?? []);
      assert.deepEqual(links(chinese), links(english), key);
    }
  });

  it('names files that are there', () => {
    const files = [
      manifest.icon,
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...contributes.languages.map(({ configuration }) => configuration),
      ...contributes.grammars.map((grammar) => grammar.path),
      ...contributes.walkthroughs.flatMap(({ icon, steps }) => [icon, ...steps.map(({ media }) => media.svg)]),
    ];
    for (const file of files) assert.ok(existsSync(path.join(root, file)), file);
  });

  it('leads its walkthrough by commands that are there', () => {
    const declared = new Set(contributes.commands.map(({ command }) => command));
    const events = contributes.walkthroughs.flatMap(({ steps }) => steps.flatMap(({ completionEvents }) => completionEvents));
    for (const [, command = ''] of events.join('\n').matchAll(/onCommand:(restitch\.\w+)/g)) assert.ok(declared.has(command), command);
  });

  it('declares the tools for language models that are registered', () => {
    const registered = [...source.matchAll(/register\('(restitch_\w+)'/g)].map(([, name]) => name);
    assert.deepEqual(contributes.languageModelTools.map(({ name }) => name), registered);
  });

  it('activates for the languages in which a dump may stand', () => {
    assert.ok(contributes.languages.some(({ id }) => id === dumpLanguage));
    // A language that the extension itself contributes needs no activation event.
    const ofLanguages = manifest.activationEvents.filter((event) => event.startsWith('onLanguage:'));
    assert.deepEqual(ofLanguages, languages.filter((id) => id !== dumpLanguage).map((id) => `onLanguage:${id}`));
  });

  it('activates for its views when a window is loaded again, and for nothing else', () => {
    const views = [...source.matchAll(/PanelType = '(restitch\.\w+)'/g)].map(([, type]) => `onWebviewPanel:${type ?? ''}`);
    assert.deepEqual(manifest.activationEvents.filter((event) => !event.startsWith('onLanguage:')), views);
  });

  it('needs nothing but VS Code in a browser', () => {
    const asked = [...read('dist/extension.browser.js').matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);
    assert.deepEqual([...new Set(asked)], ['vscode']);
  });

  it('works without trust and without a disk', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    assert.deepEqual([untrustedWorkspaces.supported, virtualWorkspaces.supported], [true, true]);
  });
});

describe('the words in l10n', () => {
  it('are all used', () => {
    const unused = Object.keys(bundle).filter((text) => !source.includes(`'${text}'`));
    assert.deepEqual(unused, []);
  });

  it('have the same holes in both languages', () => {
    for (const [text, words] of Object.entries(bundle)) assert.deepEqual(holes(words), holes(text), text);
  });

  it('are Chinese', () => {
    for (const [text, words] of Object.entries(bundle)) assert.match(words, /[\p{Script=Han}，；]/u, text);
  });
});
