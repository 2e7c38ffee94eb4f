import * as vscode from 'vscode';
import { registerCommand } from '../command';
import { language } from '../configuration';
import type { Services } from '../services';
import { translate } from '../translate';

/** The command that hides and shows all marks, and its entry in the status bar. */
export function registerToggle({ log, active, marks }: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('restitch.marks', vscode.StatusBarAlignment.Right, 98);
  item.command = 'restitch.toggleMarks';
  const update = (): void => {
    const tongue = language();
    const words = translate(tongue, marks.on ? 'Restitch: marks are shown. Click to hide them.' : 'Restitch: marks are hidden. Click to show them.');
    item.name = translate(tongue, 'Marks of Restitch');
    item.text = marks.on ? '$(eye)' : '$(eye-closed)';
    item.tooltip = words;
    item.accessibilityInformation = { label: words, role: 'button' };
    if (active.current?.analysis.state === 'dump') item.show();
    else item.hide();
  };
  update();
  return vscode.Disposable.from(
    item,
    active.onDidChange(update),
    marks.onDidChange(update),
    registerCommand(log, 'restitch.toggleMarks', () => marks.toggle()),
  );
}
