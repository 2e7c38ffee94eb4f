import assert from 'node:assert/strict';
import fc from 'fast-check';
import { add, compare, decimal, divide, multiply, ratio, toFixed, toText, whole } from '../../../src/core/figures/exact';
import { chineseReading, figuresIn, grouped, inBaseUnits } from '../../../src/core/figures';

const fractions = fc.tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.bigInt({ min: 1n, max: 10n ** 9n })).map(([n, d]) => ratio(n, d));

describe('exact numbers', () => {
  it('lose nothing', () => {
    assert.equal(toText(multiply(decimal('16.4'), whole(100_000_000))), '1640000000');
    assert.equal(toText(add(decimal('0.1'), decimal('0.2'))), '0.3');
    assert.equal(toText(divide(whole(1), whole(3))), '1/3');
    assert.equal(toText(decimal('.5')), '0.5');
  });

  it('keep the laws of arithmetic', () => {
    fc.assert(fc.property(fractions, fractions, fractions, (a, b, c) => {
      assert.equal(compare(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c))), 0);
      assert.equal(compare(a, b) + compare(b, a), 0);
    }));
  });

  it('round half away from zero, and never write a negative zero', () => {
    assert.deepEqual([toFixed(decimal('2.5'), 0), toFixed(ratio(-5n, 2n), 0), toFixed(ratio(-1n, 1000n), 2), toFixed(ratio(2n, 3n), 4)], ['3', '-3', '0', '0.6667']);
  });

  it('refuse to divide by zero', () => {
    assert.throws(() => divide(whole(1), whole(0)), RangeError);
  });
});

describe('numbers in words', () => {
  const readings: Readonly<Record<string, string>> = {
    '0': '零', '10': '十', '12': '十二', '101': '一百零一', '110': '一百一十', '1001': '一千零一', '10000': '一万', '10010': '一万零一十', '100001': '十万零一',
    '32000000000': '三百二十亿', '1640000000': '十六亿四千万', '1234567890123': '一万二千三百四十五亿六千七百八十九万零一百二十三', '1000000000000': '一万亿', '12.05': '十二点零五', '0.3': '零点三',
  };
  for (const [digits, words] of Object.entries(readings)) it(digits, () => assert.equal(chineseReading(decimal(digits)), words));

  it('reads what it wrote', () => {
    fc.assert(fc.property(fc.bigInt({ min: 1n, max: 10n ** 16n - 1n }), (value) => {
      const words = chineseReading(whole(value)) ?? '';
      const [figure] = figuresIn(words);
      assert.equal(figure?.text, words);
      assert.equal(figure.value?.n, value, words);
    }), { numRuns: 400 });
  });

  it('reads minus signs and fractions', () => {
    assert.equal(chineseReading(whole(-3)), '负三');
    assert.equal(chineseReading(ratio(1n, 3n)), '三分之一');
    assert.equal(chineseReading(whole(10n ** 30n)), undefined);
  });

  it('groups thousands', () => {
    assert.equal(grouped(decimal('1640000000')), '1,640,000,000');
    assert.equal(grouped(decimal('1234.5678')), '1,234.5678');
  });

  const bases: Readonly<Record<string, string>> = {
    '3亩': '2000 m²', '2斤': '1 kg', '10千伏': '10000 V', '5亿千瓦时': '500000000 kWh', '72公里/小时': '20 m/s', '212华氏度': '100 °C', '38%': '0.38 ', '1.5吨': '1500 kg',
  };
  for (const [text, wanted] of Object.entries(bases)) {
    it(`${text} in base units`, () => {
      const [figure] = figuresIn(text);
      const base = figure?.value && figure.unit && inBaseUnits(figure.value, figure.unit);
      assert.equal(`${base ? toText(base.value) : ''} ${base?.unit ?? ''}`, wanted);
    });
  }

  it('says nothing of units that are their own base', () => {
    for (const text of ['5户', '5元', '0.6个百分点']) {
      const [figure] = figuresIn(text);
      assert.ok(figure?.value && figure.unit);
      assert.equal(inBaseUnits(figure.value, figure.unit), undefined, text);
    }
  });
});
