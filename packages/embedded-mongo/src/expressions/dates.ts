import { Long, Timestamp } from 'bson'
import { located } from '../errors.ts'
import { type Doc, isDoc, isMissing, isNumber, isObjectId, toNumber, typeName } from '../values/types.ts'
import {
  addUnits,
  dayOfYear,
  isoWeekOf,
  sundayWeekOf,
  truncate,
  UNITS,
  type Unit,
  unitsBetween,
  weekdayOf,
} from './calendar.ts'
import { argumentsOf, named, type OperatorBuilder, type OperatorTable, textOf } from './operator.ts'
import { instantOf, type Zone, zoneOf } from './zones.ts'

function instantFrom(value: unknown): number {
  if (value instanceof Date) return Number(value)
  if (isObjectId(value)) return Number(value.getTimestamp())
  if (value instanceof Timestamp) return value.getHighBitsUnsigned() * 1000
  throw located(16006, `can't convert from BSON type ${typeName(value)} to Date`)
}

const zoneFrom = (value: unknown): Zone => zoneOf(value === undefined ? 'UTC' : textOf(value, 'timezone'))

const PARTS: Record<string, (wall: number) => unknown> = {
  $year: wall => new Date(wall).getUTCFullYear(),
  $month: wall => new Date(wall).getUTCMonth() + 1,
  $dayOfMonth: wall => new Date(wall).getUTCDate(),
  $dayOfWeek: wall => weekdayOf(wall) + 1,
  $dayOfYear: dayOfYear,
  $hour: wall => new Date(wall).getUTCHours(),
  $minute: wall => new Date(wall).getUTCMinutes(),
  $second: wall => new Date(wall).getUTCSeconds(),
  $millisecond: wall => new Date(wall).getUTCMilliseconds(),
  $week: sundayWeekOf,
  $isoWeek: wall => isoWeekOf(wall).week,
  $isoWeekYear: wall => Long.fromNumber(isoWeekOf(wall).year),
  $isoDayOfWeek: wall => weekdayOf(wall) || 7,
}

/** `$year: date` or `$year: { date, timezone }`. */
const part: OperatorBuilder = (operand, { operator, scope, compile }) => {
  const isNamed = isDoc(operand) && 'date' in operand
  const given = isNamed
    ? argumentsOf(operand, operator, ['date'], ['timezone'])
    : { date: Array.isArray(operand) ? operand[0] : operand }
  const date = compile(given.date, scope)
  const timezone = 'timezone' in given ? compile(given.timezone, scope) : () => undefined
  const read = PARTS[operator] as (wall: number) => unknown
  return (root, locals) => {
    const value = date(root, locals)
    const zone = timezone(root, locals)
    if (isMissing(value) || zone === null || ('timezone' in given && zone === undefined)) return null
    const instant = instantFrom(value)
    return read(instant + zoneFrom(zone)(instant))
  }
}

/** Null if any of the given arguments is null or missing. */
const whenGiven = (required: string[], optional: string[], evaluate: (values: Doc) => unknown) =>
  named(required, optional, values => (Object.values(values).some(isMissing) ? null : evaluate(values)))

