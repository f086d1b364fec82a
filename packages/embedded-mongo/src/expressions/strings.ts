import { located, refused } from '../errors.ts'
import { regexOf } from '../query/condition.ts'
import { compileRegex } from '../query/regex.ts'
import { compareText } from '../values/compare.ts'
import { isMissing, isNumber, type NumberValue, toNumber } from '../values/types.ts'
import { textFrom } from './conversions.ts'
import {
  argumentsOf,
  binary,
  listed,
  named,
  numberOf,
  type OperatorBuilder,
  type OperatorTable,
  orNull,
  textOf,
  unary,
} from './operator.ts'

const many = Number.POSITIVE_INFINITY
const SPACES = '\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'

/** MongoDB changes the case of ASCII letters only. */
const lower = (text: string) => text.replace(/[A-Z]+/g, letters => letters.toLowerCase())
const upper = (text: string) => text.replace(/[a-z]+/g, letters => letters.toUpperCase())

/** What case and substring operators accept: text, numbers, dates; null becomes the empty text. */
const coerced = (value: unknown) => (isMissing(value) ? '' : textFrom(value))

const wholeOf = (value: unknown, operator: string) => {
  const number = toNumber(numberOf(value, operator))
  if (!Number.isInteger(number)) throw located(34452, `${operator} requires an integer, found ${number}`)
  return number
}

function substringOfPoints(value: unknown, start: unknown, length: unknown): string {
  const from = wholeOf(start, '$substrCP')
  const count = wholeOf(length, '$substrCP')
  if (from < 0 || count < 0) throw located(34453, '$substrCP requires a nonnegative start and length')
  return [...coerced(value)].slice(from, from + count).join('')
}

function substringOfBytes(value: unknown, start: unknown, length: unknown): string {
  const bytes = Buffer.from(coerced(value), 'utf8')
  const from = wholeOf(start, '$substrBytes')
  if (from < 0) throw located(50752, '$substrBytes: starting index must be non-negative')
  const count = wholeOf(length, '$substrBytes')
  const end = count < 0 ? bytes.length : Math.min(bytes.length, from + count)
  const continues = (at: number) => ((bytes[at] ?? 0) & 0xc0) === 0x80
  if (continues(from) || continues(end))
    throw located(28657, '$substrBytes: invalid range, in the middle of a UTF-8 character')
  return bytes.toString('utf8', from, end)
}

const trim =
  (left: boolean, right: boolean): OperatorBuilder =>
  (operand, context) =>
    named(['input'], ['chars'], values => {
      if (isMissing(values.input) || ('chars' in values && isMissing(values.chars))) return null
      const dropped = new Set('chars' in values ? textOf(values.chars, context.operator) : SPACES)
      const points = [...textOf(values.input, context.operator)]
      let start = 0
      let end = points.length
      while (left && start < end && dropped.has(points[start] as string)) start++
      while (right && end > start && dropped.has(points[end - 1] as string)) end--
      return points.slice(start, end).join('')
    })(operand, context)

function indexOfPoint(text: unknown, wanted: unknown, start: unknown = 0, end: unknown = many): unknown {
  if (isMissing(text)) return null
  const points = [...textOf(text, '$indexOfCP')]
  const needle = [...textOf(wanted, '$indexOfCP')]
  const last = Math.min(points.length, isNumber(end) ? toNumber(end as NumberValue) : 0)
  for (let at = wholeOf(start, '$indexOfCP'); at + needle.length <= last; at++)
    if (needle.every((point, i) => points[at + i] === point)) return at
  return -1
}

const replace = (all: boolean) =>
  named(['input', 'find', 'replacement'], [], ({ input, find, replacement }) => {
    if ([input, find, replacement].some(isMissing)) return null
    const [text, wanted, next] = [input, find, replacement].map(value => textOf(value, '$replaceOne')) as [
      string,
      string,
      string,
    ]
    if (wanted === '') throw refused('replacing an empty text')
    return all ? text.replaceAll(wanted, () => next) : text.replace(wanted, () => next)
  })

/** The pattern must be known in advance; one that varies by document is refused. */
const regexMatch: OperatorBuilder = (operand, { operator, scope, compile }) => {
  const { input, regex, options } = argumentsOf(operand, operator, ['input', 'regex'], ['options'])
  if (typeof regex === 'string' && regex.startsWith('$'))
    throw refused('$regexMatch with a pattern read from the document')
  const source = compile(input, scope)
  const pattern = compileRegex(regexOf(regex, options))
  return (root, locals) => {
    const text = source(root, locals)
    return !isMissing(text) && pattern.test(textOf(text, '$regexMatch'))
  }
}

function split(value: unknown, separator: unknown): unknown {
  const by = textOf(separator, '$split')
  if (by === '') throw located(40087, '$split requires a non-empty separator')
  return textOf(value, '$split').split(by)
}

export const stringOperators: OperatorTable = {
  $concat: listed(
    0,
    many,
    orNull((...values) => values.map(value => textOf(value, '$concat')).join('')),
  ),
  $toLower: unary(value => lower(coerced(value))),
  $toUpper: unary(value => upper(coerced(value))),
  $strcasecmp: binary((a, b) => Math.sign(compareText(upper(coerced(a)), upper(coerced(b))))),
  $substr: listed(3, 3, substringOfBytes),
  $substrBytes: listed(3, 3, substringOfBytes),
  $substrCP: listed(3, 3, substringOfPoints),
  $strLenCP: unary(value => [...textOf(value, '$strLenCP')].length),
  $strLenBytes: unary(value => Buffer.byteLength(textOf(value, '$strLenBytes'))),
  $indexOfCP: listed(2, 4, indexOfPoint),
  $split: binary(orNull(split)),
  $trim: trim(true, true),
  $ltrim: trim(true, false),
  $rtrim: trim(false, true),
  $replaceOne: replace(false),
  $replaceAll: replace(true),
  $regexMatch: regexMatch,
}
