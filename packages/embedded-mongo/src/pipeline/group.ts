import { located } from '../errors.ts'
import { compileExpression } from '../expressions/compile.ts'
import { identityOf } from '../values/identity.ts'
import { type Doc, isDoc, setField } from '../values/types.ts'
import { type Accumulator, readAccumulator } from './accumulators.ts'
import { gather, type Stage, type StageContext } from './stage.ts'

const GROUP_BYTES = 200

export function groupStage(spec: unknown, { scope, work }: StageContext): Stage {
  if (!isDoc(spec)) throw located(15947, "a group's fields must be specified in an object")
  if (!('_id' in spec)) throw located(15955, 'a group specification must include an _id')
  const id = compileExpression(spec._id, scope)
  const fields = Object.entries(spec)
    .filter(([name]) => name !== '_id')
    .map(([name, value]) => {
      if (name.includes('.')) throw located(40235, `The field name '${name}' cannot contain '.'`)
      const { make, operand } = readAccumulator(name, value)
      return { name, make, operand: compileExpression(operand, scope) }
    })
  return source => {
    const groups = new Map<string, { id: unknown; accumulators: Accumulator[] }>()
    const take = (doc: Doc) => {
      const key = id(doc) ?? null
      const identity = identityOf(key)
      let group = groups.get(identity)
      if (!group) {
        work.hold(GROUP_BYTES + identity.length * 2 + fields.length * 100, '$group')
        group = { id: key, accumulators: fields.map(({ make }) => make(work)) }
        groups.set(identity, group)
      }
      for (let i = 0; i < fields.length; i++) group.accumulators[i]?.add(fields[i]?.operand(doc))
    }
    return gather(take, function* () {
      for (const group of groups.values()) {
        const doc: Doc = { _id: group.id }
        fields.forEach(({ name }, i) => {
          setField(doc, name, group.accumulators[i]?.result())
        })
        yield doc
      }
    })(source)
  }
}
