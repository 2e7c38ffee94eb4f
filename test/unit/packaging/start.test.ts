import assert from 'node:assert/strict';
import Module, { createRequire } from 'node:module';
import { at } from '../../../tools/lib/paths.mjs';

interface Loader {
  _load(request: string, ...rest: unknown[]): unknown;
}

/** Stands for anything of VS Code's interface that a module touches while it is read. */
const anything: unknown = new Proxy(function () { /* only stands there */ }, {
  get: (_target, name) => (name === Symbol.toPrimitive ? () => 'x' : anything),
  apply: () => anything,
  construct: () => ({}),
  // Where a bundle looks for the members of a module that has none of its own.
  getPrototypeOf: () => anything as object,
});

describe('the start of the extension', () => {
  it('reads neither the core nor the batch', () => {
    const loader = Module as unknown as Loader;
    const load = loader._load.bind(loader);
    const asked: string[] = [];
    loader._load = (request, ...rest) => {
      asked.push(request);
      return request === 'vscode' ? anything : load(request, ...rest);
    };
    try {
      const { activate } = createRequire(at('package.json'))('./dist/extension.node.js') as { activate: unknown };
      assert.equal(typeof activate, 'function');
    } finally {
      loader._load = load;
    }
    assert.deepEqual(asked.filter((request) => request === './core.js' || request === './batch.js'), []);
  });
});
