import * as vscode from 'vscode';
import { colourIds, furnitureColour, furniturePalette, palettes, type ThemeKind } from './colours';

const kinds: Readonly<Record<vscode.ColorThemeKind, ThemeKind>> = {
  [vscode.ColorThemeKind.Dark]: 'dark',
  [vscode.ColorThemeKind.Light]: 'light',
  [vscode.ColorThemeKind.HighContrast]: 'highContrast',
  [vscode.ColorThemeKind.HighContrastLight]: 'highContrastLight',
};

/** `#rgb`, `#rgba`, `#rrggbb` or `#rrggbbaa`, the forms VS Code takes. */
const hexColour = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/iu;

/**
 * A colour of ours in hexadecimal, as it is in the theme of now: the editor's own choice in `workbench.colorCustomizations`, or
 * the default for this kind of theme. For pictures, which cannot name a theme colour; everything else should.
 */
export function themeColour(id: string): string {
  const custom = vscode.workspace.getConfiguration('workbench').get<unknown>('colorCustomizations');
  const chosen = typeof custom === 'object' && custom !== null ? (custom as Record<string, unknown>)[id] : undefined;
  if (typeof chosen === 'string' && hexColour.test(chosen)) return chosen;
  const kind = kinds[vscode.window.activeColorTheme.kind];
  return id === furnitureColour ? furniturePalette[kind] : (palettes[kind][colourIds.indexOf(id)] ?? furniturePalette[kind]);
}

/** Calls `listener` after `themeColour` may give other colours. */
export function onDidChangeThemeColours(listener: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveColorTheme(listener),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('workbench.colorCustomizations')) listener();
    }),
  );
}
