import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { Overrides } from '../../../src/extension/overrides';

/** A memory that lasts like a workspace's. */
function memento(): vscode.Memento {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string, fallback?: T) => (values.get(key) ?? fallback) as T,
    update: (key, value) => {
      values.set(key, value);
      return Promise.resolve();
    },
  };
}

const uri = (text: string): vscode.Uri => ({ scheme: text.slice(0, text.indexOf(':')), toString: () => text }) as unknown as vscode.Uri;

describe('overrides', () => {
  it('are remembered with the workspace, the last one for each document', async () => {
    const state = memento();
    const overrides = new Overrides(state);
    await overrides.set(uri('file:///a.txt'), 'dump');
    await overrides.set(uri('file:///b.txt'), 'ordinary');
    await overrides.set(uri('file:///a.txt'), 'ordinary');
    const later = new Overrides(state);
    assert.equal(later.of(uri('file:///a.txt')), 'ordinary');
    assert.equal(later.of(uri('file:///b.txt')), 'ordinary');
    assert.equal(later.of(uri('file:///c.txt')), undefined);
  });

  it('of untitled documents end with the document', async () => {
    const state = memento();
    const overrides = new Overrides(state);
    await overrides.set(uri('untitled:Untitled-1'), 'dump');
    assert.equal(overrides.of(uri('untitled:Untitled-1')), 'dump');
    assert.equal(new Overrides(state).of(uri('untitled:Untitled-1')), undefined);
    overrides.forgetUntitled(uri('untitled:Untitled-1'));
    assert.equal(overrides.of(uri('untitled:Untitled-1')), undefined);
  });

  it('do not pile up', async () => {
    const state = memento();
    const overrides = new Overrides(state);
    for (let index = 0; index < 510; index++) await overrides.set(uri(`file:///${index}.txt`), 'dump');
    const later = new Overrides(state);
    assert.equal(later.of(uri('file:///9.txt')), undefined);
    assert.equal(later.of(uri('file:///10.txt')), 'dump');
  });
});
