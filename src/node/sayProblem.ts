import type { Language } from '../core/index';
import type { DecodeProblem } from './encoding';
import type { FileProblem } from './fileError';

/** What went wrong with a file, in words for one line. */
export function sayProblem(problem: DecodeProblem | FileProblem, language: Language): string {
  const zh = language === 'zh';
  switch (problem.code) {
    case 'NotFound':
      return zh ? '没有这个文件或文件夹' : 'no such file or folder';
    case 'Unreadable':
      return zh ? `无法读取（${problem.reason}）` : `cannot be read (${problem.reason})`;
    case 'TooLarge': {
      const megabytes = Math.floor(problem.limit / (1024 * 1024));
      return zh ? `文件过大，上限为 ${megabytes} MB` : `is too large: the limit is ${megabytes} MB`;
    }
    case 'NoDumps':
      return zh ? '文件夹中没有可读的文件（.txt、.md、.jsonl、.gz、.zip）' : 'the folder has no .txt, .md, .jsonl, .gz or .zip file';
    case 'Unwritable':
      return zh ? `无法写入（${problem.reason}）` : `cannot be written (${problem.reason})`;
    case 'Exists':
      return zh ? '未写入：已有内容不同的同名文件；--force 可覆盖' : 'not written: it is there already and holds something else; --force writes over it';
    case 'WouldOverwriteInput':
      return zh ? '未写入：会覆盖输入文件' : 'not written: that would overwrite an input';
    case 'SidecarBroken': {
      const where = problem.place === undefined ? (zh ? '不是 JSON' : 'it is no JSON') : zh ? `“${problem.place}”处的值不对` : `unexpected value at "${problem.place}"`;
      return zh ? `无法读取其中的决定（${where}）；--no-decisions 可不采用` : `its decisions cannot be read (${where}); --no-decisions leaves them out`;
    }
    case 'SidecarConflict':
      return zh ? '其中有无法读取的合并冲突；--no-decisions 可不采用' : 'holds a merge conflict that cannot be read; --no-decisions leaves its decisions out';
    case 'SidecarNewer':
      return zh
        ? `由更新版本的 Restitch 写成（格式 ${problem.version}）；--no-decisions 可不采用`
        : `was written by a newer Restitch (format ${problem.version}); --no-decisions leaves its decisions out`;
    case 'NotText': {
      const where = problem.offset === undefined ? '' : zh ? `（第 ${problem.offset} 字节）` : ` (byte ${problem.offset})`;
      return (zh ? '不是文本文件' : 'is not a text file') + where;
    }
    case 'Undecodable':
      return zh
        ? `第 ${problem.offset} 字节不是有效的 ${problem.encoding}；编码可用 --encoding 指定`
        : `byte ${problem.offset} is not valid ${problem.encoding}; --encoding names another encoding`;
    case 'UnknownEncoding':
      return zh ? '无法识别编码，请用 --encoding 指定' : 'the encoding cannot be told; name it with --encoding';
    case 'WrongEncoding':
      return zh
        ? `字节序标记表明是 ${problem.marked}，而不是 ${problem.asked}`
        : `its byte order mark says ${problem.marked}, not ${problem.asked}`;
  }
}
