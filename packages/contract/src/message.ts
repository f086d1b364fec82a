/** One piece of a compiled ICU message: words as they are, a value, or a choice by a value. */
type Piece =
  | string
  | readonly [name: string]
  | readonly [name: string, type: 'number']
  | readonly [name: string, type: 'plural' | 'select', cases: Readonly<Record<string, CompiledMessage>>]

/** What Lingui's compiler makes of an ICU message. */
export type CompiledMessage = readonly Piece[]

/**
 * A compiled message in words. `#` inside a plural is its number, written as the language writes numbers.
 *
 * @throws RangeError for what no text of ours uses, such as dates: those come as words.
 * @example sayMessage('en', [['n', 'plural', { one: ['#', ' answer'], other: ['#', ' answers'] }]], { n: 3 }) // '3 answers'
 */
export function sayMessage(
  language: string,
  message: CompiledMessage,
  values: Readonly<Record<string, string | number>> = {},
  counted: string | null = null,
): string {
  let said = ''
  for (const piece of message) {
    if (typeof piece === 'string') said += piece === '#' && counted !== null ? counted : piece
    else said += sayValue(language, piece, values, counted)
  }
  return said
}

function sayValue(
  language: string,
  [name, type, cases = {}]: Exclude<Piece, string>,
  values: Readonly<Record<string, string | number>>,
  counted: string | null,
): string {
  const value = values[name] ?? ''
  if (type === undefined) return String(value)
  if (type === 'number') return number(language, value)
  if (type !== 'plural' && type !== 'select') throw new RangeError(`no texts with ${String(type)}`)
  const found =
    cases[value] ??
    (type === 'plural' ? cases[rules(language).select(Number(value))] : undefined) ??
    cases.other ??
    []
  return sayMessage(language, found, values, type === 'plural' ? number(language, value) : counted)
}

const numbers = new Map<string, Intl.NumberFormat>()
const plurals = new Map<string, Intl.PluralRules>()

/** Small whole numbers are written alike in the languages of our texts; a phone takes long to make its first format. */
function number(language: string, value: string | number): string {
  const count = Number(value)
  if (Number.isInteger(count) && count >= 0 && count < 1000) return String(count)
  const format = numbers.get(language) ?? new Intl.NumberFormat(language)
  numbers.set(language, format)
  return format.format(count)
}

function rules(language: string): Intl.PluralRules {
  const found = plurals.get(language) ?? new Intl.PluralRules(language)
  plurals.set(language, found)
  return found
}
