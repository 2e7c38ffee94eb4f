import assert from 'node:assert/strict';
import { Given } from '../../../../src/extension/marks/given';

describe('lists given to VS Code', () => {
  it('stay while the document has the version that they are of', () => {
    const given = new Given<{ version: number }, string>();
    const document = { version: 3 };
    const [above, below] = [given.give(document, ['a']), given.give(document, ['b'])];
    assert.deepEqual([above, below], [['a'], ['b']]);
  });

  it('are emptied when a newer version is answered, those of other documents not', () => {
    const given = new Given<{ version: number }, string>();
    const [document, other] = [{ version: 3 }, { version: 7 }];
    const [old, ofOther] = [given.give(document, ['a', 'b']), given.give(other, ['c'])];
    document.version++;
    const fresh = given.give(document, ['d']);
    assert.deepEqual([old, fresh, ofOther], [[], ['d'], ['c']]);
  });

  it('are emptied when the document is closed', () => {
    const given = new Given<{ version: number }, string>();
    const document = { version: 1 };
    const [above, below] = [given.give(document, ['a']), given.give(document, ['b'])];
    given.forget(document);
    assert.deepEqual([above, below], [[], []]);
    assert.deepEqual(given.give(document, ['c']), ['c'], 'opened again, it is answered as ever');
  });
});
