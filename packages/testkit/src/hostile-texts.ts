/** What has been stored and shown in other products until it ran (R8). */
export const hostileTexts = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus=alert(1) autofocus='",
  '<svg/onload=alert(1)>',
  'javascript:alert(1)',
  '<!--',
  ']]>',
  '{{constructor.constructor("alert(1)")()}}',
  '</textarea><script>alert(1)</script>',
  '</title></style><script>alert(1)</script>',
  '\u2028alert(1)\u2029',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  ') >> /OpenAction << /S /JavaScript /JS (app.alert(1)) >> (',
]

/** The tags of a page or drawing with the names of their attributes: a text that became more than a text changes them. */
export function markupOf(html: string): string[] {
  const tags = html.replaceAll(/<!\[CDATA\[.*?\]\]>/gs, '').match(/<[a-z!/?](?:"[^"]*"|[^">])*>/gi) ?? []
  return tags.map(tag => tag.replaceAll(/="[^"]*"/g, ''))
}
