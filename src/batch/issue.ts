import { createNamer, fileNameOf } from '../node/names';
import { decisionsOf, formatById, issueInput, issuesOf, outputsOf, place as placeSidecar, readIssueFile, type Engine, type ExportInput, type Issue, type IssueFile } from '../core/index';
import { decode } from '../node/encoding';
import { lostOf, writeOutputs, writtenText } from './page';
import { problemOf, type Problem } from './problem';
import type { IssuePageBytes, IssueTask, PageDone, Work } from './task';

/** A file of an issue, read and analysed. */
interface Read extends IssueFile {
  readonly left: number;
  readonly lost: number;
  readonly unmet: number;
}

/**
 * Reads pages that lie together, finds the issues they make, and writes each as a whole. A page that cannot be read is told and does not
 * stop the others.
 * @throws FileError
 */
export async function doIssue({ work, name, files, place }: IssueTask, engine: Engine): Promise<PageDone> {
  const read: Read[] = [];
  const troubles: { readonly where: string; readonly problem: Problem }[] = [];
  for (const file of files) {
    try {
      read.push(analysed(file, work, engine));
    } catch (error) {
      troubles.push({ where: file.where, problem: problemOf(error) });
    }
  }
  const rulings = new Map(work.issues?.rulings);
  const issues = issuesOf(read.map(({ facts }) => facts), work.issues?.fileNames, rulings);
  const inputs = [...named(issues, name)].map(({ issue, called }) => ({ called, input: issueInput(issue, read, { name: called, normalise: work.normalise, language: work.language }) }));
  const format = formatById(work.format);
  const sum = (of: (one: Read) => number): number => read.reduce((total, one) => total + of(one), 0);
  return {
    kind: 'page',
    files: place === undefined ? [] : await writeOutputs(inputs.flatMap(({ called, input }) => [...outputsOf(input, format, work.per ?? format.per, stemOf(called, name, place.stem))]), place),
    ...(place === undefined ? { text: textOf(inputs.map(({ input }) => input), work) } : {}),
    texts: read.length,
    ...(troubles.length > 0 ? { troubles } : {}),
    characters: sum(({ page }) => page.text.length),
    left: sum(({ left }) => left),
    doubtful: 0,
    inPlace: 0,
    lost: sum(({ lost }) => lost),
    unmet: sum(({ unmet }) => unmet),
  };
}

/** @throws DecodeError */
function analysed({ name, bytes, modified, sidecar }: IssuePageBytes, work: Work, engine: Engine): Read {
  const { text, encoding } = decode(bytes, work.encoding);
  const placing = sidecar && placeSidecar(sidecar, text);
  const decisions = placing === undefined ? [] : decisionsOf(placing.placed);
  const file = readIssueFile({ name, text, encoding, bytes: bytes.length, decisions, ...(modified !== undefined && { modified }) }, engine);
  const { findings, unmet } = file.page;
  return { ...file, left: findings.length, lost: placing === undefined ? 0 : lostOf(placing), unmet: unmet.length };
}

/** A name for each issue: that of its folder, with the day or the paper behind it where there are several. */
function* named(issues: readonly Issue[], name: string): Generator<{ readonly issue: Issue; readonly called: string }> {
  const unique = createNamer();
  for (const issue of issues) {
    const own = [issue.date, issue.paper].filter((part) => part !== undefined).join(' ');
    yield { issue, called: issues.length === 1 ? name : `${name}/${unique(fileNameOf(own))}` };
  }
}

/** Where an issue goes: the place of its folder, with what its name has more. */
function stemOf(called: string, name: string, stem: string): string {
  return stem + called.slice(name.length);
}

function textOf(inputs: readonly ExportInput[], work: Work): string {
  const between = work.bare || work.format === 'text' ? '\n' : '';
  return inputs.map((input) => writtenText(input, work)).join(between);
}
