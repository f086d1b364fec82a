import { visit } from 'jsonc-parser'
import { placeIn, SurveyFileRefusal } from './refusal.ts'

/** Deeper than any survey is nested: panels in panels. */
const DEEPEST = 60

/** Reads JSON that anybody may have written: depth is looked at before anything is read, faults are named by line and column. */
export function readJson(text: string): unknown {
  const deep = placeTooDeep(text)
  if (deep !== null) throw new SurveyFileRefusal('too_deep', { at: placeIn(text, deep) })
  try {
    return JSON.parse(text)
  } catch {
    throw new SurveyFileRefusal('broken_json', { at: placeIn(text, firstFault(text)) })
  }
}

/** Where a bracket opens that is one too deep; strings are passed over. */
function placeTooDeep(text: string): number | null {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (quoted) {
      if (sign === 0x5c) at += 1
      else if (sign === 0x22) quoted = false
    } else if (sign === 0x22) quoted = true
    else if (sign === 0x5b || sign === 0x7b) {
      depth += 1
      if (depth > DEEPEST) return at
    } else if (sign === 0x5d || sign === 0x7d) depth -= 1
  }
  return null
}

/** `JSON.parse` does not always say where it stopped. */
function firstFault(text: string): number {
  let first = text.length
  visit(
    text,
    {
      onError: (_code, offset) => {
        first = Math.min(first, offset)
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  )
  return first
}
