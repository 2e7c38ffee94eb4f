/** Text that Markdown shows as it stands, in a table cell too. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+\-.!|~&$]/g, '\\$&').replace(/\s+/g, ' ');
}
