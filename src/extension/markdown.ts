import { visible } from '../core';

/** Text that Markdown shows as it stands, in a table cell too: no mark, no tag, no entity, and no link, for addresses are not made into links either. */
export function escapeMarkdown(text: string): string {
  return visible(text.replace(/\s+/g, ' ')).replace(/[\\`*_{}[\]()<>#+\-.!|~&$:@=^]/g, '\\$&');
}
