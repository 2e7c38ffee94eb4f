import assert from 'node:assert/strict';
import { EVIDENCE } from '../../../tools/eval/evidence';
import { PHENOMENA } from '../../../tools/eval/slices';
import { REPORTED } from '../../../tools/eval/targets';
import { halvesOf } from '../../../tools/eval/simulators';
import { reportOf, type Report } from '../../../tools/eval/writeReport';
import { modelBytes } from '../core/support';
import { smallPool } from './pool';

const options = { pages: 3, seed: 2, corpus: 'invented', simulators: ['first'], kinds: EVIDENCE.slice(0, 2) };

describe('report of quality', function () {
  this.timeout(60_000);
  const pool = smallPool();
  let report: Report;
  before(() => {
    report = reportOf(halvesOf(pool), modelBytes(), options);
  });

  it('gives the same bytes again', () => {
    assert.deepEqual(reportOf(halvesOf(pool), modelBytes(), options), report);
  });

  it('tells each metric of each phenomenon, all systems side by side', () => {
    const { markdown } = report;
    for (const { name } of REPORTED) assert.match(markdown, new RegExp(`^#### ${name}$`, 'imu'));
    for (const { name } of PHENOMENA) assert.equal(markdown.split('\n').filter((line) => line.startsWith(`| ${name} `)).length, REPORTED.length, name);
    assert.match(markdown, /^\| +\| Restitch +\| plain rule \| MinerU +\| marker +\| − n-grams/mu);
    for (const heading of ['All metrics', 'In other forms', 'Confidence', 'Worst pages']) assert.ok(markdown.includes(`### ${heading}\n`), heading);
    assert.ok(!/NaN|undefined|Infinity/u.test(markdown));
  });

  it('holds nothing of the day, the machine or the pages’ text', () => {
    assert.ok(!/\d{4}-\d\d-\d\d|\d+ ms\b/u.test(report.markdown));
    assert.ok(!/\p{Script=Han}/u.test(report.markdown + report.svg));
  });

  it('draws a picture whose every number is one, in colours for light and dark', () => {
    const { svg } = report;
    assert.ok(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"') && svg.endsWith('</svg>\n'));
    assert.ok(!/NaN|undefined|Infinity/u.test(svg));
    assert.ok(svg.includes('prefers-color-scheme:dark'));
    for (const { name } of PHENOMENA) assert.ok(svg.includes(`>${name}</text>`), name);
    assert.equal(svg.match(/<polyline class="curve"/gu)?.length, 3);
  });
});
