import { expect, test } from '@jest/globals'
import { quartersUpTo } from './quarters-up-to.ts'

const wave = (waveId: string) => ({ waveId })
const history = ['first', 'second', 'third'].map(wave)

test('a trend ends with the wave that it is of, and begins with it where it is part of no history', () => {
  expect(quartersUpTo(history, wave('second'))).toEqual([wave('first'), wave('second')])
  expect(quartersUpTo(history, wave('first'))).toEqual([wave('first')])
  expect(quartersUpTo(history, wave('blind'))).toEqual([wave('blind')])
})
