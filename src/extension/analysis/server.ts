import { createEngine, pageOf, restitch, restitchSome, type Engine, type Leaf, type Session } from '../../core';
import type { Reply, Request, SentLeaf } from './protocol';

interface Open {
  readonly session: Session;
  /** What the other side has, by name. */
  sent: ReadonlyMap<Leaf, number>;
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
        this.#session(request.document, true).open(request.text);
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
    }
  }

  #started(): Engine {
    if (this.#engine === undefined) throw new Error('asked before the model was there');
    return this.#engine;
  }

  #session(document: string, create = false): Session {
    let open = this.#open.get(document);
    if (open === undefined && create) {
      open = { session: this.#started().session(), sent: new Map() };
      this.#open.set(document, open);
    }
    if (open === undefined) throw new Error(`${document} is not open`);
    return open.session;
  }

  #leaves({ id, document, decisions }: Extract<Request, { ask: 'leaves' }>): void {
    const session = this.#session(document);
    const open = this.#open.get(document);
    const known = open?.sent ?? new Map<Leaf, number>();
    const sent = new Map<Leaf, number>();
    let length = 0;
    const leaves = session.leaves(decisions).map(({ leaf, ...place }): SentLeaf => {
      length += place.length;
      const name = known.get(leaf);
      sent.set(leaf, name ?? ++this.#lastName);
      return name === undefined ? { name: this.#lastName, leaf, ...place } : { name, ...place };
    });
    if (open !== undefined) open.sent = sent;
    this.reply({ answer: 'leaves', id, length, leaves });
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
