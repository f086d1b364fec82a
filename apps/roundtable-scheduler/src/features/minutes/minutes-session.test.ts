import { expect, test } from '@jest/globals'
import { applyEdits } from '@sixfold/domain/minutes/apply-edits'
import type { MinutesBlock } from '@sixfold/domain/minutes/blocks'
import fc from 'fast-check'
import type { MinutesSession } from './minutes-session.ts'
import { begunSaving, heard, isSaved, openSession, refused, saved, written } from './minutes-session.ts'

const block = (id: string, text: string): MinutesBlock => ({ id, kind: 'note', text, refId: null })
const textsOf = (blocks: readonly MinutesBlock[]) => blocks.map(({ text }) => text)

test('what was typed while a save was on its way stands on top of the answer', () => {
  let session = written(openSession({ revision: 0, blocks: [] }, 'tab-a'), [block('a', 'One')])
  session = begunSaving(session)
  session = written(session, [block('a', 'One more')])
  session = saved(session, { revision: 2, blocks: [block('h', 'Hers'), block('a', 'One')] })
  expect(textsOf(session.mine)).toEqual(['Hers', 'One more'])
  expect(isSaved(session)).toBe(false)
})

test('news that is old, or comes while a save is on its way, changes nothing', () => {
  const session = openSession({ revision: 3, blocks: [block('a', 'One')] }, 'tab-a')
  expect(heard(session, { revision: 3, blocks: [] })).toBe(session)
  const busy = begunSaving(written(session, [block('a', 'Two')]))
  expect(heard(busy, { revision: 9, blocks: [] })).toBe(busy)
  expect(begunSaving(busy)).toBe(busy)
})

test('what was refused stands on the screen, and goes with the next change as a save of its own', () => {
  const busy = begunSaving(written(openSession({ revision: 0, blocks: [] }, 'tab-a'), [block('a', 'One')]))
  const session = refused(written(busy, [block('a', 'One'), block('b', 'Two')]), 'tab-b')
  expect(session).toMatchObject({ refused: true, sending: null })
  expect(textsOf(session.mine)).toEqual(['One', 'Two'])
  expect(isSaved(session)).toBe(false)
  const news = heard(session, { revision: 4, blocks: [block('h', 'Hers')] })
  expect(textsOf(news.mine).sort()).toEqual(['Hers', 'One', 'Two'])
  const again = begunSaving(written(session, [block('b', 'Two')]))
  expect(again).toMatchObject({ refused: false, sending: { writer: 'tab-b', number: 1 } })
  expect(again.sending?.edits).toEqual([{ op: 'insert', block: block('b', 'Two'), after: null }])
})

test('two tabs that write in any order end with the same minutes, and every line of both', () => {
  const step = fc.record({
    who: fc.constantFrom<0 | 1>(0, 1),
    what: fc.constantFrom<'write' | 'send' | 'hear'>('write', 'send', 'hear'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), steps => {
      let stored = { revision: 0, blocks: [] as readonly MinutesBlock[] }
      const tabs: [MinutesSession, MinutesSession] = [
        openSession(stored, 'tab-a'),
        openSession(stored, 'tab-b'),
      ]
      const lines: string[] = []
      const send = (who: 0 | 1) => {
        tabs[who] = begunSaving(tabs[who])
        const { sending } = tabs[who]
        if (!sending) return
        stored = { revision: stored.revision + 1, blocks: applyEdits(stored.blocks, sending.edits) }
        tabs[who] = saved(tabs[who], stored)
      }
      for (const [at, { who, what }] of steps.entries()) {
        if (what === 'send') send(who)
        else if (what === 'hear') tabs[who] = heard(tabs[who], stored)
        else {
          lines.push(`line ${at}`)
          tabs[who] = written(tabs[who], [...tabs[who].mine, block(`b${at}`, `line ${at}`)])
        }
      }
      send(0)
      send(1)
      for (const who of [0, 1] as const) tabs[who] = heard(tabs[who], stored)
      expect(tabs[0].mine).toEqual(tabs[1].mine)
      expect(textsOf(stored.blocks).sort()).toEqual(lines.sort())
    }),
  )
})
