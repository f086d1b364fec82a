import { isLocalDate } from '../is-local-date.ts'
import type { LocalDate } from '../local-date.ts'
import { addLocalDays, localDateParts, localDaysBetween } from '../local-date.ts'
import type { ReturnedMail } from './returned-mail.ts'

const SUBJECTS =
  /^(re: *)?(automatic reply|auto(matic)?[- ]?reply|out of (the )?office|away from|on leave|trả lời tự động|thư trả lời tự động|vắng mặt|nghỉ phép)/i

/**
 * Whether a program answered and no person (RFC 3834): an absence note, a receipt.
 *
 * @example isAutoReply({ headers: { 'auto-submitted': 'auto-replied' }, subject: '', text: '', parts: [] }) // true
 */
export function isAutoReply({ headers, subject }: ReturnedMail): boolean {
  const submitted = headers['auto-submitted']?.split(';')[0]?.trim().toLowerCase()
  if (submitted !== undefined && submitted !== 'no') return true
  if (headers['x-autoreply'] !== undefined || headers['x-autorespond'] !== undefined) return true
  return /auto[-_]?reply/i.test(headers.precedence ?? '') || SUBJECTS.test(subject)
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month = `(?:${MONTHS.join('|')})[a-z]*`
/** Words after which the last day away, or the first day back, is named. */
const LAST_DAY = /\b(until|till|through|thru|to)\b|đến hết|cho đến|tới|đến/i
const FIRST_DAY = /\b(back|return\w*|available again|resume)\b|trở lại|quay lại|làm việc lại/i

/** Dates as people write them, each with how to read it: day, month and year as far as they are said. */
const forms: readonly [RegExp, (match: string[]) => Partial<Named> | null][] = [
  [/(\d{4})-(\d{2})-(\d{2})/, ([, y, m, d]) => named(d, m, y)],
  [/ngày (\d{1,2}) tháng (\d{1,2})(?: năm (\d{4}))?/, ([, d, m, y]) => named(d, m, y)],
  [
    new RegExp(`(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${month})\\.?,?(?: (\\d{4}))?`),
    ([, d, m, y]) => named(d, monthOf(m), y),
  ],
  [
    new RegExp(`(${month})\\.? (\\d{1,2})(?!\\d)(?:st|nd|rd|th)?(?:,? (\\d{4}))?`),
    ([, m, d, y]) => named(d, monthOf(m), y),
  ],
  [/(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}))?/, ([, a, sign, b, y]) => numeric(a, b, sign, y)],
]

interface Named {
  day: number
  month: number
  year: number | undefined
}

const named = (day?: string, of?: string, year?: string) => ({
  day: Number(day),
  month: Number(of),
  year: year === undefined ? undefined : Number(year),
})
const monthOf = (name = '') => String(MONTHS.indexOf(name.slice(0, 3)) + 1)

/** 3/4 may be read both ways; with points or dashes the day comes first everywhere. */
function numeric(a = '', b = '', sign = '', year?: string): Named | null {
  if (sign !== '/' || Number(a) > 12) return named(a, b, year)
  return Number(b) > 12 ? named(b, a, year) : null
}

const REACH = 60
/** A date further away is no absence. */
const LONGEST_DAYS = 370

/**
 * The first day on which somebody says to be back; null where no date can be read for certain, such as 3/4, which is in
 * March or in April.
 *
 * @example returnDate('I am away until 12 December and will reply then.', '2026-12-01') // '2026-12-13'
 * @example returnDate('Back on 2026-12-15', '2026-12-01') // '2026-12-15'
 * @example returnDate('Tôi nghỉ phép đến hết ngày 14 tháng 12', '2026-12-01') // '2026-12-15'
 */
export function returnDate(text: string, receivedOn: LocalDate): LocalDate | null {
  const found = sentencesOf(text).flatMap(sentence => {
    const day = dayIn(sentence, receivedOn)
    return day === null ? [] : [day]
  })
  return found.sort().at(-1) ?? null
}

function sentencesOf(text: string): string[] {
  return text
    .slice(0, 4000)
    .toLowerCase()
    .split(/[!?\n]|\.(?=\s|$)/)
}

function dayIn(sentence: string, receivedOn: LocalDate): LocalDate | null {
  for (const [form, read] of forms) {
    // The last date of a sentence: "from 3 to 12 December".
    const matches = [...sentence.matchAll(new RegExp(form, 'gu'))]
    const match = matches.at(-1)
    if (!match) continue
    const before = sentence.slice(Math.max(0, match.index - REACH), match.index)
    const isFirst = FIRST_DAY.test(before)
    if (!isFirst && !LAST_DAY.test(before)) continue
    const parts = read(match)
    const date = parts && dateNear(parts, receivedOn)
    return date && (isFirst ? date : addLocalDays(date, 1))
  }
  return null
}

/** Without a year it is the next such day. */
function dateNear({ day = 0, month: of = 0, year }: Partial<Named>, receivedOn: LocalDate): LocalDate | null {
  const { year: thisYear } = localDateParts(receivedOn)
  const years = year === undefined ? [thisYear, thisYear + 1] : [year]
  const dates = years
    .map(one => `${one}-${String(of).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
    .filter(isLocalDate)
  return dates.find(date => date >= receivedOn && localDaysBetween(receivedOn, date) <= LONGEST_DAYS) ?? null
}
