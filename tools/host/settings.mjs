// @ts-check
// Settings for a clean, quiet window: no welcome, no telemetry, no trust question, nothing that looks for a network.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @type {Readonly<Record<string, unknown>>} */
const quiet = {
  'workbench.startupEditor': 'none',
  // Light or dark as the system, or the test, has it.
  'window.autoDetectColorScheme': true,
  'workbench.preferredDarkColorTheme': 'Default Dark Modern',
  'workbench.preferredLightColorTheme': 'Default Light Modern',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'git.enabled': false,
  'editor.hover.delay': 100,
  'editor.wordWrap': 'on',
  'editor.unicodeHighlight.ambiguousCharacters': false,
  'files.simpleDialog.enable': true,
};

/**
 * Writes the user's settings of a window.
 * @param {string} userData its user data folder
 * @param {Readonly<Record<string, unknown>>} [more] settings that win over the quiet ones
 */
export function writeSettings(userData, more = {}) {
  const folder = path.join(userData, 'User');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'settings.json'), `${JSON.stringify({ ...quiet, ...more }, null, 2)}\n`);
}
