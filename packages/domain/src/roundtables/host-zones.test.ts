import { execFileSync } from 'node:child_process'
import { expect, test } from '@jest/globals'

/** Dates, freezes and proposals around clock changes, as one text. */
const program = `
import { ruleDates, previewRule } from './cadence-rule.ts'
import { proposeDates } from './date-proposals.ts'
import { isFrozen } from './freeze.ts'
import { roundtableTimes } from '../roundtable-times.ts'
const zones = ['UTC', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Mars/Olympus']
const plan = { startTime: '02:30', endTime: '04:00', answerBy: '2026-03-01', fallbackZone: 'Asia/Ho_Chi_Minh' }
const rule = { anchor: '2024-02-29', everyMonths: 3, on: { nth: 5, weekday: 2 } }
console.log(JSON.stringify([
  ruleDates(rule, { from: '2026-01-01', to: '2028-12-31' }),
  ruleDates({ ...rule, everyMonths: 12, on: null }, { from: '2024-01-01', to: '2030-12-31' }),
  previewRule('round_table', { before: rule, after: { ...rule, on: null } }, { eventDates: ['2026-02-24'], today: '2026-03-08' }),
  ...zones.flatMap(zone => ['2026-03-08', '2026-11-01', '2026-10-25', '2026-04-05', '2026-10-04'].map(date => [
    roundtableTimes({ ...plan, zone, date }),
    isFrozen({ freezeOn: date, zone, fallbackZone: 'UTC', now: new Date(date + 'T04:30:00Z') }),
  ])),
  proposeDates({ due: '2026-03-08', today: '2026-01-05', reach: 7, startTime: '02:30', endTime: '04:00',
    zone: 'America/New_York', calendar: { weekend: [6, 7], holidays: [] }, noticeDays: 28, events: [],
    busy: [{ speaker: 'Mai', title: 'x', from: new Date('2026-03-10T06:00:00Z'), until: new Date('2026-03-10T06:31:00Z') }],
    accounts: [{ name: 'a', fiscalYearEnds: 2 }], invitableFrom: ['2026-01-06', null] }).slice(0, 6),
]))
`

const under = (zone: string) =>
  execFileSync(process.execPath, ['--input-type=module-typescript', '--no-warnings', '-e', program], {
    cwd: import.meta.dirname,
    env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
    encoding: 'utf8',
  })

test('a year comes out the same whatever the zone of the host', () => {
  const texts = ['UTC', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu'].map(
    under,
  )
  expect(new Set(texts).size).toBe(1)
  expect(texts[0]).toContain('2028-02-29')
  expect(texts[0]).toContain('"notice":"gap"')
  expect(texts[0]).toContain('"notice":"overlap"')
  expect(texts[0]).toContain('"notice":"unknown_zone"')
})
