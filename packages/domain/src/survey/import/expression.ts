/** What a condition of another tool says: variables compared with values, joined. */
export type Expression = { op: 'and' | 'or'; of: Expression[] } | { op: 'not'; of: Expression } | Compared

/** One variable compared with values. */
export interface Compared {
  op: Comparison
  name: string
  values: readonly Value[]
}

export type Value = string | number | boolean

export type Comparison =
  | 'eq'
  | 'ne'
  | 'gt'
  | 'ge'
  | 'lt'
  | 'le'
  | 'empty'
  | 'notempty'
  | 'anyof'
  | 'allof'
  | 'noneof'

/** `braces`: variables stand in `{}` and bare words are values (SurveyJS). `bare`: variables are bare words (LimeSurvey). */
export type Dialect = 'braces' | 'bare'

const LONGEST = 10_000
const DEEPEST = 40
const MOST_TOKENS = 2_000

type Token = { kind: 'name' | 'word' | 'sign'; text: string } | { kind: 'value'; value: Value }

/**
 * Reads a condition of SurveyJS or LimeSurvey; nothing is ever carried out. Null for everything beyond comparisons of a
 * variable with values, such as sums, functions and comparisons of two variables.
 *
 * @example readExpression("{car} contains 'vw' and {age} >= 18", 'braces')
 * // { op: 'and', of: [{ op: 'anyof', name: 'car', values: ['vw'] }, { op: 'ge', name: 'age', values: [18] }] }
 * @example readExpression('Q1.NAOK == "A1"', 'bare') // { op: 'eq', name: 'Q1', values: ['A1'] }
 */
export function readExpression(source: string, dialect: Dialect): Expression | null {
  if (source.length > LONGEST) return null
  const tokens = tokensOf(source, dialect)
  if (!tokens || tokens.length === 0 || tokens.length > MOST_TOKENS) return null
  let at = 0
  let depth = 0

  const sign = (...signs: string[]): string | null => {
    const token = tokens[at]
    if (token?.kind !== 'sign' && token?.kind !== 'word') return null
    const text = token.text.toLowerCase()
    if (!signs.includes(text)) return null
    at += 1
    return text
  }

  const joined = (
    op: 'and' | 'or',
    signs: readonly string[],
    next: () => Expression | null,
  ): Expression | null => {
    const of: Expression[] = []
    do {
      const one = next()
      if (!one) return null
      of.push(one)
    } while (sign(...signs))
    return of.length === 1 ? (of[0] ?? null) : { op, of }
  }
  const either = (): Expression | null => joined('or', ['or', '||', '|'], both)
  const both = (): Expression | null => joined('and', ['and', '&&', '&'], one)

  function one(): Expression | null {
    depth += 1
    if (depth > DEEPEST) return null
    const found = single()
    depth -= 1
    return found
  }

  function single(): Expression | null {
    if (sign('!', 'not')) {
      const of = one()
      return of && { op: 'not', of }
    }
    const start = at
    if (sign('(')) {
      const inner = either()
      if (inner && sign(')')) return inner
      at = start
    }
    if (dialect === 'bare' && sign('is_empty', 'empty')) return emptiness()
    return comparison()
  }

  function emptiness(): Expression | null {
    const name = sign('(') ? variable() : null
    return name !== null && sign(')') ? { op: 'empty', name, values: [] } : null
  }

  function variable(): string | null {
    const bracketed = tokens?.[at]?.kind === 'sign' && tokens[at + 1]?.kind === 'name' && sign('(') !== null
    const token = tokens?.[at]
    if (token?.kind !== 'name') return null
    at += 1
    return bracketed && !sign(')') ? null : token.text
  }

  function comparison(): Expression | null {
    const start = at
    const name = variable()
    if (name === null) {
      at = start
      return turned()
    }
    const word = sign(...Object.keys(comparisons))
    if (word === null) return null
    const op = comparisons[word] as Comparison
    if (op === 'empty' || op === 'notempty') return { op, name, values: [] }
    const values = listed()
    if (!values) return null
    const many = op === 'anyof' || op === 'allof' || op === 'noneof'
    // To be exactly such a list is more than one test can ask.
    return many || values.length === 1 ? { op, name, values } : null
  }

  /** `5 < {q}` is `{q} > 5`. */
  function turned(): Expression | null {
    const values = listed()
    const word = values?.length === 1 ? sign(...Object.keys(comparisons)) : null
    const op = word === null ? undefined : mirrored[comparisons[word] ?? '']
    const name = op ? variable() : null
    return op && name !== null && values ? { op, name, values } : null
  }

  function listed(): Value[] | null {
    if (!sign('[')) {
      const value = constant()
      return value === null ? null : [value]
    }
    const values: Value[] = []
    if (sign(']')) return values
    do {
      const value = constant()
      if (value === null) return null
      values.push(value)
    } while (sign(','))
    return sign(']') ? values : null
  }

  function constant(): Value | null {
    const token = tokens?.[at]
    if (token?.kind === 'value') {
      at += 1
      return token.value
    }
    if (sign('true')) return true
    if (sign('false')) return false
    if (dialect !== 'braces' || token?.kind !== 'word') return null
    at += 1
    return token.text
  }

  const whole = either()
  return whole && at === tokens.length ? whole : null
}

