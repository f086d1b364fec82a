import type { FieldFault } from '@sixfold/contract/errors'
import type { UiLanguage, WordValues } from '@sixfold/contract/words'
import type { $ZodIssue } from 'zod/v4/core'
import type { FieldWordId } from './field-words.ts'
import { fieldWords } from './field-words.ts'

/**
 * zod's issues as one entry per field, in the caller's language. `input` is what was checked: it tells a missing value
 * from a wrong one. What was sent is never repeated.
 */
export function fieldFaults(
  issues: readonly $ZodIssue[],
  language: UiLanguage,
  input?: unknown,
): FieldFault[] {
  const say = fieldWords(language)
  const faults = new Map<string, FieldFault>()
  for (const issue of issues)
    for (const path of pathsOf(issue)) {
      const [id, values] = wordFor(issue, valueAt(input, issue.path))
      if (!faults.has(path)) faults.set(path, { path, message: say(id, values) })
    }
  return [...faults.values()]
}

/** Keys that do not belong are named one by one: each is a field that somebody sent. */
function pathsOf(issue: $ZodIssue): string[] {
  const path = issue.path.map(String)
  if (issue.code !== 'unrecognized_keys') return [path.join('.')]
  return issue.keys.map(key => [...path, key].join('.'))
}

function wordFor(issue: $ZodIssue, value: unknown): [FieldWordId, WordValues?] {
  if (issue.code === 'unrecognized_keys') return ['unknown']
  if (value === undefined) return ['missing']
  switch (issue.code) {
    case 'too_small':
      return [sizeWord(issue.origin, 'small'), { n: Number(issue.minimum) }]
    case 'too_big':
      return [sizeWord(issue.origin, 'big'), { n: Number(issue.maximum) }]
    case 'invalid_value':
      return ['choice', { values: issue.values.map(String).join(', ') }]
    case 'invalid_format':
      return [formatWords[issue.format] ?? 'format']
    case 'invalid_type':
      return [typeWords[issue.expected] ?? 'other']
    default:
      return ['other']
  }
}

function sizeWord(origin: string, end: 'small' | 'big'): FieldWordId {
  if (origin === 'string') return `text_${end}`
  if (origin === 'array' || origin === 'set') return `list_${end}`
  return origin === 'file' ? `file_${end}` : `number_${end}`
}

const formatWords: Readonly<Record<string, FieldWordId>> = {
  email: 'email',
  date: 'date',
  datetime: 'instant',
  url: 'url',
}

const typeWords: Readonly<Record<string, FieldWordId>> = {
  string: 'text',
  number: 'number',
  int: 'number',
  boolean: 'boolean',
  array: 'list',
  object: 'object',
}

/** Undefined also where the way to it ends early; `null` for an input that is not known. */
function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  if (input === undefined && path.length === 0) return null
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    input,
  )
}
