/**
 * Traditional characters of the trade's words and the simplified ones that stand for them, so that each word list
 * is written once. Only characters that never stand for themselves in simplified text; one unit for one unit, so that
 * places in the folded text are places in the text.
 */
const PAIRS =
  '記记報报訊讯電电聞闻攝摄責责編编輯辑專专欄栏轉转圖图國国際际綜综評评論论號号總总價价員员實实習习約约見见駐驻時时導导據据聯联網网視视環环華华閣阁標标題题監监審审對对統统籌筹畫画劃划製制訂订郵邮遞递廣广啟启啓启聲声讀读來来問问農农曆历經经濟济' +
  '財财體体衛卫會会務务類类觀观點点調调簡简訪访談谈話话優优聽听門门區区縣县鄉乡鎮镇灣湾東东馬马開开關关發发歷历圍围園园學学術术藝艺樂乐劇剧場场業业產产勞劳動动黨党團团軍军戰战爭争議议選选舉举辦办處处長长張张陳陈劉刘楊杨趙赵黃黄吳吴孫孙馮冯鄧邓' +
  '許许韓韩蕭萧鄭郑謝谢葉叶蘇苏盧卢賈贾鍾钟薑姜譚谭陸陆範范羅罗龔龚嚴严賴赖顧顾龍龙萬万錢钱湯汤週周續续緊紧頁页訴诉訟讼遺遗證证書书達达應应該该個个們们這这與与後后為为爲为於于裡里裏里說说還还過过給给從从當当樣样進进請请變变讓让認认識识麼么幾几' +
  '間间將将無无現现樓楼車车兩两億亿畝亩銀银鐵铁橋桥島岛廠厂爾尔灘滩溝沟壩坝';

/** The simplified character of a traditional one by its code, 0 for all others: one array read a character. */
const FOLD = new Uint16Array(0x10000);
const UNFOLD = new Map<string, string>();
for (let at = 0; at + 1 < PAIRS.length; at += 2) {
  FOLD[PAIRS.charCodeAt(at)] = PAIRS.charCodeAt(at + 1);
  UNFOLD.set(PAIRS[at + 1] ?? '', PAIRS[at] ?? '');
}

/** Characters that are put together in one call; an engine allows some ten thousand arguments. */
const CHUNK = 4096;

/** The text with simplified characters for the traditional ones of the word lists, each in its place. */
export function simplified(text: string): string {
  let first = 0;
  while (first < text.length && FOLD[text.charCodeAt(first)] === 0) first++;
  if (first === text.length) return text;
  const parts = [text.slice(0, first)];
  const codes: number[] = [];
  for (let at = first; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const folded = FOLD[code] ?? 0;
    codes.push(folded === 0 ? code : folded);
    if (codes.length === CHUNK) parts.push(String.fromCharCode(...codes.splice(0)));
  }
  parts.push(String.fromCharCode(...codes));
  return parts.join('');
}

/** A word of the lists as traditional papers write it. */
export function traditional(word: string): string {
  return Array.from(word, (char) => UNFOLD.get(char) ?? char).join('');
}
