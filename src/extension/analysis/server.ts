import { createEngine, pageOf, restitch, restitchSome, type Engine, type Leaf, type PlacedLeaf, type Session } from '../../core';
import { factsInTurns } from './facts';
import type { Reply, Request, SentFacts, SentLeaf, SentLeaves } from './protocol';

interface Open {
  readonly session: Session;
  /** What the other side has: by name, and as the last answer placed it. */
  sent: ReadonlyMap<Leaf, number>;
  placed: readonly PlacedLeaf[];
}

/** The side that analyses: answers requests one after another. Everything it knows of a document it was told. */
export class AnalysisServer {
  readonly #open = new Map<string, Open>();
  #engine: Engine | undefined;
  #lastName = 0;

  constructor(private readonly reply: (reply: Reply) => void) {}

  /** Takes a request; whatever it is, nothing is thrown. */
  handle(request: Request): void {
    try {
      this.#handle(request);
    } catch (error) {
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.reply({ answer: 'failed', why, ...('id' in request ? { id: request.id } : {}) });
    }
  }

  #handle(request: Request): void {
    switch (request.ask) {
      case 'start':
        this.#engine = createEngine(request.model);
        this.reply({ answer: 'ready' });
        break;
      case 'open':
        this.#opened(request.document).open(request.text);
        break;
      case 'change':
        this.#session(request.document).change(request.changes);
        break;
      case 'close':
        this.#open.delete(request.document);
        break;
      case 'leaves':
        this.#leaves(request);
        break;
      case 'restitch':
        this.#restitch(request);
        break;
      case 'probe':
        this.reply({ answer: 'probe', id: request.id, verdict: this.#started().analyse(request.text).dump });
        break;
      case 'facts':
        this.#facts(request.id, factsInTurns(this.#started().session(), request, () => this.reply({ answer: 'working' })));
        break;
    }
  }

  #started(): Engine {
    if (this.#engine === undefined) throw new Error('asked before the model was there');
    return this.#engine;
  }

  /** The session of a document that the other side opens, and has nothing of: anew or for the first time. */
  #opened(document: string): Session {
    const session = this.#open.get(document)?.session ?? this.#started().session();
    this.#open.set(document, { session, sent: new Map(), placed: [] });
    return session;
  }

  #session(document: string): Session {
    const open = this.#open.get(document);
    if (open === undefined) throw new Error(`${document} is not open`);
    return open.session;
  }

  /** Answers when all pages were read; what else is asked meanwhile has its turn after each. */
  #facts(id: number, facts: Promise<SentFacts>): void {
    facts.then(
      (found) => this.reply({ answer: 'facts', id, facts: found }),
      (error: unknown) => this.reply({ answer: 'failed', id, why: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  }

  #leaves({ id, document, decisions }: Extract<Request, { ask: 'leaves' }>): void {
    const session = this.#session(document);
    const open = this.#open.get(document);
    const known = open?.sent ?? new Map<Leaf, number>();
    const before = open?.placed ?? [];
    const placed = session.leaves(decisions);
    const { head, tail, moved } = compare(before, placed);
    const sent = new Map<Leaf, number>();
    const between: SentLeaf[] = [];
    placed.forEach(({ leaf, ...place }, i) => {
      const name = known.get(leaf);
      sent.set(leaf, name ?? ++this.#lastName);
      if (i >= head && i < placed.length - tail) between.push(name === undefined ? { name: this.#lastName, leaf, ...place } : { name, ...place });
    });
    if (open !== undefined) Object.assign(open, { sent, placed });
    const last = placed[placed.length - 1];
    this.reply({ answer: 'leaves', id, length: last === undefined ? 0 : last.offset + last.length, leaves: { head, tail, moved, between } });
  }

  #restitch({ id, document, decisions, level, articles }: Extract<Request, { ask: 'restitch' }>): void {
    const session = this.#session(document);
    const text = session.text();
    const page = pageOf(text, session.leaves(decisions), decisions);
    // A session of its own: the rounds of a re-stitching have much in common, and the document stays as it is.
    const analyser = this.#started().session();
    const restitching = articles === undefined ? restitch(page, analyser, level) : restitchSome(page, page.articles.filter((article) => articles.includes(article.id)), analyser, level);
    this.reply({ answer: 'restitch', id, length: text.length, restitching });
  }
}

/** How many pages at the beginning stand as they stood, and how many at the end but for one and the same step. */
function compare(before: readonly PlacedLeaf[], now: readonly PlacedLeaf[]): Pick<SentLeaves, 'head' | 'tail' | 'moved'> {
  const most = Math.min(before.length, now.length);
  let head = 0;
  while (head < most && isMoved(before[head], now[head], NOWHERE)) head++;
  const [last, lastNow] = [before[before.length - 1], now[now.length - 1]];
  if (last === undefined || lastNow === undefined) return { head, tail: 0, moved: NOWHERE };
  const moved = { offset: lastNow.offset - last.offset, line: lastNow.line - last.line, articles: lastNow.articles - last.articles };
  let tail = 0;
  while (tail < most - head && isMoved(before[before.length - 1 - tail], now[now.length - 1 - tail], moved)) tail++;
  return { head, tail, moved };
}

const NOWHERE = { offset: 0, line: 0, articles: 0 };

/** Whether a page is the same, moved by a step. Places of decisions move too, so that only a page without any counts. */
function isMoved(a: PlacedLeaf | undefined, b: PlacedLeaf | undefined, { offset, line, articles }: SentLeaves['moved']): boolean {
  if (a?.leaf !== b?.leaf || a?.length !== b?.length || a === undefined || b === undefined) return false;
  return a.decisions.length + b.decisions.length === 0 && b.offset - a.offset === offset && b.line - a.line === line && b.articles - a.articles === articles;
}
