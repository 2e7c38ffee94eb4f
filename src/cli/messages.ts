import type { Language } from '../core/index';

export { sayProblem } from '../node/sayProblem';

/** The other lines the command writes on standard error. */
export const says = {
  internal: (what: string, language: Language) => (language === 'zh' ? `内部错误：${what}` : `internal error: ${what}`),
  doubtful: (joins: number, language: Language) =>
    language === 'zh' ? `其中 ${joins} 处缀合存疑，请过目` : `${counted(joins, 'doubtful join')} made, worth a look (--fix makes only sure ones)`,
  conserved: (characters: number, language: Language) => {
    const count = characters.toLocaleString('en-US');
    return language === 'zh' ? `${count} 字，一字不少` : `${count} character${characters === 1 ? '' : 's'}, all in place`;
  },
  notConserved: (what: string, language: Language) =>
    language === 'zh' ? `未输出：缀合会使文字有出入，这是程序的错误，请报告（${what}）` : `nothing is given out, for characters would not be kept; this is a bug, please report it (${what})`,
  lost: (decisions: number, language: Language) =>
    language === 'zh' ? `${decisions} 项决定已与原文不符，未采用` : `${counted(decisions, 'decision')} no longer ${decisions === 1 ? 'fits' : 'fit'} the text and ${decisions === 1 ? 'is' : 'are'} left out`,
  unmet: (decisions: number, language: Language) =>
    language === 'zh' ? `${decisions} 项决定与其他决定矛盾，版面无法照此处理` : `the page cannot follow ${counted(decisions, 'decision')}: others speak against ${decisions === 1 ? 'it' : 'them'}`,
  conflict: (language: Language) =>
    language === 'zh' ? '附属文件中有合并冲突，双方的决定都已采用' : 'its sidecar holds a merge conflict; the decisions of both sides are followed',
  stopping: (language: Language) => (language === 'zh' ? '正在停止：写完手头的版面（再按一次 Ctrl+C 立即退出）' : 'stopping once the pages at hand are written (Ctrl+C again: at once)'),
  stopped: (language: Language) => (language === 'zh' ? '已停止；再次运行同一命令即可继续' : 'stopped; the same call again goes on from here'),
  bad: (inputs: number, language: Language) => (language === 'zh' ? `${inputs} 处无法读取或写入：` : `${inputs} inputs could not be read or written:`),
  more: (inputs: number, language: Language) => (language === 'zh' ? `……另有 ${inputs} 处` : `… and ${inputs} more`),
  unchanged: (pages: number, language: Language) => (language === 'zh' ? `，另有 ${pages} 个未变` : `, ${counted(pages, 'page')} unchanged`),
  written: (pages: number, files: number, folder: string, language: Language) =>
    language === 'zh' ? `${pages} 个版面，${files} 个文件写入 ${folder}` : `${counted(pages, 'page')}, ${counted(files, 'file')} written to ${folder}`,
};

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
