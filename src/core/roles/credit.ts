/** Longest line that can be a photo credit, in UTF-16 code units. */
const LONGEST = 48;

/** 新华社发, 视觉中国, (图片由河湾镇提供), 图源网络: whose picture it is, and nothing else. */
const AGENCY = /^[(（【]?(?:(?:新华社|中新社|本报|本刊)(?:发|照片|资料照?片|资料图片?)|(?:人民|东方|新华)视觉|视觉中国|资料照?片|网络(?:图片|配图)|(?:本版|本组|题|配|文中)?(?:图片?|照片)(?:均?由[^，,：:]{2,20}提供|(?:均?来源于?|均?来自|源自?于?|据|由)[：:]?\s?[^，,：:]{2,16}))[)）】]?$/u;

/** Whether a line says who took the photo (本报记者 … 摄, 摄影：…, (资料图片)). */
export function isCredit(line: string): boolean {
  if (line.length > LONGEST || line.length < 2 || !/[摄图片发觉国]/u.test(line) || /[。！？!?；;“”]/u.test(line)) return false;
  if (AGENCY.test(line)) return true;
  return (
    /(?:摄|摄影|摄影报道|供图|摄制)[)）】〕]?$/u.test(line) ||
    /^[(（【〔]?(?:摄影|图片|图|供图|摄)\s?[/／:：]/u.test(line) ||
    /^[(（]?(?:资料图片?|图片来源.{0,20}|本组图片.{0,30}|本版图片.{0,30})[)）]?$/u.test(line) ||
    /^(?:新华社|中新社|本报)[发记][^，,]{0,20}摄/u.test(line)
  );
}
