import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Reminder } from '../../../../src/extension/marks/reminder';

describe('reminding VS Code of lenses', () => {
  let reminded = 0;
  let reminder: Reminder<object>;
  const [page, other] = [{}, {}];

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    reminded = 0;
    reminder = new Reminder(() => reminded++);
  });
  afterEach(() => {
    reminder.dispose();
    mock.timers.reset();
  });

  it('says nothing where VS Code asks by itself', () => {
    reminder.expect(page);
    mock.timers.tick(1000);
    reminder.asked(page);
    mock.timers.tick(60_000);
    assert.equal(reminded, 0);
  });

  it('reminds it where it does not, until it asks', () => {
    reminder.expect(page);
    mock.timers.tick(1600);
    assert.equal(reminded, 1);
    mock.timers.tick(1600);
    assert.equal(reminded, 2);
    reminder.asked(page);
    mock.timers.tick(60_000);
    assert.equal(reminded, 2);
  });

  it('gives up where lenses are switched off, until they change again', () => {
    reminder.expect(page);
    for (let i = 0; i < 20; i++) mock.timers.tick(1600);
    assert.equal(reminded, 3);
    reminder.expect(page);
    mock.timers.tick(1600);
    assert.equal(reminded, 4);
  });

  it('knows each document for itself', () => {
    reminder.expect(page);
    reminder.expect(other);
    reminder.asked(page);
    mock.timers.tick(1600);
    assert.equal(reminded, 1);
  });

  it('is still once it is disposed of', () => {
    reminder.expect(page);
    reminder.dispose();
    mock.timers.tick(60_000);
    assert.equal(reminded, 0);
  });
});
