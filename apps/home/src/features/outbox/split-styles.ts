/** A mail's HTML with its styles taken off: each attribute kept under another name, and the text of its style elements. */
export interface PlainLetter {
  html: string
  sheet: string
}

export const styleKey = 'data-letter-style'

/**
 * Takes the styles off a mail, so that a page whose policy refuses inline styles can parse it in peace and set them
 * again through the style object.
 *
 * @example
 * splitStyles('<style>p{color:red}</style><p style="margin:0">style="x"</p>')
 * // { html: '<p data-letter-style="margin:0">style="x"</p>', sheet: 'p{color:red}' }
 */
export function splitStyles(html: string): PlainLetter {
  const sheets: string[] = []
  const withoutSheets = html.replace(/<style\b[^>]*>([\s\S]*?)<\/style>/gi, (_all, text: string) => {
    sheets.push(text)
    return ''
  })
  const plain = withoutSheets.replace(/<[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/gi, tag =>
    tag.replace(/(\s)style(\s*=)/gi, `$1${styleKey}$2`),
  )
  return { html: plain, sheet: sheets.join('\n') }
}
