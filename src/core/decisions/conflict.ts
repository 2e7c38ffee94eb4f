/**
 * The two sides of a file that holds git's conflict marks, each whole: what both share, and its own part of each conflict.
 * @returns `undefined` where there are no such marks
 */
export function sidesOf(text: string): readonly [string, string] | undefined {
  if (!/^<{7} /mu.test(text)) return undefined;
  const ours: string[] = [];
  const theirs: string[] = [];
  let part: 'both' | 'ours' | 'base' | 'theirs' = 'both';
  for (const line of text.split('\n')) {
    const mark = line.slice(0, 7);
    if (part === 'both' && mark === '<<<<<<<') part = 'ours';
    else if (part === 'ours' && mark === '|||||||') part = 'base';
    else if ((part === 'ours' || part === 'base') && mark === '=======') part = 'theirs';
    else if (part === 'theirs' && mark === '>>>>>>>') part = 'both';
    else {
      if (part === 'both' || part === 'ours') ours.push(line);
      if (part === 'both' || part === 'theirs') theirs.push(line);
    }
  }
  return [ours.join('\n'), theirs.join('\n')];
}
