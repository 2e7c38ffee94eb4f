import * as vscode from 'vscode';
import type { Language } from '../../core';

/** The files of a view below the extension's folder. */
export interface ViewFiles {
  readonly script: string;
  readonly styles: readonly string[];
}

/** The folders a view may read from. */
export function viewRoots(extensionUri: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extensionUri, 'dist', 'webview'), vscode.Uri.joinPath(extensionUri, 'media')];
}

/**
 * The page of a view: a frame for its script, which makes everything else. Nothing may be loaded but the one script and the style
 * sheets; no words of a newspaper ever stand in this text.
 */
export function viewHtml(webview: vscode.Webview, extensionUri: vscode.Uri, { script, styles }: ViewFiles, language: Language): string {
  const nonce = newNonce();
  const address = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...file.split('/'))).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return [
    '<!DOCTYPE html>',
    `<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    ...styles.map((file) => `<link rel="stylesheet" href="${address(file)}">`),
    '<title>Restitch</title>',
    '</head>',
    `<body><script nonce="${nonce}" src="${address(script)}"></script></body>`,
    '</html>',
  ].join('\n');
}

/** A number used once, in hexadecimal. */
function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
