import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, jest, test } from '@jest/globals'
import type { YearsAsked, YearsLived } from './years.ts'

// A hundred thousand years on a machine that others use, too.
jest.setTimeout(120_000)

/** Years in a thread of their own; the promise fails with what is thrown there. */
async function live(asked: YearsAsked): Promise<YearsLived> {
  const worker = new Worker(new URL('./years.ts', import.meta.url), { workerData: asked })
  const [lived] = await once(worker, 'message')
  await worker.terminate()
  return lived as YearsLived
}

const names = (counts: Record<string, number>) => Object.keys(counts).sort()

test('a year for 100,000 contacts in three countries: not one breach', async () => {
  const houses = await Promise.all(
    ['first house', 'second house'].map(house => live({ house, people: 50_000, governor: 'governed' })),
  )
  for (const { breaches, sent, refused } of houses) {
    expect(breaches).toEqual({})
    // A governor that refuses everything would keep every rule as well.
    expect(sent.invitation).toBeGreaterThan(50_000)
    for (const kind of ['reminder', 'call', 'roundtable_invitation', 'follow_up'])
      expect([kind, (sent[kind] ?? 0) > 2000]).toEqual([kind, true])
    expect(names(refused)).toEqual([
      'account_silenced',
      'already_declined',
      'already_finished',
      'daily_limit',
      'do_not_call',
      'holiday',
      'no_address',
      'no_consent',
      'opted_out',
      'quiet_day',
      'quiet_hours',
      'reminder_too_soon',
      'survey_too_soon',
      'too_many_reminders',
      'touch_too_soon',
      'weekend',
    ])
  }
})

test('the auditor finds every kind of breach where nobody governs', async () => {
  const { breaches } = await live({ house: 'first house', people: 2000, governor: 'ungoverned' })
  expect(names(breaches)).toEqual([
    'after the answer',
    'do not call',
    'holiday',
    'hours',
    'no address',
    'no consent',
    'opted out',
    'reminder too soon',
    'silenced',
    'too many a day',
    'too many reminders',
    'too many surveys a year',
    'two surveys',
    'two touches',
    'weekend',
  ])
})
