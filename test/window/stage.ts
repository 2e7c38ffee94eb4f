// What the window tests stand on: one server, one browser, and a folder of its own for each window.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { developmentFolder } from '../../tools/host/development.mjs';
import { launchChromium } from '../../tools/host/browser.mjs';
import { startServer, windowAddress, type Server } from '../../tools/host/server.mjs';
import { VsCodeWindow } from '../../tools/host/window.mjs';
import { at, out } from '../../tools/lib/paths.mjs';

export interface WindowWish {
  /** A file of samples/, or the name and text of a new one. */
  readonly file?: string | { readonly name: string; readonly text: string };
  /** A folder of samples/ that is there with all of its files. */
  readonly with?: string;
  /** Settings of the folder. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly theme?: 'light' | 'dark';
  /** VS Code's own language. */
  readonly locale?: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** Opens the folder and the file of the newest window once more, as they are. */
  readonly again?: boolean;
  /** Called before the window loads. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
}

export interface Clothes {
  readonly theme?: 'light' | 'dark';
  /** The name of a high contrast theme; `theme` says whether it is a light one. */
  readonly colour?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Server and browser of all stages that ask for nothing special: they take long to start. Each test file is a bundle of its own, so one object holds them. */
interface Common {
  server?: Server;
  browser?: Browser;
  data?: string;
}
const common = ((globalThis as { restitchStage?: Common }).restitchStage ??= {});

async function commonServer(): Promise<Required<Common>> {
  common.data ??= mkdtempSync(path.join(tmpdir(), 'restitch-window-'));
  common.server ??= await startServer({ data: path.join(common.data, 'data'), settings: {}, testDriver: true });
  common.browser ??= await launchChromium();
  return { server: common.server, browser: common.browser, data: common.data };
}

/** Ends what all stages share: at the end of a run. */
export async function endCommon(): Promise<void> {
  await common.browser?.close();
  await common.server?.stop();
  if (common.data !== undefined) rmSync(common.data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  delete common.browser;
  delete common.server;
  delete common.data;
}

export class Stage {
  #made: string | undefined;
  #server: Server | undefined;
  #browser: Browser | undefined;
  #windows = 0;
  #copies = 0;
  #shares = false;
  readonly #opened: VsCodeWindow[] = [];

  /** The window opened last. */
  get newest(): VsCodeWindow | undefined {
    return this.#opened.at(-1);
  }

  /** The folder of the newest window. */
  get folder(): string {
    return path.join(this.#scratch, `window-${this.#windows}`);
  }

  /** Starts server and browser, or takes those that are there. `settings` are the user's; `development` is false where the extension was installed. */
  async open({ settings, development = true }: { settings?: Readonly<Record<string, unknown>>; development?: boolean } = {}): Promise<void> {
    this.development = development;
    this.#shares = settings === undefined && development;
    if (this.#shares) {
      const { server, browser } = await commonServer();
      this.#server = server;
      this.#browser = browser;
      return;
    }
    this.#server = await startServer({ data: this.data, settings: settings ?? {}, testDriver: development });
    this.#browser = await launchChromium();
  }

  development = true;

  /** Made when it is first needed: a suite that is filtered out leaves nothing behind. */
  get #scratch(): string {
    return (this.#made ??= mkdtempSync(path.join(tmpdir(), 'restitch-window-')));
  }

  /** The server's folder, for what has to be there before it starts. */
  get data(): string {
    return path.join(this.#scratch, 'data');
  }

  /** host:port of the server. */
  get authority(): string {
    if (!this.#server) throw new Error('the stage is not open');
    return this.#server.authority;
  }

  /** A new window on a new folder. */
  async window({ file = 'sample-page.txt', with: besides, settings = {}, theme = 'dark', locale, size, again = false, prepare }: WindowWish = {}): Promise<VsCodeWindow> {
    if (!this.#server || !this.#browser) throw new Error('the stage is not open');
    if (!again) this.#windows += 1;
    const { folder } = this;
    const target = path.join(folder, typeof file === 'string' ? file : file.name);
    if (!again) {
      mkdirSync(path.join(folder, '.vscode'), { recursive: true });
      writeFileSync(path.join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
      if (besides !== undefined) cpSync(at('samples', besides), path.join(folder, besides), { recursive: true });
      if (typeof file === 'string') cpSync(at('samples', file), target);
      else writeFileSync(target, file.text);
    }
    const address = windowAddress(this.#server, { folder, file: target, ...(this.development ? { development: [developmentFolder()] } : {}) });
    const window = await VsCodeWindow.open(this.#browser, address, { theme, ...size, ...(locale && { locale }), ...(prepare && { prepare }) });
    this.#opened.push(window);
    return window;
  }

  /** A new copy of the sample page in the newest window, marked: a window takes long to load. @returns its name */
  async another(window: VsCodeWindow): Promise<string> {
    this.#copies += 1;
    const name = `sample-page-${String(this.#copies)}.txt`;
    const file = path.join(this.folder, name);
    cpSync(at('samples', 'sample-page.txt'), file);
    await window.openFile(file);
    await window.squiggles.first().waitFor();
    return name;
  }

  /**
   * Gives the newest window other clothes, and other settings of its folder, while it is open: a window takes long to load.
   * `colour` is a theme by its name; without one the window follows light and dark.
   */
  async wear(window: VsCodeWindow, { theme = 'dark', colour, settings = {} }: Clothes): Promise<void> {
    const chosen = colour === undefined ? {} : { 'window.autoDetectColorScheme': false, 'workbench.colorTheme': colour };
    writeFileSync(path.join(this.folder, '.vscode', 'settings.json'), JSON.stringify({ ...chosen, ...settings }));
    await window.page.emulateMedia({ colorScheme: theme });
    const mark = colour === undefined ? { light: 'vs', dark: 'vs-dark' }[theme] : { light: 'hc-light', dark: 'hc-black' }[theme];
    await window.page.locator(`.monaco-workbench.${mark}`).waitFor();
  }

  /** A new window with the tree of its articles showing and the page analysed. */
  async articles(wish?: WindowWish): Promise<VsCodeWindow> {
    const window = await this.window(wish);
    await window.showArticles();
    await window.squiggles.first().waitFor();
    return window;
  }

  /** Ends server and browser and keeps what they wrote; `open` starts them again. */
  async rest(): Promise<void> {
    await this.#browser?.close();
    await this.#server?.stop();
    this.#browser = undefined;
    this.#server = undefined;
  }

  async close(): Promise<void> {
    if (this.#shares) for (const window of this.#opened.splice(0)) await window.close();
    else await this.rest();
    if (this.#made !== undefined) rmSync(this.#made, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Where a picture goes. */
export function pictureFile(name: string): string {
  const folder = path.join(out, 'screenshots');
  mkdirSync(folder, { recursive: true });
  return path.join(folder, `${name}.png`);
}

/** Waits until something holds; what it saw last is in the error. */
export async function eventually<T>(look: () => Promise<T>, holds: (seen: T) => boolean, what: string): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > end) throw new Error(`${what}; seen last: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
