import type { Span } from '../../src/core/index';
import { drawDials, type Dials } from './dials';
import { dressArticle, dressBrief, dressPhoto, type Dressed } from './dress';
import type { Gold, GoldArticle, SimulatedPage } from './gold';
import { layOut, type Run } from './layout';
import type { PoolArticle } from './pool';
import { seeded, type Random } from './random';
import { alike } from './alike';
import { editors, folio, STANDING_HEADS } from './words';

/**
 * Makes a page as a newspaper's text dump would have it, and its truth. The same pool and seed give the same page.
 * @throws RangeError when the pool is empty
 */
export function simulatePage(pool: readonly PoolArticle[], seed: number): SimulatedPage {
  const random = seeded(seed);
  const dials = drawDials(random);
  const { chosen, shared } = choose(pool, dials, random);
  const dressed: Dressed[] = chosen.map((article) => dressArticle(article, dials, random, shared.has(article) ? ['sameTopic'] : []));
  for (let i = 0; i < dials.photos; i++) dressed.push(dressPhoto(chosen[random.whole(0, chosen.length - 1)], dials, random));
  const runs = withBriefs(layOut(dressed, dials, random), dressed, pool, dials, random);
  return print(`page-${seed}`, dressed, runs, dials, random);
}

/** Sets briefs one below the other before an article's beginning, or at the foot. */
function withBriefs(runs: Run[], dressed: Dressed[], pool: readonly PoolArticle[], dials: Dials, random: Random): Run[] {
  const briefs: Run[] = [];
  const heads = new Set<string>();
  for (let tries = 0; briefs.length < dials.briefs && tries < 20; tries++) {
    const brief = dressBrief(random.pick(pool), dials, random);
    if (brief === undefined || heads.has(brief.title)) continue;
    heads.add(brief.title);
    briefs.push({ article: dressed.length, index: 0, pieces: [{ paragraph: 0, start: 0, end: brief.paragraphs[0]?.length ?? 0 }] });
    dressed.push(brief);
  }
  if (briefs.length === 0) return runs;
  const places = runs.flatMap((run, at) => (run.index === 0 ? [at] : []));
  const place = random.pick([...places, runs.length]);
  return [...runs.slice(0, place), ...briefs, ...runs.slice(place)];
}

/** Draws the articles of a page; some of one topic where the dials say so, never two that share sentences. */
function choose(pool: readonly PoolArticle[], dials: Dials, random: Random): { chosen: PoolArticle[]; shared: Set<PoolArticle> } {
  const wanted = Math.max(1, dials.articles - dials.photos);
  const chosen: PoolArticle[] = [];
  const shared = new Set<PoolArticle>();
  const take = (from: readonly PoolArticle[], until: number): void => {
    for (let tries = 0; chosen.length < until && tries < 40; tries++) {
      const article = random.pick(from);
      if (!chosen.some((other) => other === article || alike(other, article))) chosen.push(article);
    }
  };
  take(pool, 1);
  const first = chosen[0];
  if (first !== undefined && dials.sameTopic > 1) {
    take(pool.filter((article) => article.topic === first.topic), Math.min(dials.sameTopic, wanted));
    if (chosen.length > 1) for (const article of chosen) shared.add(article);
  }
  // The rest should not share a topic by chance: what is labelled is what was measured.
  const others = pool.filter((article) => article.topic !== first?.topic);
  take(others.length >= wanted ? others : pool, wanted);
  return { chosen, shared };
}

interface Draft {
  headline: Span[];
  byline: Span[];
  credit: Span[];
  standingHead: Span[];
  pieces: Map<number, { start: number; span: Span }[]>;
}

