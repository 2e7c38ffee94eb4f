import assert from 'node:assert/strict';
import { isCount, isFlag, isPart, isString, listOf, literal, oneOf, record } from '../../../src/webview/protocol/check';

describe('the checks of messages', () => {
  it('know the plain values', () => {
    for (const value of ['', 'x']) assert.ok(isString(value));
    for (const value of [0, 1, 10_000_000]) assert.ok(isCount(value));
    for (const value of [-1, 0.5, NaN, Infinity, '1', null, 2 ** 60]) assert.ok(!isCount(value), String(value));
    for (const value of [0, 0.5, 1]) assert.ok(isPart(value));
    for (const value of [-0.1, 1.1, NaN, '0']) assert.ok(!isPart(value), String(value));
    assert.ok(isFlag(false) && !isFlag(0));
    assert.ok(literal('a', 'b')('b') && !literal('a', 'b')('c') && !literal('a')(undefined));
  });

  it('look into every element of a list', () => {
    assert.ok(listOf(isCount)([]) && listOf(isCount)([1, 2]));
    for (const value of [[1, '2'], { length: 0 }, 'ab', undefined]) assert.ok(!listOf(isCount)(value));
  });

  it('want what is mandatory, and let what is optional be absent but never wrong', () => {
    const check = record({ a: isCount }, { b: isString });
    for (const value of [{ a: 1 }, { a: 1, b: '' }, { a: 1, c: null }]) assert.ok(check(value));
    for (const value of [{}, { b: '' }, { a: 1, b: 2 }, { a: 1, b: undefined }, null, [], 'a', 1]) assert.ok(!check(value), JSON.stringify(value));
  });

  it('take nothing from a prototype', () => {
    assert.ok(!record({ a: isCount })(Object.create({ a: 1 })));
    assert.ok(!record({ toString: oneOf(isString) })({}));
  });

  it('choose between several', () => {
    const check = oneOf(record({ type: literal('x') }), record({ type: literal('y'), n: isCount }));
    assert.ok(check({ type: 'x' }) && check({ type: 'y', n: 0 }));
    assert.ok(!check({ type: 'y' }) && !check({ type: 'z' }));
  });
});
