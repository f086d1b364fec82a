import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { addLocalDays, localDaysBetween } from '../local-date.ts'
import type { SurveyDefinition } from '../survey/definition.ts'
import { wallTimeIn } from '../wall-time.ts'
import { dataRequestClocks } from './clocks.ts'
import { anonymousAnswers, segmentsToKeep } from './erasing.ts'
import type { DataRequestState } from './states.ts'
import {
  DATA_REQUEST_KINDS,
  DATA_REQUEST_STATES,
  DATA_REQUEST_STEPS,
  dataRequestLamp,
  erasureObstacles,
  isEnded,
  stateAfter,
} from './states.ts'

const zone = 'Asia/Ho_Chi_Minh'
const calendar: WorkingCalendar = {
  weekend: [6, 7],
  holidays: [
    { date: '2026-04-30', name: 'Reunification Day' },
    { date: '2026-05-01', name: 'Labour Day' },
    { date: '2026-12-24', name: 'Christmas Eve', half: true },
  ],
  quiet: [{ date: '2026-08-18', name: 'Quiet' }],
}
const lastDays = (askedAt: string) => {
  const { answerBy, carryOutBy } = dataRequestClocks({ askedAt: new Date(askedAt), zone, calendar })
  return [answerBy, carryOutBy].map(by => wallTimeIn(new Date(by.getTime() - 1), zone).date)
}