function print(name: string, articles: readonly Dressed[], runs: readonly Run[], dials: Dials, random: Random): SimulatedPage {
  let text = dials.leadingBlank ? '\n\n' : '';
  let written = false;
  const furniture: Span[] = [];
  const drafts = articles.map((): Draft => ({ headline: [], byline: [], credit: [], standingHead: [], pieces: new Map() }));
  const put = (block: string, blank: number, tight = false): Span => {
    if (tight) text += '\n';
    else if (written) text += '\n\n' + (random.chance(blank + dials.blankAnywhere) ? '\n'.repeat(random.whole(1, 3)) : '');
    written = true;
    const start = text.length;
    text += block;
    return [start, text.length];
  };
  if (dials.folio) furniture.push(put(folio(random), 0));
  let stray = false;
  for (const run of runs) {
    const article = articles[run.article]!;
    const draft = drafts[run.article]!;
    // Blank lines stand where a carried run begins and where it ends.
    let blank = run.index > 0 || stray ? dials.blankAtRun : 0;
    stray = run.index > 0;
    const emit = (block: string): Span => {
      const span = put(block, blank);
      blank = 0;
      return span;
    };
    if (run.index === 0) {
      const [first, second] = article.marks;
      const head = article.kicker === undefined ? (first || second) + article.title : `${first}${article.kicker}  \n${second}${article.title}`;
      draft.headline.push(emit(head));
      if (article.byline !== undefined) draft.byline.push(emit(article.byline));
    } else if (random.chance(dials.standing)) {
      draft.standingHead.push(emit((random.chance(dials.standingMarked) ? '## ' : '') + random.pick(STANDING_HEADS)));
    }
    const tight = article.kind === 'brief';
    for (const piece of run.pieces) {
      const span = tight ? put((article.paragraphs[0] ?? '').slice(piece.start, piece.end), 0, true) : emit((article.paragraphs[piece.paragraph] ?? '').slice(piece.start, piece.end));
      const pieces = draft.pieces.get(piece.paragraph) ?? [];
      pieces.push({ start: piece.start, span });
      draft.pieces.set(piece.paragraph, pieces);
      blank = piece.end < (article.paragraphs[piece.paragraph]?.length ?? 0) ? dials.blankAtCut : 0;
    }
    if (article.credit !== undefined && run.index === 0) draft.credit.push(put(article.credit, 0));
  }
  if (dials.editors) furniture.push(put(editors(random), dials.blankAtRun));
  if (random.chance(0.6)) text += '\n';
  return { name, text, gold: goldOf(name, text, articles, drafts, furniture, dials) };
}

function goldOf(name: string, text: string, articles: readonly Dressed[], drafts: readonly Draft[], furniture: readonly Span[], dials: Dials): Gold {
  const made = articles.map((article, index): Omit<GoldArticle, 'id'> => {
    const draft = drafts[index]!;
    return {
      ...(article.kind === 'photo' ? { kind: 'photo' } : {}),
      title: article.title,
      ...(article.kicker === undefined ? {} : { kicker: article.kicker }),
      headline: draft.headline,
      ...(draft.byline.length === 0 ? {} : { byline: draft.byline }),
      ...(draft.credit.length === 0 ? {} : { credit: draft.credit }),
      ...(draft.standingHead.length === 0 ? {} : { standingHead: draft.standingHead }),
      ...(article.jumpFrom === undefined ? {} : { jumpFrom: article.jumpFrom }),
      ...(article.jumpTo === undefined ? {} : { jumpTo: article.jumpTo }),
      paragraphs: article.paragraphs.map((paragraph, at) => ({
        spans: (draft.pieces.get(at) ?? []).sort((a, b) => a.start - b.start).map((piece) => piece.span),
        text: paragraph,
      })),
      phenomena: article.phenomena,
    };
  });
  made.sort((a, b) => (a.headline[0]?.[0] ?? 0) - (b.headline[0]?.[0] ?? 0));
  return {
    format: 'gold/1',
    source: { name, length: text.length },
    articles: made.map((article, index) => ({ id: `a${index + 1}`, ...article })),
    furniture,
    phenomena: [dials.halfWidth ? 'half' : 'full', `heads:${dials.marking}`, ...(dials.sameTopic > 1 ? ['sameTopic'] : []), ...(dials.subheads ? ['subheads'] : [])],
  };
}
