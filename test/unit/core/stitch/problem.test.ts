import assert from 'node:assert/strict';
import { readBlocks } from '../../../../src/core/page/blocks';
import { labelPieces } from '../../../../src/core/roles/label';
import { Topics } from '../../../../src/core/stitch/affinity';
import { nodesOf } from '../../../../src/core/stitch/node';
import { Problem } from '../../../../src/core/stitch/problem';
import { WEIGHTS } from '../../../../src/core/stitch/weights';
import { sample, theModel } from '../support';

const near = (found: number, wanted: number, what: string): void => {
  assert.ok(found === wanted || Math.abs(found - wanted) < 1e-6, `${what}: ${String(found)} for ${String(wanted)}`);
};

/** The problem of a sample page, and its marked headlines. */
function problemOf(name: string): { problem: Problem; headlines: Set<number> } {
  const text = sample(name);
  const nodes = nodesOf(labelPieces(text, readBlocks(text)), theModel());
  const topics = new Topics(nodes.map(({ codes }) => codes), theModel());
  const problem = new Problem(nodes, theModel(), topics);
  const third = Math.ceil(nodes.length / 3);
  const chains = [0, 1, 2].map((part) => nodes.slice(part * third, (part + 1) * third).map(({ at }) => at));
  problem.setFits(topics.fits({ chains, heads: chains.map(([first = -1]) => first), runs: new Int32Array(nodes.length).fill(1) }));
  return { problem, headlines: new Set(nodes.filter(({ piece }) => piece.marked).map(({ at }) => at)) };
}

describe('the page as an assignment problem', () => {
  const { problem, headlines } = problemOf('sample-page.txt');

  it('weighs each pair as its evidence tells', () => {
    for (const left of problem.nodes) {
      for (const right of problem.nodes) {
        if (left === right || headlines.has(right.at)) continue;
        const { kind, weight } = problem.link(left, right, headlines);
        let told = 0;
        problem.tellLink(left, right, kind, (feature, amount) => (told += WEIGHTS[feature] * amount));
        near(weight, told, `${kind} of ${String(left.at)} and ${String(right.at)}`);
      }
    }
  });

  it('lets no piece lead to a headline', () => {
    const gains = problem.gains(headlines);
    for (const at of headlines) for (const { at: left } of problem.nodes) if (left !== at) assert.equal(gains[left * problem.n + at], -Infinity);
  });

  it('finds by a change what it finds from the beginning', () => {
    const base = problem.solve(headlines);
    for (const node of problem.nodes.slice(0, 40)) {
      const trial = new Set(headlines);
      if (!trial.delete(node.at)) trial.add(node.at);
      const resolved = problem.resolve(base, node, trial.has(node.at), -Infinity);
      const anew = problem.solve(trial);
      near((resolved?.constant ?? NaN) + (resolved?.uncut.total() ?? NaN), anew.constant + anew.uncut.total(), `the page with ${String(node.at)} the other way round, circles and all`);
      near(resolved?.score ?? NaN, anew.score, `the page with ${String(node.at)} the other way round`);
      // A bound may hide only what cannot weigh more.
      const better = problem.resolve(base, node, trial.has(node.at), base.score);
      assert.equal(better === undefined, !((resolved?.constant ?? 0) + (resolved?.uncut.total() ?? 0) > base.score));
    }
  });

  it('has no circles', () => {
    const { next } = problem.solve(headlines);
    for (const { at } of problem.nodes) {
      let steps = 0;
      for (let to = at; to >= 0 && next[to] !== to; to = next[to] ?? -1) assert.ok(steps++ <= problem.n);
    }
  });
});
