import { joinsOf, linksOf, type Comparison } from './metrics';

/** Found and asked, by name of the phenomenon. */
export type Recalls = Map<string, { right: number; asked: number }>;

/**
 * What share of each phenomenon a prediction gets right. All is read off the truth's geometry and text, so that the real
 * page is measured as simulated ones are; only shared topics come from the simulator's labels.
 */
export function addPhenomena(total: Recalls, page: Comparison, text: string): void {
  const note = (name: string, right: boolean): void => {
    const known = total.get(name) ?? { right: 0, asked: 0 };
    known.asked++;
    if (right) known.right++;
    total.set(name, known);
  };
  const { gold, truth, order, blocks } = page;
  const distance = (from: number, to: number): number => (order.get(to) ?? 0) - (order.get(from) ?? 0);
  const spanAt = new Map(blocks.map((block) => [block.span[0], block.span]));
  const joined = new Set<string>();

  for (const [from, to] of joinsOf(truth)) {
    joined.add(`${from}>${to}`);
    const right = page.joins.has(`${from}>${to}`);
    const step = distance(from, to);
    note(step === 1 ? 'cut, beside (join)' : step < 0 ? 'cut, carried and reversed (join)' : 'cut, carried far (join)', right);
    const end = spanAt.get(from)?.[1] ?? from;
    const ends = text.slice(end - 1, end);
    if (/[。！？!?…”]/u.test(ends)) note('cut after a sentence (join)', right);
    if (/\d/u.test(ends) && /^\d/u.test(text.slice(to, to + 1))) note('cut inside a number (join)', right);
    if (opensQuote(text.slice(from, end))) note('cut inside a quotation (join)', right);
    if (end - from <= 8 || (spanAt.get(to)?.[1] ?? to + 99) - to <= 8) note('cut, a piece of 8 characters or fewer (join)', right);
  }
  for (const [from, to] of linksOf(truth)) {
    if (joined.has(`${from}>${to}`)) continue;
    const step = distance(from, to);
    const right = page.links.has(`${from}>${to}`);
    if (step === 1) note('whole paragraph beside (link)', right);
    else note(step < 0 ? 'clean break, carried and reversed (link)' : 'clean break, carried far (link)', right);
  }
  gold.articles.forEach((article, index) => {
    const head = article.headline[0];
    const opening = truth.articles[index]?.opening ?? -1;
    const found = page.openings.has(opening);
    const exact = page.exact.has(index);
    if (head !== undefined) {
      const marked = /^#|\n#/u.test(text.slice(...head));
      const name = article.kind === 'photo' ? 'photo' : article.kicker === undefined ? 'one line' : 'two lines';
      note(`headline ${marked ? 'marked' : 'unmarked'}, ${name} (head)`, found);
    }
    for (const span of article.standingHead ?? []) note(`standing head${text.startsWith('#', span[0]) ? ' marked' : ' unmarked'} (left out of the heads)`, !page.openings.has(span[0]));
    if (article.jumpFrom !== undefined) note('jump line, from (exact article)', exact);
    if (article.jumpTo !== undefined) note('jump line, to (exact article)', exact);
    if ((article.byline?.length ?? 0) > 0) note('byline (exact article)', exact);
    if (article.kind === 'photo') note('photo (exact article)', exact);
    const spread = blocks.some((block) => block.article === index && block.stray);
    const topic = article.phenomena?.includes('sameTopic') ?? false;
    note(`${spread ? 'carried in parts' : 'in one place'}${topic ? ', same topic' : ''} (exact article)`, exact);
    if (article.phenomena?.includes('subheads') === true) note('subheads (exact article)', exact);
    if (article.phenomena?.includes('signature') === true) note('signature (exact article)', exact);
  });
  for (const block of blocks) {
    if (block.role !== 'body') continue;
    const topic = gold.articles[block.article]?.phenomena?.includes('sameTopic') ?? false;
    if (block.stray) note(`stray block${topic ? ', same topic' : ''} (attribution)`, page.placed.has(block.span[0]));
  }
  for (const label of gold.phenomena ?? []) {
    page.gold.articles.forEach((_, index) => note(`page: ${label} (exact article)`, page.exact.has(index)));
  }
}

function opensQuote(piece: string): boolean {
  return piece.lastIndexOf('“') > piece.lastIndexOf('”');
}
