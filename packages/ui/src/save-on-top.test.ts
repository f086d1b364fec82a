import { expect, test } from '@jest/globals'
import { ApiError } from './api-error.ts'
import { Clash, saveOnTop } from './save-on-top.ts'

interface Stored {
  revision: number
  role: string
  languages: string[]
}
const base: Stored = { revision: 1, role: 'Planner', languages: ['vi'] }
const conflict = (current: Stored) =>
  new ApiError({ code: 'revision_conflict', message: '', requestId: null, data: { current } })
const readCurrent = (data: unknown) => (data as { current: Stored }).current

/** A server at this state. */
function server(current: Stored) {
  const seen: number[] = []
  const send = async (revision: number) => {
    seen.push(revision)
    if (revision !== current.revision) throw conflict(current)
    return revision
  }
  return { seen, send }
}

test('other fields that somebody changed meanwhile are left as they are', async () => {
  const { seen, send } = server({ revision: 3, role: 'Planner', languages: ['vi', 'en'] })
  await saveOnTop({ base, changes: { role: 'Owner' }, send, readCurrent })
  expect(seen).toEqual([1, 3])
})

test('the same field is the person’s to decide', async () => {
  const current = { revision: 2, role: 'Director', languages: ['vi'] }
  const saved = saveOnTop({ base, changes: { role: 'Owner' }, send: server(current).send, readCurrent })
  await expect(saved).rejects.toEqual(new Clash(current, ['role']))
  await expect(saved).rejects.toMatchObject({ clashing: ['role'], current })
})

test('two who wrote the same agree', async () => {
  const { seen, send } = server({ revision: 2, role: 'Owner', languages: ['vi'] })
  await saveOnTop({ base, changes: { role: 'Owner' }, send, readCurrent })
  expect(seen).toEqual([1, 2])
})

test('another refusal is none of this', async () => {
  const refusal = new ApiError({ code: 'not_found', message: '', requestId: null })
  const saved = saveOnTop({ base, changes: {}, send: () => Promise.reject(refusal), readCurrent })
  await expect(saved).rejects.toBe(refusal)
})
