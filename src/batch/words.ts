import type { Language } from '../core/index';
import { sayProblem } from '../node/sayProblem';
import type { Problem } from './problem';

/** What went wrong with an input or a record, in words for one line. */
export function sayTrouble(problem: Problem, language: Language): string {
  const zh = language === 'zh';
  switch (problem.code) {
    case 'BadArchive':
      return zh ? `压缩包已损坏（${problem.reason}）` : `the archive is damaged (${problem.reason})`;
    case 'UnsafeName':
      return zh ? '压缩包内的路径指向包外，未读取' : 'its path leads out of the archive; not read';
    case 'Encrypted':
      return zh ? '已加密，无法读取' : 'is encrypted and cannot be read';
    case 'Nested':
      return zh ? '压缩包中的压缩包，未读取；请先解压' : 'is an archive in an archive and is not read; unpack it first';
    case 'Bomb':
      return zh ? '压缩包展开后大得异常，未读取' : 'swells beyond all measure when unpacked; not read';
    case 'LineTooLong': {
      const megabytes = Math.floor(problem.limit / (1024 * 1024));
      return zh ? `该行过长，上限为 ${megabytes} MB` : `the line is too long: the limit is ${megabytes} MB`;
    }
    case 'NotJson':
      return zh ? '该行不是 JSON' : 'the line is not JSON';
    case 'NotAnObject':
      return zh ? '该行不是 JSON 对象' : 'the line is JSON, but not an object';
    case 'NoField':
      return zh ? `没有文本字段“${problem.field}”；字段可用 --field 指定` : `has no text in "${problem.field}"; --field names another field`;
    case 'NeedsFile':
      return zh ? `格式 ${problem.format} 只能写入单独的文件` : `the format ${problem.format} can only be written into files of its own`;
    case 'BadRecords':
      return zh ? `其中 ${problem.count} 条记录无法读取（上次运行时已列出）` : `${problem.count} of its records could not be read (named by the run that read them)`;
    case 'NoIssue': {
      const megabytes = Math.floor(problem.limit / (1024 * 1024));
      return zh
        ? `${problem.pages} 个版面，文件名中没有日期，超过一期报纸的上限（${megabytes} MB）；已逐版输出，跨版文章未拼接`
        : `${problem.pages} pages without a day in their names are more than an issue can have (${megabytes} MB); each was written by itself, articles that jump were not put together`;
    }
    case 'ThreadEnded':
      return zh ? `无法分析：处理线程两次中断（${problem.why}）` : `cannot be analysed: its thread was lost twice (${problem.why})`;
    case 'Internal':
      return zh ? `内部错误：${problem.what}` : `internal error: ${problem.what}`;
    default:
      return sayProblem(problem, language);
  }
}
