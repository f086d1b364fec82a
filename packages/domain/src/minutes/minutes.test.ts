import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { applyEdits } from './apply-edits.ts'
import type { MinutesBlock, MinutesEdit } from './blocks.ts'
import { BLOCK_KINDS, MINUTES_LIMITS } from './blocks.ts'
import { compareMinutes, editsBetween } from './edits-between.ts'
import { mergeText } from './merge-text.ts'

const block = (id: string, text: string): MinutesBlock => ({ id, kind: 'note', text, refId: null })
const write = (id: string, before: string, text: string): MinutesEdit => ({ op: 'write', id, before, text })
const textsOf = (blocks: readonly MinutesBlock[]) => blocks.map(({ text }) => text)

const word = fc.constantFrom('giao', 'hàng', 'on', 'Monday', 'price', 'thứ', 'Bảy')
const sentence = fc.array(word, { maxLength: 6 }).map(words => words.join(' '))
const state = (ids: readonly string[]) =>
  fc.uniqueArray(
    fc.record({
      id: fc.constantFrom(...ids),
      kind: fc.constantFrom(...BLOCK_KINDS),
      text: sentence,
      refId: fc.constantFrom(null, 'r1'),
    }),
    { selector: ({ id }) => id },
  )
/** So many words more: nothing, or so much that two such texts do not fit into one block. */
const length = fc.constantFrom(0, 500, 900)
const long = (words: number) => ' thứ'.repeat(words)
const ids = ['a', 'b', 'c', 'd', 'e', 'f']

describe('two people in one text', () => {
  test('are both heard where their changes lie apart', () => {
    const before = 'Giao hàng thứ Hai, báo giá trước'
    expect(
      mergeText(before, 'Giao hàng cả thứ Hai, báo giá trước', 'Giao hàng thứ Hai, báo giá trước một tuần'),
    ).toBe('Giao hàng cả thứ Hai, báo giá trước một tuần')
    expect(mergeText('one', 'two', 'three')).toBeNull()
  })

  test('whoever is first: the text is the same', () => {
    fc.assert(
      fc.property(sentence, sentence, sentence, (before, one, other) => {
        expect(mergeText(before, one, other)).toBe(mergeText(before, other, one))
        expect(mergeText(before, before, one)).toBe(one)
        expect(mergeText(before, one, one)).toBe(one)
      }),
    )
  })
})

