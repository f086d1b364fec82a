import { afterEach, beforeEach, expect, jest } from '@jest/globals'

/** Fails a test on any `console.error` or `console.warn` that it did not expect. */
let noise: unknown[][] = []

beforeEach(() => {
  noise = []
  jest.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void noise.push(words))
  jest.spyOn(console, 'warn').mockImplementation((...words: unknown[]) => void noise.push(words))
})

afterEach(() => {
  jest.restoreAllMocks()
  expect(noise).toEqual([])
})
