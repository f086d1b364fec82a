import { Parser } from 'htmlparser2'

export interface CleanedText {
  text: string
  /** Mark-up was taken off. */
  cleaned: boolean
  /** Something that would have run was among it. */
  script: boolean
  /** Something to look at was among it. */
  picture: boolean
}

// A bracket within ends the search for the closing one: without that, a text of opening ones alone would take for ever.
const MARKUP = /<[a-z!/?][^<>]*>|<(script|style|svg)|&(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i
/** Elements within elements; the parser's time grows with the square of it, and no text is nested so deep. */
const DEEPEST = 300
const tooDeep = Symbol('nested too deep')
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'svg', 'math', 'object'])
const RUNS = new Set(['script', 'iframe', 'object', 'embed', 'applet', 'form', 'meta', 'base', 'link'])
const LOOKS = new Set(['img', 'picture', 'video', 'audio', 'canvas', 'svg', 'source'])
const BREAKS = new Set(
  'address article aside blockquote br dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
)

/**
 * The words of a text that may be HTML: tags dropped, entities decoded, scripts and styles gone, a link's address in
 * brackets behind its words, blocks on lines of their own. A text without mark-up stays as it is.
 *
 * @example withoutMarkup('<p>See <a href="https://a.example">the list</a> &amp; ask</p>').text // 'See the list (https://a.example) & ask'
 * @example withoutMarkup('Price < 5').text // 'Price < 5'
 */
export function withoutMarkup(source: string): CleanedText {
  if (!MARKUP.test(source)) return { text: tidy(source), cleaned: false, script: false, picture: false }
  let script = false
  let picture = false
  let silent = 0
  let depth = 0
  let text = ''
  const links: { address: string; from: number }[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1
      if (depth > DEEPEST) throw tooDeep
      if (RUNS.has(name) || Object.keys(attributes).some(one => one.startsWith('on'))) script = true
      if (/^\s*(javascript|vbscript|data):/i.test(attributes.href ?? '')) script = true
      if (LOOKS.has(name)) picture = true
      if (SILENT.has(name)) silent += 1
      if (silent > 0) return
      if (name === 'img' && attributes.alt) text += attributes.alt
      if (name === 'a') links.push({ address: attributes.href ?? '', from: text.length })
      if (name === 'li') text += '\n- '
      else if (BREAKS.has(name)) text += '\n'
      else if (name === 'td' || name === 'th') text += ' '
    },
    ontext(words) {
      if (silent === 0) text += words.replace(/[\t\r ]+/g, ' ')
    },
    onclosetag(name) {
      depth -= 1
      if (SILENT.has(name)) silent = Math.max(0, silent - 1)
      if (silent > 0) return
      if (name === 'a') {
        const link = links.pop()
        if (
          link &&
          /^(https?:|mailto:|tel:)/i.test(link.address) &&
          !text.slice(link.from).includes(link.address)
        )
          text += ` (${link.address})`
      } else if (BREAKS.has(name) && name !== 'br') text += '\n'
    },
  })
  try {
    parser.write(source)
    parser.end()
  } catch (error) {
    if (error !== tooDeep) throw error
    return { text: tidy(source.replace(/<[^<>]*>?/g, ' ')), cleaned: true, script, picture }
  }
  return { text: tidy(text), cleaned: true, script, picture }
}

/** Well-formed, composed, without control characters and surplus space. */
function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u2028\u2029\ufeff\u200b\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .normalize('NFC')
}
