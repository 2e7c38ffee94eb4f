import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../../package.json';
import { formatById, formats, isOfTheDump, unusablePattern, type ExportFormat, type FormatId, type Language, type Level } from '../core/index';
import { encodingByName, type AskedEncoding } from '../node/encoding';
import { standardInput } from '../node/files';
import { exitCodes, type ExitCode } from './exitCodes';

/** What the command was asked to do. */
export interface Options {
  readonly paths: readonly string[];
  readonly format: FormatId;
  /** The articles to be read as they are, without what the format records about them: nothing else was asked for. */
  readonly bare: boolean;
  /** What a file in the folder holds; the format's own way when left out. */
  readonly per?: ExportFormat['per'];
  /** Write over files that are there. */
  readonly force: boolean;
  /** Print the re-stitched dump in place of its articles, with all joins of this level made. */
  readonly restitch?: Level;
  /** Put punctuation, quotation marks and spaces into the form of printed Chinese. */
  readonly normalise: boolean;
  /** Write files into this folder, and nothing on standard output. */
  readonly out?: string;
  /** Found out for each file when left out. */
  readonly encoding?: AskedEncoding;
  readonly language: Language;
  /** Whether what was decided about a file (`FILE.restitch.json` beside it) is followed. */
  readonly decisions: boolean;
  readonly quiet: boolean;
  /** Each folder holds issues: an article that goes on on another page becomes one. */
  readonly issues: boolean;
  /** How names of files tell paper, date and page; the usual ways when empty. */
  readonly fileNames: readonly string[];
  /** A filter: records from standard input to standard output. */
  readonly stream: boolean;
  /** The member of a record in which its text is. */
  readonly field: string;
  /** Threads; as many as there are cores when left out. */
  readonly jobs?: number;
  /** Whether to show how far it is; on a terminal when left out. */
  readonly progress?: boolean;
}

/** The command ends here: help was printed, or the call was wrong and the reason was printed. */
export interface Ended {
  readonly exitCode: ExitCode;
}

const examples = `
A folder gives all its *.txt, *.md and *.jsonl files, at any depth, and those packed as *.gz or in a *.zip.
A *.jsonl file has a text a line: {"text": "…", …}. It gives a *.jsonl file, with all its other members as they were.
With --out, what is done is remembered there: the same call again does only what is left or has changed.
Output is UTF-8. With several inputs, or a folder, the JSON formats print one object on a line for each page.

Formats:
  to read       markdown (with YAML front matter), text, html, docx (Word), epub
  for data      json (format restitch/1), jsonl (one article a line), csv (the figures)
  for archives  mnbvc (通用语料格式, one article a line), ninjs (IPTC ninjs 3.1), jsonld (schema.org NewsArticle),
                annotations (W3C Web Annotation)
All but text say where in the dump each paragraph stands.

Examples:
  restitch page.txt                          the clean articles as Markdown
  restitch page.txt --format json            the analysis, format restitch/1
  restitch page.txt --out articles           one Markdown file an article
  restitch pages --format json --out json    one JSON file a page
  restitch pages --format jsonl > all.jsonl  one line an article
  restitch page.txt --format docx --out word --per page
                                             one Word document with all articles
  restitch --fix page.txt > clean.txt        the dump itself, with what is sure mended
  restitch --restitch page.txt > clean.txt   the dump itself, re-stitched as a whole
  restitch --normalise page.txt              the articles, with full-width punctuation
  restitch archive --out clean --jobs 4      ten thousand pages on four threads; Ctrl+C stops, the same call goes on
  restitch 2024-09-27 --issues --out clean   the pages of an issue: articles that jump (下转第3版) put together
  restitch --stream <in.jsonl >out.jsonl     a filter for GNU parallel, Spark, Dask, Slurm (docs/scale.md)
  iconv -f gbk page.txt | restitch -         from standard input
  restitch old.txt --encoding gb18030        when the encoding cannot be told

Exit codes (with several inputs the highest):
  0  analysed, nothing left to decide
  1  analysed, findings remain
  2  bad usage, nothing was read
  3  an input cannot be read or decoded, or an output cannot be written
`;

/**
 * Reads the arguments of the command.
 * @param args without the program's own name
 * @param print where help goes
 * @param complain where the reason of a refusal goes
 */
export function readOptions(args: readonly string[], print: (text: string) => void, complain: (text: string) => void): Options | Ended {
  const command = createCommand().exitOverride().configureOutput({ writeOut: print, writeErr: complain });
  try {
    command.parse(args, { from: 'user' });
    return checked(command);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { exitCode: error.exitCode === 0 ? exitCodes.clean : exitCodes.usage };
  }
}

