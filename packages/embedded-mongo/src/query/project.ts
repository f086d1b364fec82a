import { badValue, located } from '../errors.ts'
import { compileExpression } from '../expressions/compile.ts'
import { type Expression, emptyScope, type Scope } from '../expressions/scope.ts'
import type { Found } from '../values/paths.ts'
import { type Doc, getField, isArray, isDoc, isNumber, isTrue, setField, toNumber } from '../values/types.ts'
import type { Matcher } from './condition.ts'
import { itemTest } from './match.ts'

export type Projector = (doc: Doc) => Doc
type Change = (value: unknown, doc: Doc) => unknown
type Node =
  | { kind: 'branch'; children: Map<string, Node> }
  | { kind: 'include' | 'exclude' }
  | { kind: 'computed'; expression: Expression }
  | { kind: 'change'; change: Change; includes: boolean }
type Branch = Extract<Node, { kind: 'branch' }>

const branch = (): Branch => ({ kind: 'branch', children: new Map() })

/** What only `find` may use: the filter's matcher for `field.$`, and `$slice` and `$elemMatch` as projections. */
export type FindContext = { matcher: Matcher }

export function compileProjection(
  spec: unknown,
  scope: Scope = emptyScope,
  find?: FindContext,
): Projector | undefined {
  if (!isDoc(spec)) throw located(15969, '$project specification must be an object')
  if (Object.keys(spec).length === 0) {
    if (find) return undefined
    throw located(
      51272,
      'Invalid $project :: caused by :: projection specification must have at least one field',
    )
  }
  const root = branch()
  for (const [path, value] of Object.entries(spec)) addNode(root, path, value, scope, find)
  const id = root.children.get('_id')
  const kinds = [...root.children]
    .filter(([name, node]) => name !== '_id' || node.kind === 'branch')
    .flatMap(([, node]) => leaves(node))
  const excludes = kinds.includes('exclude')
  if (excludes && kinds.some(kind => kind === 'include' || kind === 'computed'))
    throw located(31254, 'Cannot do exclusion and inclusion in one projection')
  const exclusive =
    excludes ||
    (!kinds.includes('include') &&
      !kinds.includes('computed') &&
      id?.kind !== 'include' &&
      id?.kind !== 'computed')
  if (exclusive) return doc => excluded(doc, root, doc) as Doc
  if (!id) root.children.set('_id', { kind: 'include' })
  return doc => setComputed(included(doc, root, doc) as Doc, root, doc) as Doc
}

function leaves(node: Node): ('include' | 'exclude' | 'computed' | 'neutral')[] {
  if (node.kind === 'branch') return [...node.children.values()].flatMap(leaves)
  if (node.kind === 'change') return [node.includes ? 'include' : 'neutral']
  return [node.kind]
}

/** The stage `$addFields`: sets fields in place, through documents and arrays. */
export function compileAddFields(spec: unknown, scope: Scope): Projector {
  if (!isDoc(spec)) throw located(40272, '$addFields specification stage must be an object')
  const root = branch()
  const add = (path: string, value: unknown) => {
    if (isDoc(value) && !Object.keys(value).some(name => name.startsWith('$'))) {
      if (Object.keys(value).length === 0)
        throw located(40180, `an empty object is not a valid value. Found empty object at path ${path}`)
      for (const [name, item] of Object.entries(value)) add(`${path}.${name}`, item)
    } else place(root, path, { kind: 'computed', expression: compileExpression(value, scope) })
  }
  for (const [path, value] of Object.entries(spec)) add(path, value)
  return doc => setComputed(doc, root, doc) as Doc
}

/** The stage `$unset`. */
export function compileUnset(spec: unknown): Projector {
  const root = branch()
  for (const path of isArray(spec) ? spec : [spec]) {
    if (typeof path !== 'string' || path === '')
      throw located(31002, '$unset specification must be a string or an array of strings')
    place(root, path, { kind: 'exclude' })
  }
  return doc => excluded(doc, root, doc) as Doc
}

function place(root: Branch, path: string, leaf: Node) {
  const parts = path.split('.')
  let node = root
  parts.forEach((part, i) => {
    if (part === '') throw located(40353, 'FieldPath must not contain empty parts')
    if (part.startsWith('$'))
      throw located(16410, `FieldPath field names may not start with '$'. Found: ${part}`)
    const known = node.children.get(part)
    const last = i === parts.length - 1
    if (known && (last || known.kind !== 'branch')) throw located(31249, `Path collision at ${path}`)
    const next = last ? leaf : ((known as Branch | undefined) ?? branch())
    node.children.set(part, next)
    if (next.kind === 'branch') node = next
  })
}

