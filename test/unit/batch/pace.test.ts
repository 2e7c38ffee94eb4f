import assert from 'node:assert/strict';
import { createPace, sayTime } from '../../../src/batch/pace';
import { createProgress } from '../../../src/cli/progress';

const at = (bytes: number, texts: number, skippedBytes = 0) => ({ bytes, texts, skippedBytes, ofBytes: 10_000, skipped: 0, bad: 0 });

describe('the pace of a batch', () => {
  it('is that of the work, and not of what was found done', () => {
    let now = 0;
    const pace = createPace(() => now);
    pace(at(0, 0));
    now = 1000;
    pace(at(5000, 0, 5000));
    now = 2000;
    const { secondsLeft, share, textsPerSecond } = pace(at(6000, 10, 5000));
    assert.equal(share, 0.6);
    assert.equal(textsPerSecond, 5);
    assert.equal(secondsLeft, 8);
  });

  it('is told as a person tells it', () => {
    assert.deepEqual([0.2, 59, 200, 7500].map(sayTime), ['1 s', '59 s', '3:20 min', '2:05 h']);
  });
});

describe('progress on standard error', () => {
  const options = { quiet: false, language: 'en' as const };

  it('is one line that changes on a terminal, and leaves nothing', () => {
    let now = 0;
    let screen = '';
    const progress = createProgress(options, { isTTY: true, write: (text) => void (screen += text) }, () => now);
    progress.show(at(0, 0));
    now = 1000;
    progress.show(at(1000, 20));
    progress.clear();
    assert.equal(screen, '\r\u001b[K 10 %  20 done  20/s  9 s left\r\u001b[K');
  });

  it('is silent elsewhere, unless it is asked for', () => {
    let screen = '';
    const write = (text: string): void => void (screen += text);
    createProgress(options, { write }, () => 0).show(at(0, 0));
    createProgress({ ...options, progress: false }, { isTTY: true, write }, () => 0).show(at(0, 0));
    assert.equal(screen, '');
    let now = 0;
    const asked = createProgress({ ...options, progress: true }, { write }, () => now);
    asked.show(at(0, 0));
    now = 20_000;
    asked.show({ ...at(5000, 2000), skipped: 3, bad: 1 });
    assert.equal(screen, ' 50 %  2,000 done, 3 unchanged, 1 bad  100/s  20 s left\n');
  });
});
