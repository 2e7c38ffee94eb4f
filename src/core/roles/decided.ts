import type { DecidedRole, Decision } from '../page/decision';
import type { Role } from '../page/piece';
import type { Line } from '../text/lines';
import { isSpace } from '../text/characters';
import type { Span } from '../text/span';
import type { Draft } from './context';
import type { Part } from './parts';

/** Where decisions cut the text into pieces, as offsets in order: before a paragraph or an article, around a passage with a role. */
export function cutsOf(text: string, decisions: readonly Decision[]): readonly number[] {
  const cuts = new Set<number>();
  const add = (offset: number): void => {
    // At the first sign behind: a cut in white space is one before what follows it.
    let at = Math.max(0, Math.min(offset, text.length));
    while (at < text.length && isSpace(text.charCodeAt(at))) at++;
    // Never between the halves of a character: a sidecar written elsewhere may say so.
    cuts.add(isPair(text, at) ? at - 1 : at);
  };
  for (const decision of decisions) {
    if (decision.kind === 'split' || decision.kind === 'begin') add(decision.at);
    else if (decision.kind === 'role') decision.span.forEach(add);
  }
  return [...cuts].sort((a, b) => a - b);
}

/** Whether an offset lies inside a surrogate pair. */
function isPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const behind = text.charCodeAt(at);
  return before >= 0xd800 && before < 0xdc00 && behind >= 0xdc00 && behind < 0xe000;
}

/** A part cut at those of the offsets that lie in it. */
export function cutPart(part: Part, cuts: readonly number[]): readonly Part[] {
  const start = part.lines[0]?.span[0] ?? 0;
  const end = part.lines[part.lines.length - 1]?.span[1] ?? 0;
  const inside = cuts.filter((cut) => start < cut && cut < end);
  if (inside.length === 0) return [part];
  const parts: Part[] = [];
  let lines: Line[] = [];
  const close = (): void => {
    if (lines.length > 0) parts.push({ ...part, lines });
    lines = [];
  };
  for (const line of part.lines) {
    let [from] = line.span;
    for (const cut of inside) {
      if (cut < from || cut >= line.span[1]) continue;
      if (cut > from) lines.push({ ...line, span: [from, cut] });
      close();
      from = cut;
    }
    lines.push({ ...line, span: [from, line.span[1]] });
  }
  close();
  return parts;
}

/** What a decided role is among the roles of pieces. */
const ROLES: Readonly<Record<DecidedRole, Role>> = {
  headline: 'headline',
  kicker: 'kicker',
  deck: 'deck',
  standingHead: 'standingHead',
  furniture: 'furniture',
  subhead: 'body',
  caption: 'body',
  body: 'body',
};

/** Gives pieces the roles that were decided, whatever they look like; a later decision wins. */
export function giveDecided(drafts: readonly Draft[], decisions: readonly Decision[]): void {
  for (const decision of decisions) {
    if (decision.kind !== 'role') continue;
    for (const draft of drafts) if (draft.spans.some((span) => overlap(span, decision.span))) give(draft, decision.role);
  }
}

function give(draft: Draft, role: DecidedRole): void {
  draft.decided = role;
  draft.role = ROLES[role];
  draft.caption = role === 'caption';
  if (role === 'headline') draft.headline = SURE;
  else {
    draft.headline = -SURE;
    draft.marked = false;
  }
  draft.starts = undefined;
  if (role === 'subhead') draft.form = 'subhead';
  else draft.form = undefined;
}

/** Beyond all that looks can say. */
const SURE = 12;

const overlap = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];
