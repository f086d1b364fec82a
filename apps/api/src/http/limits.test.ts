import { expect, jest, test } from '@jest/globals'
import type { Request, Response } from 'express'
import { limitAddress, limitSignIn, limitStart, limitToken, signInSucceeded } from './limits.ts'

const refusedBy = async (attempt: () => Promise<unknown>) => {
  try {
    await attempt()
    return null
  } catch (error) {
    return error
  }
}

test('five hundred people behind one address answer a survey within a minute; one of them alone is stopped', async () => {
  const request = { ip: '203.0.113.7' } as Request
  const next = jest.fn()
  for (let person = 0; person < 500; person += 1)
    for (let call = 0; call < 25; call += 1) {
      await limitAddress(request, {} as Response, next)
      await limitToken(`person ${person}`)
    }
  expect(next).toHaveBeenCalledTimes(12_500)
  const refusals = []
  for (let call = 0; call < 300; call += 1) refusals.push(await refusedBy(() => limitToken('one link')))
  expect(refusals.filter(Boolean)).toHaveLength(60)
  expect(refusals.at(-1)).toMatchObject({ code: 'too_many_requests', retryAfterSeconds: expect.any(Number) })
  expect(await refusedBy(() => limitToken('another link'))).toBeNull()
})

test('one address begins three hundred times by an open link, then waits; another one does not', async () => {
  const begin = (address: string) => refusedBy(() => limitStart('open link', address))
  for (let n = 0; n < 300; n += 1) expect(await begin('203.0.113.9')).toBeNull()
  expect(await begin('203.0.113.9')).toMatchObject({ code: 'too_many_requests' })
  expect(await begin('203.0.113.10')).toBeNull()
})

test('somebody who guesses stops themselves, and its owner only after much more from elsewhere', async () => {
  const guess = (address: string) => refusedBy(() => limitSignIn('Mai@example.com', address))
  for (let n = 0; n < 10; n += 1) expect(await guess('198.51.100.1')).toBeNull()
  expect(await guess('198.51.100.1')).toMatchObject({ code: 'too_many_requests' })
  expect(await refusedBy(() => limitSignIn('mai@example.com', '203.0.113.7'))).toBeNull()
  await signInSucceeded('mai@example.com', '203.0.113.7')
  let tried = 0
  for (let address = 0; (await guess(`192.0.2.${address % 250}`)) === null; address += 1) tried += 1
  expect(tried).toBe(60)
})
