import { KeyWriter } from './key-encoding.ts'
import { exactDigits } from './numbers.ts'
import { isArray, isDoc, isNumber } from './types.ts'

/** A text that two values share exactly when MongoDB holds them equal. */
export function identityOf(value: unknown): string {
  if (typeof value === 'string') return `s${value}`
  const writer = new KeyWriter()
  writer.value(value)
  const key = writer.finish().toString('latin1')
  return writer.exact ? key : `${key}\u0100${inexactParts(value).join()}`
}

/** The digits of every number that its double does not hold exactly. */
function inexactParts(value: unknown): string[] {
  if (isNumber(value)) return [exactDigits(value)]
  if (isArray(value)) return value.flatMap(inexactParts)
  return isDoc(value) ? Object.values(value).flatMap(inexactParts) : []
}