function unitFrom(value: unknown): Unit {
  const unit = UNITS.find(known => known === value)
  if (!unit) throw located(5439013, `unknown time unit value: ${String(value)}`)
  return unit
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

function weekdayFrom(value: unknown = 'sunday'): number {
  const name = textOf(value, 'startOfWeek').toLowerCase()
  const day = WEEKDAYS.findIndex(known => known === name || known.slice(0, 3) === name)
  if (day < 0) throw located(5439015, `unknown day of week value: ${name}`)
  return day
}

function wholeFrom(value: unknown, operator: string): number {
  if (!isNumber(value) || !Number.isInteger(toNumber(value)))
    throw located(5166405, `${operator} expects integer amounts`)
  return toNumber(value)
}

const add = (operator: string, direction: 1 | -1) =>
  whenGiven(['startDate', 'unit', 'amount'], ['timezone'], ({ startDate, unit, amount, timezone }) => {
    const count = wholeFrom(amount, operator) * direction
    return new Date(addUnits(instantFrom(startDate), unitFrom(unit), count, zoneFrom(timezone)))
  })

const pad = (value: number, length: number) => String(value).padStart(length, '0')
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function formatDate(instant: number, format: string, zone: Zone): string {
  const offset = zone(instant)
  const wall = instant + offset
  const date = new Date(wall)
  const minutes = Math.abs(offset) / 60_000
  const specifiers: Record<string, () => string> = {
    Y: () => pad(date.getUTCFullYear(), 4),
    m: () => pad(date.getUTCMonth() + 1, 2),
    d: () => pad(date.getUTCDate(), 2),
    H: () => pad(date.getUTCHours(), 2),
    M: () => pad(date.getUTCMinutes(), 2),
    S: () => pad(date.getUTCSeconds(), 2),
    L: () => pad(date.getUTCMilliseconds(), 3),
    j: () => pad(dayOfYear(wall), 3),
    w: () => String(weekdayOf(wall) + 1),
    u: () => String(weekdayOf(wall) || 7),
    U: () => pad(sundayWeekOf(wall), 2),
    V: () => pad(isoWeekOf(wall).week, 2),
    G: () => pad(isoWeekOf(wall).year, 4),
    b: () => (MONTH_NAMES[date.getUTCMonth()] as string).slice(0, 3),
    B: () => MONTH_NAMES[date.getUTCMonth()] as string,
    z: () => `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${pad(minutes % 60, 2)}`,
    Z: () => String(offset / 60_000),
    '%': () => '%',
  }
  return format.replace(/%(.?)/gs, (_all, letter: string) => {
    const specifier = Object.hasOwn(specifiers, letter) ? specifiers[letter] : undefined
    if (!specifier) throw located(18536, `Invalid format character '%${letter}' in format string`)
    return specifier()
  })
}

const toText = named(['date'], ['format', 'timezone', 'onNull'], values => {
  const { date, format, timezone, onNull } = values
  if (isMissing(date)) return 'onNull' in values ? onNull : null
  if (['format', 'timezone'].some(name => name in values && isMissing(values[name]))) return null
  const isUtc = timezone === undefined || ['UTC', 'GMT', 'Z'].includes(String(timezone))
  const pattern =
    format === undefined ? `%Y-%m-%dT%H:%M:%S.%L${isUtc ? 'Z' : ''}` : textOf(format, '$dateToString')
  return formatDate(instantFrom(date), pattern, zoneFrom(timezone))
})

const toParts = whenGiven(['date'], ['timezone'], ({ date, timezone }) => {
  const instant = instantFrom(date)
  const wall = new Date(instant + zoneFrom(timezone)(instant))
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    millisecond: wall.getUTCMilliseconds(),
  }
})

const fromParts = whenGiven(
  ['year'],
  ['month', 'day', 'hour', 'minute', 'second', 'millisecond', 'timezone'],
  values => {
    const { timezone, ...numbers } = values
    const field = (name: string, otherwise: number) =>
      name in numbers ? wholeFrom(numbers[name], '$dateFromParts') : otherwise
    const year = field('year', 1970)
    if (year < 1 || year > 9999) throw located(40523, "'year' must be an integer in the range 1 to 9999")
    const date = new Date(0)
    date.setUTCFullYear(year, field('month', 1) - 1, field('day', 1))
    date.setUTCHours(field('hour', 0), field('minute', 0), field('second', 0), field('millisecond', 0))
    return new Date(instantOf(Number(date), zoneFrom(timezone)))
  },
)

export const dateOperators: OperatorTable = {
  ...Object.fromEntries(Object.keys(PARTS).map(name => [name, part])),
  $dateAdd: add('$dateAdd', 1),
  $dateSubtract: add('$dateSubtract', -1),
  $dateDiff: whenGiven(['startDate', 'endDate', 'unit'], ['timezone', 'startOfWeek'], values => {
    const { startDate, endDate, unit, timezone, startOfWeek } = values
    const [start, end] = [instantFrom(startDate), instantFrom(endDate)]
    return Long.fromNumber(
      unitsBetween(start, end, unitFrom(unit), zoneFrom(timezone), weekdayFrom(startOfWeek)),
    )
  }),
  $dateTrunc: whenGiven(['date', 'unit'], ['binSize', 'timezone', 'startOfWeek'], values => {
    const { date, unit, binSize = 1, timezone, startOfWeek } = values
    const size = wholeFrom(binSize, '$dateTrunc')
    if (size < 1) throw located(5439018, "$dateTrunc requires 'binSize' to be greater than 0")
    return new Date(
      truncate(instantFrom(date), unitFrom(unit), size, zoneFrom(timezone), weekdayFrom(startOfWeek)),
    )
  }),
  $dateToString: toText,
  $dateToParts: toParts,
  $dateFromParts: fromParts,
}
