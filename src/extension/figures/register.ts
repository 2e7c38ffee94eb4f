import * as vscode from 'vscode';
import type { Services } from '../services';
import { registerFigureChecks } from './checks';
import { registerFiguresExport } from './figuresExport';
import { FiguresTree } from './figuresTree';
import { registerFiguresHover } from './hover';
import { PageFigures } from './pageFigures';

/** All that the editor shows of figures: hover, view, exports, checks. */
export function registerFigures(services: Services): vscode.Disposable {
  const figures = new PageFigures(() => services.words());
  const tree = new FiguresTree(services, figures);
  return vscode.Disposable.from(tree, registerFiguresHover(services, figures), registerFiguresExport(services, tree), registerFigureChecks(services, figures));
}
