import type { BSONRegExp } from 'bson'
import { badValue, located, refused } from '../errors.ts'

const MAX_PATTERN = 1000
const MAX_REPEATS = 8
const IDENTITY = /[\^$\\.*+?()[\]{}|/]/

/**
 * Translates a PCRE pattern into a JavaScript one that matches the same texts, or refuses it. Patterns that can take
 * exponential time (a repeated group that repeats or branches inside) are refused too.
 */
export function toRegExp(pattern: string, options: string): RegExp {
  if (/[^imsxu]/.test(options)) throw located(51108, `invalid flag in regex options: ${options}`)
  if (options.includes('x')) throw refused("the regular expression option 'x'")
  if (pattern.length > MAX_PATTERN)
    throw refused(`a regular expression longer than ${MAX_PATTERN} characters`)
  if (pattern.includes('\0')) throw badValue('Regular expression cannot contain an embedded null byte')
  const inline = /^\(\?([ims]+)\)/.exec(pattern)
  const flags = options + (inline?.[1] ?? '')
  const source = new Translation(inline ? pattern.slice(inline[0].length) : pattern, flags).run()
  try {
    return new RegExp(source, flags.includes('i') ? 'iu' : 'u')
  } catch (error) {
    throw located(51091, `Regular expression is invalid: ${(error as Error).message}`)
  }
}

export const compileRegex = (regex: BSONRegExp) => toRegExp(regex.pattern, regex.options)

/** The plain text every match of an anchored, case-sensitive pattern begins with. */
export function literalPrefix(regex: BSONRegExp): string | undefined {
  if (/[imx]/.test(regex.options)) return undefined
  const literal = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[\^$\\.*+?()[\]{}|/-])+)/.exec(regex.pattern)
  if (!literal || /(?<!\\)\|/.test(regex.pattern)) return undefined
  const [whole, text] = literal as unknown as [string, string]
  const next = regex.pattern[whole.length]
  const certain = next !== undefined && '*?{'.includes(next) ? text.replace(/\\?.$/u, '') : text
  return certain.replace(/\\(.)/g, '$1') || undefined
}

type Group = { repeats: boolean; branches: boolean }

class Translation {
  private at = 0
  private out = ''
  private repeats = 0
  private readonly groups: Group[] = []
  private closed: Group | undefined
  private readonly pattern: string
  private readonly flags: string

  constructor(pattern: string, flags: string) {
    this.pattern = pattern
    this.flags = flags
  }

  run(): string {
    while (this.at < this.pattern.length) this.step(this.pattern[this.at] as string)
    return this.out
  }

  private step(char: string) {
    const closed = this.closed
    this.closed = undefined
    if (char === '\\') return this.escape(false)
    if (char === '[') return this.characterClass()
    if (char === '(') return this.open()
    if (char === ')') {
      this.closed = this.groups.pop()
      const outer = this.groups.at(-1)
      if (outer && this.closed) {
        outer.repeats ||= this.closed.repeats
        outer.branches ||= this.closed.branches
      }
      return this.emit(char)
    }
    if ('*+?{'.includes(char)) return this.quantifier(closed)
    if (char === '|') {
      const group = this.groups.at(-1)
      if (group) group.branches = true
    }
    if (char === '.') return this.emit(this.flags.includes('s') ? '[^]' : '[^\\n]', 1)
    if (char === '^') return this.emit(this.flags.includes('m') ? '(?<![^\\n])' : '^', 1)
    if (char === '$') return this.emit(this.flags.includes('m') ? '(?![^\\n])' : '(?=\\n?$)', 1)
    if (char === ']' || char === '}') return this.emit(`\\${char}`, 1)
    const symbol = String.fromCodePoint(this.pattern.codePointAt(this.at) as number)
    this.emit(symbol, symbol.length)
  }

  private emit(text: string, consumed = text.length) {
    this.out += text
    this.at += consumed
  }

  private open() {
    const head = /^\(\?(?::|=|!|<=|<!|<[A-Za-z_]\w*>)|^\((?![?*])/.exec(this.pattern.slice(this.at))
    if (!head) throw refused('this kind of group in a regular expression')
    this.groups.push({ repeats: false, branches: false })
    this.emit(head[0])
  }

  private quantifier(closed: Group | undefined) {
    const found = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(this.pattern.slice(this.at))
    if (!found) return this.emit('\\{', 1)
    if (this.pattern[this.at + found[0].length] === '+') throw refused('a possessive quantifier')
    const bound = /^\{(\d+)(,?)(\d*)/.exec(found[0])
    const most = bound
      ? bound[2] && !bound[3]
        ? Number.POSITIVE_INFINITY
        : Number(bound[3] || bound[1])
      : undefined
    const unbounded = /^[*+]/.test(found[0]) || (most !== undefined && most > 10)
    if (unbounded) {
      if (closed && (closed.repeats || closed.branches))
        throw refused('a regular expression that repeats a group with repetition or alternatives inside')
      if (++this.repeats > MAX_REPEATS)
        throw refused(`a regular expression with over ${MAX_REPEATS} repetitions`)
      const group = this.groups.at(-1)
      if (group) group.repeats = true
    }
    this.emit(found[0])
  }

  private escape(inClass: boolean) {
    const next = this.pattern[this.at + 1]
    if (next === undefined) throw located(51091, 'Regular expression is invalid: \\ at end of pattern')
    if (next === 's') return this.emit(inClass ? '\\t\\n\\v\\f\\r ' : '[\\t\\n\\v\\f\\r ]', 2)
    if (next === 'S' && !inClass) return this.emit('[^\\t\\n\\v\\f\\r ]', 2)
    if ('dDwWtnrf'.includes(next) || (!inClass && 'bB'.includes(next))) return this.emit(`\\${next}`, 2)
    const hex = /^\\x[\da-fA-F]{2}/.exec(this.pattern.slice(this.at))
    if (hex) return this.emit(hex[0])
    if (/[A-Za-z0-9]/.test(next)) throw refused(`\\${next} in a regular expression`)
    const kept = IDENTITY.test(next) || (inClass && next === '-') ? `\\${next}` : next
    this.emit(kept, 2)
  }

  private characterClass() {
    this.emit('[')
    if (this.pattern[this.at] === '^') this.emit('^')
    if (this.pattern[this.at] === ']') this.emit('\\]', 1)
    while (this.at < this.pattern.length && this.pattern[this.at] !== ']') {
      const char = this.pattern[this.at] as string
      if (char === '\\') this.escape(true)
      else if (/^\[[:.=]/.test(this.pattern.slice(this.at)))
        throw refused('a POSIX class in a regular expression')
      else {
        const symbol = String.fromCodePoint(this.pattern.codePointAt(this.at) as number)
        this.emit(symbol === '[' ? '\\[' : symbol, symbol.length)
      }
    }
    this.emit(']', 1)
  }
}
