import { isArray, isDoc } from '../values/types.ts'

/** The top-level fields an expression reads, or undefined if it may read any. */
export function fieldsOfExpression(expression: unknown, fields = new Set<string>()): Set<string> | undefined {
  if (typeof expression === 'string') {
    if (expression.startsWith('$$ROOT') || expression.startsWith('$$CURRENT')) return undefined
    if (expression.startsWith('$') && !expression.startsWith('$$'))
      fields.add(expression.slice(1).split('.')[0] as string)
    return fields
  }
  if (isArray(expression))
    return expression.every(item => fieldsOfExpression(item, fields)) ? fields : undefined
  if (!isDoc(expression)) return fields
  if ('$getField' in expression) return undefined
  return Object.values(expression).every(item => fieldsOfExpression(item, fields)) ? fields : undefined
}
