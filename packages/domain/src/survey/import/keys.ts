import { foldText } from '../../text/fold.ts'
import { NONE, OTHER } from '../question.ts'

const LONGEST = 64

/** Gives each thing of one list an id that the contract takes and that no other thing of the list has. */
export interface Keys {
  /** `made`: the id says something else than the name. */
  take(name: string): { id: string; made: boolean }
}

/**
 * @param prefix begins the ids of things whose name holds nothing that an id may hold
 *
 * @example newKeys('q').take('Giao hàng?') // { id: 'giao-hang', made: false }
 */
export function newKeys(prefix: string, reserved: readonly string[] = []): Keys {
  const taken = new Set(reserved)
  const lastOf = new Map<string, number>()
  return {
    take(name) {
      const wanted = keyFrom(name)
      const stem = wanted || prefix
      let id = wanted
      let n = lastOf.get(stem) ?? (wanted ? 1 : 0)
      while (id === '' || taken.has(id)) {
        n += 1
        const end = wanted ? `-${n}` : String(n)
        id = `${stem.slice(0, LONGEST - end.length)}${end}`
      }
      lastOf.set(stem, n)
      taken.add(id)
      return { id, made: id !== wanted }
    },
  }
}

/** Ids of options: answers give two of them to "other" and "none of these". */
export const newOptionKeys = () => newKeys('a', [OTHER, NONE])

function keyFrom(name: string): string {
  return foldText(name.slice(0, 300).toWellFormed())
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^[^a-z0-9]+|-+$/g, '')
    .slice(0, LONGEST)
}