describe('clocks', () => {
  test.each([
    ['a Monday', '2026-08-17T03:00:00Z', ['2026-08-19', '2026-09-01']],
    ['a Friday', '2026-11-20T03:00:00Z', ['2026-11-24', '2026-12-05']],
    ['a Sunday', '2026-11-22T03:00:00Z', ['2026-11-24', '2026-12-07']],
    ['before two holidays and a weekend', '2026-04-29T03:00:00Z', ['2026-05-05', '2026-05-14']],
    ['before a half day', '2026-12-23T03:00:00Z', ['2026-12-25', '2027-01-07']],
    ['the next day already where the region is', '2026-08-19T18:00:00Z', ['2026-08-24', '2026-09-04']],
  ])('from %s', (_name, askedAt, days) => expect(lastDays(askedAt)).toEqual(days))

  test('run out together in a month of holidays', () => {
    const closed = { weekend: [1, 2, 3, 4, 5, 6, 7] as const, holidays: [] }
    const { answerBy, carryOutBy } = dataRequestClocks({
      askedAt: new Date('2026-08-17T03:00:00Z'),
      zone,
      calendar: closed,
    })
    expect(answerBy).toEqual(carryOutBy)
  })

  test('are refused for no instant', () => {
    expect(() => dataRequestClocks({ askedAt: new Date('x'), zone, calendar })).toThrow(RangeError)
  })

  test('always leave two whole working days and fifteen days, in every zone', () => {
    const zones = fc.constantFrom(zone, 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia', 'Africa/Cairo')
    const instants = fc.date({
      min: new Date('2025-01-01'),
      max: new Date('2028-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, zones, (askedAt, where) => {
        const clocks = dataRequestClocks({ askedAt, zone: where, calendar })
        const asked = wallTimeIn(askedAt, where).date
        const last = wallTimeIn(new Date(clocks.answerBy.getTime() - 1), where).date
        const carried = wallTimeIn(new Date(clocks.carryOutBy.getTime() - 1), where).date
        expect(localDaysBetween(asked, last)).toBeGreaterThanOrEqual(2)
        expect(carried).toBe(addLocalDays(asked, 15))
        expect(clocks.answerBy.getTime()).toBeLessThanOrEqual(clocks.carryOutBy.getTime())
      }),
    )
  })
})

describe('states', () => {
  test.each([
    ['access', 'open', 'answer', 'answered'],
    ['access', 'open', 'carry_out', 'done'],
    ['correction', 'answered', 'carry_out', 'done'],
    ['erasure', 'open', 'carry_out', 'under_way'],
    ['erasure', 'under_way', 'finish', 'done'],
    ['erasure', 'under_way', 'refuse', null],
    ['objection', 'answered', 'refuse', 'refused'],
    ['access', 'answered', 'answer', null],
    ['access', 'open', 'finish', null],
  ] as const)('%s that is %s: %s leads to %s', (kind, state, step, after) => {
    expect(stateAfter({ kind, state }, step)).toBe(after)
  })

  test('no step leads out of an end, and from everywhere else an end can be reached', () => {
    const reachable = (kind: (typeof DATA_REQUEST_KINDS)[number], state: DataRequestState): boolean =>
      isEnded(state) ||
      DATA_REQUEST_STEPS.some(step => {
        const next = stateAfter({ kind, state }, step)
        return next !== null && reachable(kind, next)
      })
    for (const kind of DATA_REQUEST_KINDS)
      for (const state of DATA_REQUEST_STATES) {
        if (isEnded(state))
          for (const step of DATA_REQUEST_STEPS) expect(stateAfter({ kind, state }, step)).toBeNull()
        expect(reachable(kind, state)).toBe(true)
      }
  })

  test.each([
    ['open', '2026-08-17T17:00:00Z', 'on_time'],
    ['open', '2026-08-18T17:00:01Z', 'soon'],
    ['open', '2026-08-19T17:00:00Z', 'overdue'],
    ['answered', '2026-08-19T17:00:00Z', 'on_time'],
    ['answered', '2026-08-29T17:00:01Z', 'soon'],
    ['under_way', '2026-09-01T17:00:00Z', 'overdue'],
    ['done', '2026-09-30T17:00:00Z', 'ended'],
  ] as const)('%s at %s is %s', (state, now, lamp) => {
    const clocks = dataRequestClocks({ askedAt: new Date('2026-08-17T03:00:00Z'), zone, calendar })
    expect(dataRequestLamp({ state, ...clocks }, new Date(now))).toBe(lamp)
  })
})

describe('erasing', () => {
  const respondents = (responses: number) => ({ responses, questions: {}, factors: {} })
  const board = { all: respondents(20), 'region:north': respondents(5), 'segment:small': respondents(4) }

  test.each([
    [['region:north'], 5, ['region:north']],
    [['region:north', 'segment:small'], 5, ['region:north']],
    [['region:unknown'], 5, []],
    [['region:north'], 6, []],
    [['region:north'], 21, null],
  ])('of somebody in %j with a minimum of %i the answers stay in %j', (segments, minimum, kept) => {
    expect(segmentsToKeep(board, { segments, minimum })).toEqual(kept)
  })

  test('counts those who came by an open link among themselves', () => {
    const kept = { segments: [], people: 'open', minimum: 5 } as const
    expect(segmentsToKeep({ open: respondents(5) }, kept)).toEqual([])
    expect(segmentsToKeep({ all: respondents(9), open: respondents(4) }, kept)).toBeNull()
  })

  test('waits for what is still being worked on', () => {
    expect(erasureObstacles({ complaints: 1, otherRequests: 2 })).toEqual(['open_complaint', 'open_request'])
    expect(erasureObstacles({ complaints: 0, otherRequests: 0 })).toEqual([])
  })

  test('leaves no words behind', () => {
    const question = (id: string, kind: string) => ({ id, kind, text: {}, required: false })
    const definition = {
      pages: [
        {
          id: 'p',
          questions: [
            question('rate', 'satisfaction'),
            question('why', 'text'),
            question('who', 'contact-details'),
            question('which', 'choices'),
            question('one', 'choice'),
            question('proof', 'upload'),
          ],
        },
      ],
    } as unknown as SurveyDefinition
    const answers = {
      rate: 4,
      why: 'Mai said so',
      who: { name: 'Mai' },
      which: ['price', 'other:Mai'],
      one: 'other:Mai',
      proof: ['file'],
      gone: 'Mai',
    }
    expect(anonymousAnswers(definition, answers)).toEqual({
      rate: 4,
      which: ['price', 'other'],
      one: 'other',
    })
    expect(answers.which).toEqual(['price', 'other:Mai'])
  })
})
