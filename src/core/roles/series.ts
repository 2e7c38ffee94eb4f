import { pageNumber } from './jumpLine';

/** 第一招 and what it says. What is counted is a step of an article's; papers, meetings and pages (第3版, 第五届) are no series of subheads. */
const COUNTED = /^第([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})([招步关问点计式则章节回讲课篇站幕集组类种轮条项天])/u;
/** A label of two to four characters with a number behind it: 故事一, 镜头2：, 误区三 …. */
const LABELLED = /^(\p{Script=Han}{2,4}?)([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})(?:$|[\s：:、，,．.—])/u;

/** A line's place in a series of subheads. */
export interface Place {
  /** What the lines of the series have in common: 第…招, 故事…. */
  readonly series: string;
  readonly number: number;
}

/**
 * The series that a line counts itself into, if any. One such line is none yet: others with the next numbers make one.
 * @param line without a stop at its end, in simplified characters
 */
export function placeInSeries(line: string): Place | undefined {
  const counted = COUNTED.exec(line);
  if (counted !== null) return placeOf(`第${counted[2] ?? ''}`, counted[1]);
  const labelled = LABELLED.exec(line);
  return labelled === null ? undefined : placeOf(labelled[1] ?? '', labelled[2]);
}

function placeOf(series: string, printed = ''): Place | undefined {
  const number = pageNumber(printed);
  return number === undefined ? undefined : { series, number };
}
