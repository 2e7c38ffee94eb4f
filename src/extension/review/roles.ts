import type * as vscode from 'vscode';
import type { DecidedRole, Language } from '../../core';
import { translate } from '../translate';
import { roleNames } from './words';

export const decidedRoles = Object.keys(roleNames) as DecidedRole[];

/** The roles to choose from, each with the digit that its key ends on. */
export function roleItems(tongue: Language): (vscode.QuickPickItem & { readonly role: DecidedRole })[] {
  return decidedRoles.map((role, i) => ({ role, label: translate(tongue, roleNames[role]), description: String((i + 1) % decidedRoles.length) }));
}
