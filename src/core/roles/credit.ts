import { CAPTION_WORDS } from './words';

/** Longest line that can be a photo credit, in UTF-16 code units. */
const LONGEST = 48;

/** Whether a line says who took the photo (本报记者 … 摄, 摄影：…, (资料图片)). */
export function isCredit(line: string): boolean {
  if (line.length > LONGEST || line.length < 2 || !/[摄图]/u.test(line) || /[。！？!?；;“”]/u.test(line)) return false;
  return (
    /(?:摄|摄影|摄影报道|供图|摄制)[)）】〕]?$/u.test(line) ||
    /^[(（【〔]?(?:摄影|图片|图|供图|摄)\s?[/／:：]/u.test(line) ||
    /^[(（]?(?:资料图片?|图片来源.{0,20}|本组图片.{0,30}|本版图片.{0,30})[)）]?$/u.test(line) ||
    /^(?:新华社|中新社|本报)[发记][^，,]{0,20}摄/u.test(line)
  );
}

/** Whether a paragraph is the caption of a photo. */
export function isCaption(text: string): boolean {
  if (text.length > 240 || !text.includes('图')) return false;
  if (CAPTION_WORDS.some((word) => text.startsWith(word))) return true;
  return /(?:^|[。！？”])图(?:为|片为|①|②|1|一)/u.test(text);
}