function createCommand(): Command {
  return new Command('restitch')
    .description('Restitch 报纸版面缀合: clean articles from the text dump of a Chinese newspaper page.')
    .argument('[input...]', 'dumps to read: files, folders, archives, or - for standard input')
    .usage('[options] <file|folder|archive|->...')
    .addOption(new Option('-f, --format <format>', 'what to print').choices(formats.map(({ id }) => id)).default('markdown'))
    .option('-o, --out <folder>', 'write files there: one an article or one a page, as the format has it')
    .addOption(new Option('--per <what>', 'what a file there holds').choices(['article', 'page']))
    .option('--force', 'write over files there that hold something else')
    .option('-e, --encoding <name>', 'utf-8, utf-16le, utf-16be, gb18030, gbk or big5 (found out when left out)', encoding)
    .addOption(new Option('-l, --lang <language>', 'language of the messages').choices(['en', 'zh']).default('en'))
    .option('--fix', 'print the dump itself with every sure join and move made; a doubtful one is never made')
    .option('--restitch', 'print the dump itself re-stitched as a whole; doubtful joins that are likely are made, and counted on standard error')
    .option('--normalise', 'print full-width punctuation, curly quotation marks, …… and ——, no stray spaces, and nothing that another program left in (bold marks, tags, formulas), in Chinese text')
    .option('--issues', 'take each folder for an issue of a paper (several, where names or folios tell several days): an article that goes on on another page comes out as one')
    .option('--file-name <pattern>', 'how names of files tell paper, date and page of an issue: {paper}-{yyyy}{mm}{dd}-{page} and the like; may be given several times', fileName)
    .option('--no-decisions', 'leave out what was decided about a file (FILE.restitch.json beside it), which is followed otherwise')
    .option('--stream', 'read JSON Lines from standard input and write JSON Lines to standard output, one for one, in order')
    .option('--field <name>', 'where the text of a JSON line is', 'text')
    .option('-j, --jobs <number>', 'worker threads (all cores when left out)', jobs)
    .option('--progress', 'show how far it is, even when standard error is no terminal')
    .option('--no-progress', 'never show it')
    .option('-q, --quiet', 'say nothing but errors on standard error')
    .version(version, '-v, --version')
    .helpOption('-h, --help', 'this help')
    .showHelpAfterError('(restitch --help shows examples)')
    .addHelpText('after', examples);
}

interface Raw {
  format: FormatId;
  per?: ExportFormat['per'];
  force?: true;
  lang: Language;
  decisions: boolean;
  out?: string;
  encoding?: AskedEncoding;
  restitch?: true;
  fix?: true;
  normalise?: true;
  issues?: true;
  fileName?: readonly string[];
  quiet?: true;
  stream?: true;
  field: string;
  jobs?: number;
  progress?: boolean;
}

/** What each option alone cannot know. */
function checked(command: Command): Options {
  const raw = command.opts<Raw>();
  if (raw.restitch && raw.fix) command.error('error: --fix and --restitch are two ways of the same: name one');
  const restitch: Level | undefined = raw.restitch ? 'likely' : raw.fix ? 'sure' : undefined;
  if (restitch !== undefined && command.getOptionValueSource('format') === 'cli') {
    command.error(`error: --${raw.fix ? 'fix' : 'restitch'} prints the dump and takes no --format`);
  }
  if (raw.normalise && isOfTheDump(raw.format)) {
    command.error(`error: --normalise changes the text, and --format ${raw.format} describes the text as it is`);
  }
  if (raw.issues) {
    if (restitch !== undefined) command.error(`error: --${raw.fix ? 'fix' : 'restitch'} prints each dump by itself and takes no --issues`);
    if (isOfTheDump(raw.format)) command.error(`error: --issues puts parts of several dumps together, and --format ${raw.format} describes each dump as it is`);
    if (raw.stream) command.error('error: --stream has records and no folders: it takes no --issues');
  } else if (raw.fileName !== undefined) command.error('error: --file-name says how to read an issue: it wants --issues');
  if (raw.per !== undefined && raw.out === undefined) command.error('error: --per says what a file holds: it wants --out');
  if (raw.out === '') command.error('error: --out wants the name of a folder');
  const paths = command.args;
  if (raw.stream && (paths.length > 0 || raw.out !== undefined)) command.error('error: --stream reads standard input and writes standard output: it takes no input and no --out');
  if (raw.stream && formatById(raw.format).binary) command.error(`error: --stream writes lines, and ${raw.format} is no text`);
  if (!raw.stream && paths.length === 0) command.error("error: missing required argument 'input'");
  if (raw.field === '') command.error('error: --field wants the name of a member');
  if (paths.includes('')) command.error('error: a file name is empty');
  if (paths.filter((path) => path === standardInput).length > 1) command.error('error: standard input can be read once only');
  return {
    paths,
    format: raw.format,
    bare: raw.out === undefined && command.getOptionValueSource('format') !== 'cli',
    force: raw.force === true,
    ...(raw.per === undefined ? {} : { per: raw.per }),
    ...(restitch === undefined ? {} : { restitch }),
    normalise: raw.normalise === true,
    issues: raw.issues === true,
    fileNames: raw.fileName ?? [],
    language: raw.lang,
    decisions: raw.decisions,
    quiet: raw.quiet === true,
    stream: raw.stream === true,
    field: raw.field,
    ...(raw.jobs === undefined ? {} : { jobs: raw.jobs }),
    // Commander takes --no-progress alone for a default of true.
    ...(command.getOptionValueSource('progress') === 'cli' ? { progress: raw.progress === true } : {}),
    ...(raw.out === undefined ? {} : { out: raw.out }),
    ...(raw.encoding === undefined ? {} : { encoding: raw.encoding }),
  };
}

function encoding(name: string): AskedEncoding {
  const found = encodingByName(name);
  if (found === undefined) throw new InvalidArgumentError('Known are utf-8, utf-16le, utf-16be, gb18030, gbk and big5.');
  return found;
}

function fileName(pattern: string, before: readonly string[] = []): readonly string[] {
  if (unusablePattern([pattern]) !== undefined) throw new InvalidArgumentError('It names {paper}, {yyyy}, {mm}, {dd}, {page}, {section} or {*} among other text.');
  return [...before, pattern];
}

function jobs(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 256) throw new InvalidArgumentError('It is a whole number from 1 to 256.');
  return number;
}