function addNode(root: Branch, path: string, value: unknown, scope: Scope, find: FindContext | undefined) {
  if (isDoc(value)) {
    const [operator] = Object.keys(value)
    if (operator === undefined)
      throw located(51270, `An empty sub-projection is not a valid value. Found empty object at path ${path}`)
    if (!operator.startsWith('$')) {
      for (const [name, item] of Object.entries(value)) addNode(root, `${path}.${name}`, item, scope, find)
      return
    }
    if (find && operator === '$slice' && !(isArray(value.$slice) && !value.$slice.every(isNumber)))
      return place(root, path, { kind: 'change', change: sliced(value.$slice), includes: false })
    if (find && operator === '$elemMatch') {
      if (!isDoc(value.$elemMatch)) throw badValue('elemMatch: Invalid argument, object required')
      const test = itemTest(value.$elemMatch, scope)
      const change: Change = item => {
        const first = isArray(item) ? item.find(test) : undefined
        return first === undefined ? undefined : [first]
      }
      return place(root, path, { kind: 'change', change, includes: true })
    }
    return place(root, path, { kind: 'computed', expression: compileExpression(value, scope) })
  }
  if (typeof value !== 'boolean' && !isNumber(value))
    return place(root, path, { kind: 'computed', expression: compileExpression(value, scope) })
  if (find && path.endsWith('.$'))
    return place(root, path.slice(0, -2), {
      kind: 'change',
      change: positional(find.matcher),
      includes: true,
    })
  place(root, path, { kind: isTrue(value) ? 'include' : 'exclude' })
}

function sliced(operand: unknown): Change {
  const numbers = (isArray(operand) ? operand : [operand]).map(value =>
    isNumber(value) ? Math.trunc(toNumber(value)) : Number.NaN,
  )
  const [first, second] = numbers as [number, number?]
  if (numbers.some(Number.isNaN) || numbers.length > 2) throw located(28667, 'Invalid $slice syntax')
  if (second !== undefined && second <= 0)
    throw located(28724, `First argument to $slice must be an array, or the limit positive: ${second}`)
  return value => {
    if (!isArray(value)) return value
    if (second === undefined) return first < 0 ? value.slice(first) : value.slice(0, first)
    const start = first < 0 ? Math.max(0, value.length + first) : first
    return value.slice(start, start + second)
  }
}

const positional =
  (matcher: Matcher): Change =>
  (value, doc) => {
    if (!isArray(value)) return value
    const found: Found = {}
    matcher(doc, found)
    if (found.index === undefined || found.index >= value.length)
      throw located(51246, "positional operator '.$' couldn't find a matching element in the array")
    return [value[found.index]]
  }

function included(value: unknown, node: Branch, root: Doc): unknown {
  if (isArray(value)) return value.map(item => included(item, node, root)).filter(item => item !== undefined)
  if (!isDoc(value)) return undefined
  const out: Doc = {}
  for (const name of Object.keys(value)) {
    const child = node.children.get(name)
    if (!child || child.kind === 'computed' || child.kind === 'exclude') continue
    const item = getField(value, name)
    const kept =
      child.kind === 'include'
        ? item
        : child.kind === 'change'
          ? child.change(item, root)
          : included(item, child as Branch, root)
    if (kept !== undefined) setField(out, name, kept)
  }
  return out
}

function excluded(value: unknown, node: Branch, root: Doc): unknown {
  if (isArray(value)) return value.map(item => excluded(item, node, root))
  if (!isDoc(value)) return value
  const out: Doc = {}
  for (const name of Object.keys(value)) {
    const child = node.children.get(name)
    const item = getField(value, name)
    if (child?.kind === 'exclude') continue
    const kept =
      child?.kind === 'branch'
        ? excluded(item, child, root)
        : child?.kind === 'change'
          ? child.change(item, root)
          : item
    if (kept !== undefined) setField(out, name, kept)
  }
  return out
}

const computes = (node: Node): boolean =>
  node.kind === 'computed' || (node.kind === 'branch' && [...node.children.values()].some(computes))

function setComputed(value: unknown, node: Branch, root: Doc): unknown {
  if (isArray(value)) return value.map(item => setComputed(item, node, root))
  const out: Doc = {}
  if (isDoc(value)) for (const [name, item] of Object.entries(value)) setField(out, name, item)
  for (const [name, child] of node.children) {
    if (!computes(child)) continue
    const next =
      child.kind === 'computed'
        ? child.expression(root)
        : setComputed(getField(out, name), child as Branch, root)
    if (next === undefined) delete out[name]
    else setField(out, name, next)
  }
  return out
}