const comparisons: Readonly<Record<string, Comparison>> = {
  '=': 'eq',
  '==': 'eq',
  '===': 'eq',
  eq: 'eq',
  equal: 'eq',
  equals: 'eq',
  '!=': 'ne',
  '!==': 'ne',
  '<>': 'ne',
  ne: 'ne',
  notequal: 'ne',
  notequals: 'ne',
  '>': 'gt',
  gt: 'gt',
  greater: 'gt',
  '>=': 'ge',
  ge: 'ge',
  greaterorequal: 'ge',
  '<': 'lt',
  lt: 'lt',
  less: 'lt',
  '<=': 'le',
  le: 'le',
  lessorequal: 'le',
  empty: 'empty',
  notempty: 'notempty',
  contains: 'anyof',
  contain: 'anyof',
  '*=': 'anyof',
  anyof: 'anyof',
  allof: 'allof',
  notcontains: 'noneof',
  notcontain: 'noneof',
  noneof: 'noneof',
}

const mirrored: Readonly<Record<string, Comparison>> = {
  eq: 'eq',
  ne: 'ne',
  gt: 'lt',
  ge: 'le',
  lt: 'gt',
  le: 'ge',
}

const TOKEN =
  /\s+|\{([^{}]{1,200})\}|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(-?\d+(?:\.\d+)?)(?![\w.])|(===|!==|==|!=|<>|>=|<=|\*=|&&|\|\||[=<>!&|()[\],])|([\p{L}_][\p{L}\p{N}_.:-]*|\d+X\d+X\w+)/uy

/** Null where something stands that none of the tokens is, such as a sum. */
function tokensOf(source: string, dialect: Dialect): Token[] | null {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  let end = 0
  while (end < source.length) {
    const found = TOKEN.exec(source)
    if (!found) return null
    end = TOKEN.lastIndex
    const [, braced, single, double, number, sign, word] = found
    const string = single ?? double
    if (braced !== undefined) {
      if (dialect === 'bare') return null
      tokens.push({ kind: 'name', text: braced.trim() })
    } else if (string !== undefined) tokens.push({ kind: 'value', value: string.replace(/\\(.)/g, '$1') })
    else if (number !== undefined) tokens.push({ kind: 'value', value: Number(number) })
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign })
    else if (word !== undefined) tokens.push(wordToken(word, dialect))
  }
  return tokens
}

const BARE_WORDS = /^(and|or|not|eq|ne|gt|ge|lt|le|is_empty|empty|true|false)$/i
const SUFFIX = /\.(NAOK|value|valueNAOK|code)$/i

function wordToken(word: string, dialect: Dialect): Token {
  if (dialect === 'braces' || BARE_WORDS.test(word)) return { kind: 'word', text: word }
  return { kind: 'name', text: word.replace(SUFFIX, '').replace(/\.(NAOK)$/i, '') }
}
