import * as vscode from 'vscode';
import { registerCommand } from '../command';
import { documentOf } from '../commands';
import type { Services } from '../services';
import { registerGestures } from './gestures';
import { registerIgnore } from './ignore';
import { registerLost } from './lost';
import { Notes } from './notes';
import { Preview } from './preview';
import { Review } from './session';

/** Deciding: the review of what is doubtful, the gestures, what is ignored, editors' notes, and what no longer fits. */
export function registerReview(services: Services): { readonly notes: Notes; dispose(): void } {
  const { log } = services;
  const review = new Review(services);
  const notes = new Notes(services);
  const subscriptions = vscode.Disposable.from(
    review,
    notes,
    registerCommand(log, 'restitch.review.next', () => review.next()),
    registerCommand(log, 'restitch.review.previous', () => review.previous()),
    registerCommand(log, 'restitch.review.accept', () => review.accept()),
    registerCommand(log, 'restitch.review.choose', () => review.choose()),
    registerCommand(log, 'restitch.review.reject', () => review.reject()),
    registerCommand(log, 'restitch.review.undo', async (source: unknown) => review.undo(await documentOf(services, source))),
    registerCommand(log, 'restitch.review.redo', async (source: unknown) => review.redo(await documentOf(services, source))),
    registerCommand(log, 'restitch.review.peek', () => review.peek()),
    registerCommand(log, 'restitch.review.stop', () => review.stop()),
    registerGestures(services),
    registerIgnore(services),
    registerLost(services),
    new Preview(services),
  );
  return { notes, dispose: () => void subscriptions.dispose() };
}
