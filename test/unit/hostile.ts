/**
 * What a headline, a byline, a figure or the name of a file may hold, and no format, view or terminal may take for its own: Markdown, HTML, XML, YAML,
 * CSV formulas, templates, paths, names of devices, links, icons, control characters, marks of direction, halves of characters. One table for all tests.
 */
export const hostile: readonly string[] = [
  '=HYPERLINK("http://x.invalid","点我")', '+1+1', '-2-3', '@SUM(A1:A9)', '＝1＋1', '\t=1', "=cmd|'/c calc'!A0", ';=1+1', '%0a=1+1',
  '<script>alert(1)</script>', '</script><img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '<!-- 注 -->', ']]>', '--->->', '&lt;b&gt; &copy; &#60;', '"引号"与\'引号\'',
  '# 标题', '标题 ##', '####', '- 项目', '1. 项目', '2) 项目', '> 引文', '---', '***', '___', '===', '```js', '~~~', '| a | b |', '    缩进', ': 释义',
  '*斜* **粗** _斜_ ~~删~~ `码`', '[链接](javascript:alert(1))', '[点我](command:workbench.action.quit)', '![图](x)', '[^1]', '$x^2$', '{{ page.title }}', '{% raw %}', 'a\\b', '行尾\\',
  'https://x.invalid/甲 www.x.invalid 甲@x.invalid', '<https://x.invalid>', '[甲]: https://x.invalid', '[x]', '|', '\\',
  'yes', 'null', '2024-09-26', '0x1F', '!!python/object:os.system', '&anchor *alias', '% directive', '? key : value # 注', '"', '\'', '\\u0041', '...', '{"a":[1]}',
  '__proto__', 'constructor', '$&$1$`', '{0}{1}', '${env:HOME}', '$(trash)', '$(sync~spin) 甲 \\$(trash)',
  '../../x', '..\\..\\x', '/etc/passwd', 'C:\\x:y', 'CON', 'nul.txt', 'com1', '甲. . .', ' . ', '..', '~/x', '-rf', '版'.repeat(300),
  '\u202e倒写\u202c', '\u2066孤立', '\u200f右起', '\u061c甲', '零\u200b宽', '\u0085\u2028\u2029', '\u0000\u0001\u000b\u001f', '\ufffe\uffff', '\ud83d半\ude00', '𠮷野家', '👨\u200d👩\u200d👧🇨🇳', 'e\u0301',
  '\u001b[31m红\u001b[2J\u001b]0;甲\u0007', '\u009b2J', '\b\b\b\r甲', '\r\n# 下一行',
];
