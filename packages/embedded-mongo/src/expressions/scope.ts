import type { Doc } from '../values/types.ts'

/** The variables an expression may name: fixed values (`let`, `NOW`) and locals that `$map` and its like bind. */
export type Scope = { readonly values: Readonly<Doc>; readonly locals: ReadonlySet<string> }
/** The current values of the locals. */
export type Locals = Doc
export type Expression = (root: unknown, locals?: Locals) => unknown

export const emptyScope: Scope = { values: {}, locals: new Set() }

export const withValues = (scope: Scope, values: Doc): Scope => ({
  ...scope,
  values: { ...scope.values, ...values },
})

export const withLocals = (scope: Scope, names: readonly string[]): Scope => ({
  ...scope,
  locals: new Set([...scope.locals, ...names]),
})
