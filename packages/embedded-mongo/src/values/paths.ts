import { getField, isArray, isDoc } from './types.ts'

export type Path = readonly string[]
/** Called with each value a path reaches and the index in the outermost array passed through; true stops the walk. */
export type Visit = (value: unknown, arrayIndex: number | undefined) => boolean

const INDEX = /^(0|[1-9]\d*)$/
export const isIndex = (part: string) => INDEX.test(part)
export const splitPath = (path: string): string[] => path.split('.')

/**
 * Walks a dotted path as MongoDB's matcher does: through documents, through every document of an array, and by position
 * where a part is a number. A missing end is visited as `undefined`; an array at the end is visited as a whole.
 */
export function visitPath(value: unknown, path: Path, visit: Visit, at = 0, arrayIndex?: number): boolean {
  if (at === path.length) return visit(value, arrayIndex)
  const part = path[at] as string
  if (isDoc(value)) return visitPath(getField(value, part), path, visit, at + 1, arrayIndex)
  if (!isArray(value)) return visit(undefined, arrayIndex)
  if (isIndex(part) && Number(part) < value.length) {
    const position = Number(part)
    if (visitPath(value[position], path, visit, at + 1, arrayIndex ?? position)) return true
  }
  for (let i = 0; i < value.length; i++)
    if (isDoc(value[i]) && visitPath(value[i], path, visit, at, arrayIndex ?? i)) return true
  return false
}

/** Like `visitPath`, and an array at the end is also visited item by item. */
export function visitLeaves(
  doc: unknown,
  path: Path,
  test: (value: unknown) => boolean,
  found?: Found,
): boolean {
  return visitPath(doc, path, (value, arrayIndex) => {
    if (isArray(value))
      for (let i = 0; i < value.length; i++)
        if (test(value[i])) {
          note(found, arrayIndex ?? i)
          return true
        }
    if (!test(value)) return false
    note(found, arrayIndex)
    return true
  })
}

/** Where the positional operator `$` points after a match. */
export type Found = { index?: number }

export function note(found: Found | undefined, index: number | undefined) {
  if (found && index !== undefined) found.index = index
}

/** Whether any part of a path is a number, which may mean a position or a field name. */
export const hasPosition = (path: string) => path.split('.').some(isIndex)
