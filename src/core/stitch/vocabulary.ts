import type { Fits } from './fits';
import type { Node } from './node';
import type { LinkKind } from './problem';
import type { Feature, Tell, Weights } from './weights';

/** What it weighs that a piece shares words, or none, with the article it would go on with. Nothing before {@link Vocabulary.set}. */
export class Vocabulary {
  private fits: Fits | undefined;
  /** Article by article what it weighs that a piece goes on with it from afar. */
  private far = new Float64Array(0);
  /** Article by article what it weighs that a piece is the first text below its headline. */
  private opening = new Float64Array(0);
  /** What it weighs that a piece goes on with what stands right above it. */
  private readonly near: Float64Array;

  constructor(
    private readonly n: number,
    private readonly weights: Weights,
  ) {
    this.near = new Float64Array(n);
  }

  /** Sets how well each piece's words fit the articles. */
  set(fits: Fits): void {
    const { n, weights } = this;
    this.fits = fits;
    const far = [weights['vocabulary.far.for'], weights['vocabulary.far.against']] as const;
    const answers = weights['vocabulary.far.head'];
    const meaning = weights['meaning.far'];
    this.far = new Float64Array(fits.values.length);
    this.opening = new Float64Array(fits.values.length);
    const opening = [weights['opens.vocabulary.for'], weights['opens.vocabulary.against']] as const;
    for (let at = 0; at < fits.values.length; at++) {
      const shared = fits.values[at] ?? 0;
      const near = fits.near[at] ?? 0;
      this.far[at] = far[shared >= 0 ? 0 : 1] * shared + answers * (fits.answers[at] ?? 0) + meaning * near;
      this.opening[at] = opening[shared >= 0 ? 0 : 1] * shared + weights['opens.meaning'] * near;
    }
    for (let right = 0; right < n; right++) {
      const at = (fits.best[right] ?? -1) * n + right;
      if (at >= 0) this.far[at] = (this.far[at] ?? 0) + weights['vocabulary.far.lead'] * (fits.lead[right] ?? 0);
    }
    for (let right = 1; right < n; right++) {
      const shared = this.shared(right - 1, right);
      this.near[right] =
        weights[nearFeature(shared)] * shared +
        weights['meaning.near'] * this.meaning(right - 1, right) +
        weights['vocabulary.head'] * this.answers(right - 1, right) +
        weights['vocabulary.above'] * (fits.above[right] ?? 0) +
        weights['vocabulary.strange'] * (fits.strange[right] ?? 0);
    }
  }

  /** How well the words of `right` fit the article that `left` belongs to. */
  private shared(left: number, right: number): number {
    const article = this.fits?.articleOf[left] ?? -1;
    return article < 0 ? 0 : (this.fits?.values[article * this.n + right] ?? 0);
  }

  /** How much of the headline of the article that `left` belongs to is taken up by `right`. */
  private answers(left: number, right: number): number {
    const article = this.fits?.articleOf[left] ?? -1;
    return article < 0 ? 0 : (this.fits?.answers[article * this.n + right] ?? 0);
  }

  /** How near `right` is to the article that `left` belongs to in what it tells of. */
  private meaning(left: number, right: number): number {
    const article = this.fits?.articleOf[left] ?? -1;
    return article < 0 ? 0 : (this.fits?.near[article * this.n + right] ?? 0);
  }

  /** How well the words of the text below a headline fit the article that stands above it. */
  fitsAbove(headline: number): number {
    return headline + 1 < this.n ? this.shared(headline - 1, headline + 1) : 0;
  }

  /** What words weigh when `right` goes on with `left`, text behind text. */
  follows(left: number, right: number): number {
    return right === left + 1 ? (this.near[right] ?? 0) : this.toPiece(this.far, left, right);
  }

  /** What words weigh for each piece when it goes on with `left` and is not its neighbour; nothing where that is in no article. */
  fromAfar(left: number): Float64Array | undefined {
    return this.ofArticle(this.far, left);
  }

  /** What words weigh for each piece when it is the first text below the headline `left`; nothing where that is in no article. */
  opensFrom(left: number): Float64Array | undefined {
    return this.ofArticle(this.opening, left);
  }

  private ofArticle(values: Float64Array, piece: number): Float64Array | undefined {
    const article = this.fits?.articleOf[piece] ?? -1;
    return article < 0 ? undefined : values.subarray(article * this.n, (article + 1) * this.n);
  }

  /** What words weigh when `right` is the first text below the headline `left`. */
  opens(left: number, right: number): number {
    return this.toPiece(this.opening, left, right);
  }

  private toPiece(values: Float64Array, left: number, right: number): number {
    const article = this.fits?.articleOf[left] ?? -1;
    return article < 0 ? 0 : (values[article * this.n + right] ?? 0);
  }

  /** Tells what {@link follows} and {@link opens} weigh. */
  tell(left: Node, right: Node, kind: LinkKind, tell: Tell): void {
    const shared = this.shared(left.at, right.at);
    const meaning = this.meaning(left.at, right.at);
    if (kind === 'opens') {
      tell(opensFeature(shared), shared);
      tell('opens.meaning', meaning);
    } else if (right.at === left.at + 1) {
      tell(nearFeature(shared), shared);
      tell('meaning.near', meaning);
      tell('vocabulary.head', this.answers(left.at, right.at));
      tell('vocabulary.above', this.fits?.above[right.at] ?? 0);
      tell('vocabulary.strange', this.fits?.strange[right.at] ?? 0);
    } else {
      tell(shared >= 0 ? 'vocabulary.far.for' : 'vocabulary.far.against', shared);
      tell('meaning.far', meaning);
      tell('vocabulary.far.head', this.answers(left.at, right.at));
      const article = this.fits?.articleOf[left.at] ?? -1;
      if (article >= 0 && article === this.fits?.best[right.at]) tell('vocabulary.far.lead', this.fits.lead[right.at] ?? 0);
    }
  }
}

const nearFeature = (shared: number): Feature => (shared >= 0 ? 'vocabulary.for' : 'vocabulary.against');

const opensFeature = (shared: number): Feature => (shared >= 0 ? 'opens.vocabulary.for' : 'opens.vocabulary.against');
