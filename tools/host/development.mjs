// @ts-check
// The extension under development as the server's windows load it.
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { at, out } from '../lib/paths.mjs';

const parts = ['package.json', 'package.nls.json', 'package.nls.zh-cn.json', 'dist', 'l10n', 'media', 'samples', 'syntaxes', 'node_modules'];

/**
 * A folder with links to what the extension consists of. The checkout itself will not do: it holds the server in .vscode-test/, and a window takes
 * every colour theme below the folder under development for the one being developed, and shows it.
 */
export function developmentFolder() {
  const folder = path.join(out, 'extension');
  mkdirSync(folder, { recursive: true });
  for (const part of parts) {
    const link = path.join(folder, part);
    if (existsSync(link) || !existsSync(at(part))) continue;
    // A link that leads nowhere exists for nobody but the system.
    rmSync(link, { force: true });
    try {
      symlinkSync(at(part), link);
    } catch (error) {
      // Another run has just made it.
      if (!existsSync(link)) throw error;
    }
  }
  return folder;
}
