/// <reference lib="dom" />
// @ts-check
// The extension in a browser's own extension host: the window is told to load it from an address, and the browser context answers for that address.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const served = '/extension-in-the-browser';

/** @type {Readonly<Record<string, string>>} */
const types = { '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png' };

/**
 * Makes every window of a browser context load the extension into the browser's extension host.
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} authority host:port of VS Code's server, which must not have the extension itself
 * @param {string} folder the extension
 */
export async function loadInBrowser(context, authority, folder) {
  // Under the server's own address, which the window's content security policy allows.
  await context.route(`http://${authority}${served}/**`, async (route) => {
    const file = path.join(folder, path.normalize(decodeURIComponent(new URL(route.request().url()).pathname).slice(served.length)));
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) return route.fulfill({ status: 404 });
    return route.fulfill({ body: readFileSync(file), contentType: types[path.extname(file)] ?? 'application/octet-stream' });
  });
  await context.addInitScript((/** @type {{ scheme: string, authority: string, path: string }} */ extension) => {
    document.addEventListener('readystatechange', () => {
      const element = document.querySelector('#vscode-workbench-web-configuration');
      const settings = element?.getAttribute('data-settings');
      if (document.readyState !== 'interactive' || element === null || typeof settings !== 'string') return;
      const configuration = JSON.parse(settings);
      configuration.developmentOptions = { ...configuration.developmentOptions, extensions: [extension] };
      element.setAttribute('data-settings', JSON.stringify(configuration));
    });
  }, { scheme: 'http', authority, path: served });
}
