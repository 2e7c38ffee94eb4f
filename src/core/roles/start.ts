import type { Start } from '../page/piece';

/** Characters of a piece that tell how it begins. */
const OPENING = 48;

const STORY = /^(?:据[^。，,：:]{0,6})?[^。，,：:“”]{0,12}(?:网|报|社|台|新闻|在线|周刊|客户端|综合)[^。，,：:“”]{0,16}?(?:电|讯|消息|报道)|^[^。，,：:“”]{0,18}[（(](?:[^（）()]{0,8})记者/u;
/** A sender nobody has heard of, and the day: 某某科技4月20日消息，… */
const SENT_ON = /^[^。，,：:“”0-9]{2,10}(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日(?:消息|报道|[专急]?电|快?讯)(?:[，,：:（(\s]|据|[近今昨]日|日前|记者)/u;
const NUMBERED = /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[0-9]{1,2}[、.．)）](?![0-9])|[（(][0-9]{1,2}[）)]|第[一二三四五六七八九十]{1,3}[，、,：:]|[①-⑩])/u;
const SPEAKER = /^([^\s，。、！？,：:“”]{1,8})[：:]/u;

/** Who may speak at the beginning of a text: what stands before its first colon. */
export function speakerAt(text: string): string | undefined {
  return SPEAKER.exec(text.slice(0, OPENING))?.[1];
}

/**
 * How a text begins that begins as only a paragraph does.
 * @param text in simplified characters
 * @param speakers who speaks more than once on the page
 */
export function startOf(text: string, speakers: ReadonlySet<string>): Start | undefined {
  const opening = text.slice(0, OPENING);
  if (STORY.test(opening) || SENT_ON.test(opening)) return 'story';
  if (NUMBERED.test(opening)) return 'numbered';
  const speaker = speakerAt(opening);
  return speaker !== undefined && speakers.has(speaker) ? 'speaker' : undefined;
}
