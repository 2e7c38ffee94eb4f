import * as vscode from 'vscode';
import type { Services } from '../services';
import { registerCutHover } from './cutHover';
import { registerFolding } from './folding';
import { registerInlayHints } from './inlayHints';
import { registerLenses } from './lenses';
import { registerNavigation } from './navigation';
import { registerRestitchArticle } from './restitchArticle';
import { registerRules } from './rules';
import { registerSemanticTokens } from './semanticTokens';
import { registerSymbols } from './symbols';
import { registerToggle } from './toggle';

/** Everything by which an editor sees the page in the text itself. */
export function registerMarks(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    registerToggle(services),
    registerRules(services),
    registerLenses(services),
    registerInlayHints(services),
    registerCutHover(services),
    registerNavigation(services),
    registerFolding(services),
    registerSymbols(services),
    registerSemanticTokens(services),
    registerRestitchArticle(services),
  );
}
