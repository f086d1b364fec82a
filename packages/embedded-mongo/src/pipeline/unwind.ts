import { Long } from 'bson'
import { located } from '../errors.ts'
import { checkPath } from '../expressions/compile.ts'
import { PAUSE } from '../store/work.ts'
import { cloneValue, type Doc, getField, isArray, isDoc, isMissing, setField } from '../values/types.ts'
import type { Stage, StageContext } from './stage.ts'

export function unwindStage(spec: unknown, { work }: StageContext): Stage {
  const { path, includeArrayIndex, preserveNullAndEmptyArrays } = isDoc(spec) ? spec : { path: spec }
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw located(28818, "path option to $unwind stage should be prefixed with a '$'")
  if (
    includeArrayIndex !== undefined &&
    (typeof includeArrayIndex !== 'string' || includeArrayIndex === '' || includeArrayIndex.startsWith('$'))
  )
    throw located(28822, 'includeArrayIndex option to $unwind stage should be a field name')
  const parts = checkPath(path.slice(1))
  const indexParts = typeof includeArrayIndex === 'string' ? checkPath(includeArrayIndex) : undefined
  const put = (doc: Doc, value: unknown, index: unknown) => {
    const changed = value === undefined ? doc : replaceAt(doc, parts, value)
    return indexParts ? replaceAt(changed, indexParts, index) : changed
  }
  return function* (source) {
    for (const doc of source) {
      if (doc === PAUSE) {
        yield doc
        continue
      }
      const value = valueAt(doc, parts)
      if (!isArray(value)) {
        if (!isMissing(value) || preserveNullAndEmptyArrays === true) yield put(doc, undefined, null)
        continue
      }
      if (value.length === 0 && preserveNullAndEmptyArrays === true)
        yield put(removeAt(doc, parts), undefined, null)
      for (let i = 0; i < value.length; i++) {
        yield put(doc, value[i] ?? null, Long.fromNumber(i))
        if (work.step()) yield PAUSE
      }
    }
  }
}

function valueAt(value: unknown, parts: readonly string[]): unknown {
  return parts.reduce<unknown>((at, part) => (isDoc(at) ? getField(at, part) : undefined), value)
}

/** A copy of the document with another value at a path; what lies beside is shared. */
export function replaceAt(doc: Doc, [part, ...rest]: readonly string[], value: unknown): Doc {
  const copy: Doc = { ...doc }
  if (part === undefined) return copy
  const inner = getField(doc, part)
  setField(copy, part, rest.length === 0 ? value : replaceAt(isDoc(inner) ? inner : {}, rest, value))
  return copy
}

function removeAt(doc: Doc, parts: readonly string[]): Doc {
  const copy = cloneValue(doc) as Doc
  const holder = valueAt(copy, parts.slice(0, -1))
  if (isDoc(holder)) delete holder[parts.at(-1) as string]
  return copy
}