describe('changes of minutes', () => {
  test('of one block by two: both texts stand, the later below', () => {
    const after = applyEdits(
      [block('a', 'Old'), block('b', 'B')],
      [write('a', 'Old', 'Mine'), write('a', 'Old', 'Hers')],
    )
    expect(textsOf(after)).toEqual(['Mine', 'Hers', 'B'])
  })

  test('of one block by two that is too long for both: the later stands below, in its own words', () => {
    const old = 'giao '.repeat(280).trim()
    const mine = `${'Hà '.repeat(900)}${old}`
    const hers = `${old}${' Hội'.repeat(700)}`
    const edits = [write('a', old, mine), write('a', old, hers)]
    const once = applyEdits([block('a', old), block('b', 'B')], edits)
    expect(textsOf(once)).toEqual([mine, hers, 'B'])
    expect(applyEdits(once, edits.slice(1))).toEqual(once)
  })

  test('keep ids and texts within what is allowed, however often two meet', () => {
    const id = 'x'.repeat(80)
    let blocks: readonly MinutesBlock[] = [block(id, 'Old')]
    for (let n = 0; n < 30; n += 1)
      blocks = applyEdits(blocks, [write(blocks.at(-1)?.id ?? id, 'Other', `${n}`)])
    expect(blocks).toHaveLength(31)
    expect(new Set(blocks.map(one => one.id)).size).toBe(31)
    expect(Math.max(...blocks.map(one => one.id.length))).toBeLessThanOrEqual(80)
  })

  test('in a block that is gone bring it back; one that was written in is not removed', () => {
    expect(textsOf(applyEdits([], [write('a', 'Old', 'New')]))).toEqual(['New'])
    const removal: MinutesEdit = { op: 'remove', id: 'a', before: 'Old' }
    expect(textsOf(applyEdits([block('a', 'New')], [removal]))).toEqual(['New'])
    expect(applyEdits([block('a', 'Old')], [removal])).toEqual([])
  })

  test('sent again to where they have arrived change nothing', () => {
    fc.assert(
      fc.property(state(ids), state(ids), (base, mine) => {
        expect(applyEdits(mine, editsBetween(base, mine))).toEqual(mine)
      }),
    )
  })

  test('between two states lead from the one to the other', () => {
    fc.assert(
      fc.property(state(ids), state(ids), (before, after) => {
        expect(applyEdits(before, editsBetween(before, after))).toEqual(after)
      }),
    )
  })

  test('by two at once lose nothing that either wrote, whoever is first', () => {
    fc.assert(
      fc.property(
        state(ids),
        fc.array(fc.tuple(fc.nat(5), fc.boolean())),
        length,
        length,
        (base, touched, mineLength, hersLength) => {
          // Each of the two writes words of their own, so that they can be looked for.
          const mineIds = new Set(touched.filter(([, mine]) => mine).map(([at]) => ids[at]))
          const hersIds = new Set(touched.filter(([, mine]) => !mine).map(([at]) => ids[at]))
          const mine = base.map(one =>
            mineIds.has(one.id) ? { ...one, text: `${one.text}${long(mineLength)} M-${one.id}`.trim() } : one,
          )
          const hers = base.map(one =>
            hersIds.has(one.id) ? { ...one, text: `H-${one.id} ${long(hersLength)}${one.text}`.trim() } : one,
          )
          const [m, h] = [editsBetween(base, mine), editsBetween(base, hers)]
          for (const both of [
            [...m, ...h],
            [...h, ...m],
          ]) {
            const texts = textsOf(applyEdits(base, both))
            expect(Math.max(0, ...texts.map(({ length: signs }) => signs))).toBeLessThanOrEqual(
              MINUTES_LIMITS.text,
            )
            const all = texts.join('\n')
            for (const { id } of mine) if (mineIds.has(id)) expect(all).toContain(`M-${id}`)
            for (const { id } of hers) if (hersIds.has(id)) expect(all).toContain(`H-${id}`)
          }
        },
      ),
    )
  })

  test('by two at once, one of whom removes: what the other wrote stands', () => {
    fc.assert(
      fc.property(state(ids), state(ids), (base, mine) => {
        const hers = base.map(one => ({ ...one, text: `${one.text} H-${one.id}` }))
        for (const edits of [
          [...editsBetween(base, mine), ...editsBetween(base, hers)],
          [...editsBetween(base, hers), ...editsBetween(base, mine)],
        ]) {
          const all = textsOf(applyEdits(base, edits)).join('\n')
          for (const { id } of base) expect(all).toContain(`H-${id}`)
        }
      }),
    )
  })
})

describe('comparing two states', () => {
  test('says of each block what became of it, in its place', () => {
    const before = [block('a', 'A'), block('b', 'B'), block('c', 'C')]
    const after = [block('a', 'A2'), block('c', 'C'), block('d', 'D')]
    expect(compareMinutes(before, after).map(({ id, change }) => `${id} ${change}`)).toEqual([
      'a changed',
      'b removed',
      'c same',
      'd added',
    ])
  })

  test('names every block of both once', () => {
    fc.assert(
      fc.property(state(ids), state(ids), (before, after) => {
        const all = new Set([...before, ...after].map(({ id }) => id))
        const named = compareMinutes(before, after).map(({ id }) => id)
        expect(named).toHaveLength(all.size)
        expect(new Set(named)).toEqual(all)
      }),
    )
  })
})
