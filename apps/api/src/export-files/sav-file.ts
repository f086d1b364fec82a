import { codeOf } from '@sixfold/domain/results/export-variables'
import type { Cell } from '@sixfold/domain/text/csv-safe'
import type { ExportTable, TableColumn } from './table.ts'

/**
 * SPSS system files, as Appendix B of the PSPP developer's guide describes them: uncompressed, little endian, UTF-8, the number
 * of cases left open so that rows can be written as they come.
 */

interface SavVariable {
  /** Any text; made into a valid, unique SPSS name. */
  name: string
  label: string
  /** 0: a number; else the greatest length of its texts in bytes of UTF-8, at most `LONGEST_TEXT`. */
  width: number
  /** Digits shown after the point of a number. */
  decimals: number
  /** What values of a number mean. */
  labels: readonly { value: number; label: string; missing?: true | undefined }[]
}

/** Longer texts are cut: the format itself ends here. */
const LONGEST_TEXT = 32_767

/** A text that is longer than this is stored in several variables that readers join. */
const LONGEST_PLAIN = 255
/** Of each such variable but the last so many bytes count for the length. */
const SEGMENT = 252
/** SPSS refuses labels above these lengths, in bytes. */
const LONGEST_LABEL = 255
const LONGEST_VALUE_LABEL = 120
const MOST_MISSING = 3

/** A table with its labels: codes for answers, "not applicable" marked as missing, texts whole. */
export async function* savFile(table: ExportTable): AsyncGenerator<Buffer> {
  const variables = table.columns.map((column, at) => variableOf(column, table.longest[at] ?? 0))
  yield savHeader(variables, { label: table.title, at: table.at })
  for await (const row of table.rows()) {
    const cells = table.columns.map((column, at) => cellOf(column, row[at] ?? null))
    yield savRow(variables, cells)
  }
}

function variableOf({ key, label, type, codes }: TableColumn, longest: number): SavVariable {
  return {
    name: key,
    label,
    width: type === 'text' ? Math.max(1, Math.min(LONGEST_TEXT, longest)) : 0,
    decimals: type === 'number' ? 2 : 0,
    labels: codes.map(({ code, label: meaning, missing }) => ({ value: code, label: meaning, missing })),
  }
}

function cellOf({ type, codes }: TableColumn, cell: Cell): number | string | null {
  if (cell === null || cell === undefined) return null
  if (type === 'text') return cell instanceof Date ? cell.toISOString() : String(cell)
  return codeOf({ codes }, cell)
}

/** The dictionary: everything in front of the rows. */
function savHeader(variables: readonly SavVariable[], file: { label: string; at: Date }): Buffer {
  const names = namesOf(variables)
  const placed = place(variables)
  return Buffer.concat([
    fileRecord(placed.size, file),
    ...variables.flatMap((variable, at) => variableRecords(variable, placed.short[at] ?? [])),
    ...variables.flatMap((variable, at) => valueLabelRecords(variable, placed.index[at] ?? 0)),
    machineRecords(),
    longNames(placed.short, names),
    ...veryLongTexts(variables, placed.short),
    infoRecord(20, 1, Buffer.from('UTF-8', 'ascii')),
    Buffer.concat([int32(999), int32(0)]),
  ])
}

/** One row, in the order of the variables; null is a missing number or an empty text. */
function savRow(variables: readonly SavVariable[], cells: readonly (number | string | null)[]): Buffer {
  return Buffer.concat(
    variables.map(({ width }, at) => {
      const cell = cells[at] ?? null
      return width === 0 ? float64(typeof cell === 'number' ? cell : MISSING) : textCells(cell, width)
    }),
  )
}

const MISSING = -Number.MAX_VALUE

function textCells(cell: number | string | null, width: number): Buffer {
  const bytes = cutUtf8(cell === null ? '' : String(cell), Math.min(width, LONGEST_TEXT))
  let from = 0
  const parts = segmentsOf(width).map((segment, at, all) => {
    // Each segment holds as many bytes as it is wide, and the next one goes on behind them.
    const until = at === all.length - 1 ? bytes.length : Math.min(bytes.length, from + segment)
    const part = bytes.subarray(from, until)
    from = until
    return padded(part, eights(segment))
  })
  return Buffer.concat(parts)
}

/** The widths of the variables that carry a text of a width: all but the last are full. */
function segmentsOf(width: number): number[] {
  if (width <= LONGEST_PLAIN) return [width]
  const count = Math.ceil(width / SEGMENT)
  return [
    ...Array.from({ length: count - 1 }, () => LONGEST_PLAIN),
    Math.max(1, width - (count - 1) * SEGMENT),
  ]
}

interface Placed {
  /** The short names of each variable's segments. */
  short: string[][]
  /** Where each variable stands, counted in elements of eight bytes from 1. */
  index: number[]
  size: number
}

function place(variables: readonly SavVariable[]): Placed {
  const short: string[][] = []
  const index: number[] = []
  let size = 0
  for (const [at, { width }] of variables.entries()) {
    index.push(size + 1)
    const segments = width === 0 ? [8] : segmentsOf(width)
    const column = `V${(at + 1).toString(36).toUpperCase()}`
    short.push(
      segments.map((_, part) => (part === 0 ? column : `${column}_${part.toString(36).toUpperCase()}`)),
    )
    size += segments.reduce((sum, segment) => sum + eights(segment) / 8, 0)
  }
  return { short, index, size }
}

function fileRecord(size: number, { label, at }: { label: string; at: Date }): Buffer {
  const [day = '', time = ''] = [dayOf(at), at.toISOString().slice(11, 19)]
  return Buffer.concat([
    Buffer.from('$FL2', 'ascii'),
    padded(Buffer.from('@(#) SPSS DATA FILE Sixfold', 'ascii'), 60),
    int32(2),
    int32(size),
    int32(0),
    int32(0),
    int32(-1),
    float64(100),
    Buffer.from(day + time, 'ascii'),
    padded(cutUtf8(label, 64), 64),
    Buffer.alloc(3),
  ])
}

/** `22 Nov 26`, as the format wants it. */
function dayOf(at: Date): string {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  const two = (value: number) => String(value % 100).padStart(2, '0')
  return `${two(at.getUTCDate())} ${months[at.getUTCMonth()]} ${two(at.getUTCFullYear())}`
}

function variableRecords(variable: SavVariable, short: readonly string[]): Buffer[] {
  const { width, decimals, label } = variable
  if (width === 0) {
    const missing = variable.labels.flatMap(one => (one.missing ? one.value : [])).slice(0, MOST_MISSING)
    return [
      variableRecord({
        type: 0,
        name: short[0] ?? '',
        label,
        format: (5 << 16) | (8 << 8) | decimals,
        missing,
      }),
    ]
  }
  return segmentsOf(width).flatMap((segment, at) => [
    variableRecord({
      type: segment,
      name: short[at] ?? '',
      label: at === 0 ? label : '',
      format: (1 << 16) | (segment << 8),
      missing: [],
    }),
    ...Array.from({ length: eights(segment) / 8 - 1 }, () => CONTINUATION),
  ])
}

const CONTINUATION = variableRecord({ type: -1, name: '', label: '', format: 0, missing: [] })

function variableRecord({
  type,
  name,
  label,
  format,
  missing,
}: {
  type: number
  name: string
  label: string
  format: number
  missing: readonly number[]
}): Buffer {
  const text = cutUtf8(label, LONGEST_LABEL)
  return Buffer.concat([
    int32(2),
    int32(type),
    int32(text.length > 0 ? 1 : 0),
    int32(missing.length),
    int32(format),
    int32(format),
    padded(Buffer.from(name, 'ascii'), 8),
    ...(text.length > 0 ? [int32(text.length), padded(text, Math.ceil(text.length / 4) * 4)] : []),
    ...missing.map(float64),
  ])
}

function valueLabelRecords({ labels }: SavVariable, index: number): Buffer[] {
  if (labels.length === 0) return []
  return [
    int32(3),
    int32(labels.length),
    ...labels.flatMap(({ value, label }) => {
      const text = cutUtf8(label, LONGEST_VALUE_LABEL)
      return [float64(value), Buffer.from([text.length]), padded(text, eights(text.length + 1) - 1)]
    }),
    int32(4),
    int32(1),
    int32(index),
  ]
}

function machineRecords(): Buffer {
  // Version 1.0, IEEE numbers, little endian, and 65001, the code page of UTF-8.
  const integers = [1, 0, 0, -1, 1, 1, 2, 65_001].map(int32)
  const floats = [-Number.MAX_VALUE, Number.MAX_VALUE, nextAbove(-Number.MAX_VALUE)].map(float64)
  return Buffer.concat([infoRecord(3, 4, Buffer.concat(integers)), infoRecord(4, 8, Buffer.concat(floats))])
}

/** The second smallest number there is: SPSS's "lowest". */
function nextAbove(value: number): number {
  const bytes = float64(value)
  bytes.writeBigUInt64LE(bytes.readBigUInt64LE() - 1n)
  return bytes.readDoubleLE()
}

function longNames(short: readonly (readonly string[])[], names: readonly string[]): Buffer {
  const pairs = names.map((name, at) => `${short[at]?.[0]}=${name}`)
  return infoRecord(13, 1, Buffer.from(pairs.join('\t'), 'utf8'))
}

function veryLongTexts(variables: readonly SavVariable[], short: readonly (readonly string[])[]): Buffer[] {
  const entries = variables.flatMap(({ width }, at) =>
    width > LONGEST_PLAIN ? `${short[at]?.[0]}=${String(width).padStart(5, '0')}\0\t` : [],
  )
  return entries.length === 0 ? [] : [infoRecord(14, 1, Buffer.from(entries.join(''), 'ascii'))]
}

function infoRecord(subtype: number, size: number, content: Buffer): Buffer {
  return Buffer.concat([int32(7), int32(subtype), int32(size), int32(content.length / size), content])
}

const RESERVED = new Set('ALL AND BY EQ GE GT LE LT NE NOT OR TO WITH'.split(' '))
const LONGEST_NAME = 64

/** Valid SPSS names, no two alike whatever their case. */
function namesOf(variables: readonly SavVariable[]): string[] {
  const taken = new Set<string>()
  return variables.map(({ name }) => {
    const plain = cutUtf8(name.replaceAll(/[^\p{L}\p{N}_.]/gu, '_'), LONGEST_NAME - 6).toString('utf8')
    const begun = /^\p{L}/u.test(plain) && !RESERVED.has(plain.toUpperCase()) ? plain : `V_${plain}`
    const ended = begun.replace(/[._]+$/, '') || 'V'
    let unique = ended
    for (let n = 2; taken.has(unique.toUpperCase()); n += 1) unique = `${ended}_${n}`
    taken.add(unique.toUpperCase())
    return unique
  })
}

/** A text in at most so many bytes, never cut within a character. */
function cutUtf8(text: string, most: number): Buffer {
  const bytes = Buffer.from(text, 'utf8')
  if (bytes.length <= most) return bytes
  let end = most
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1
  return bytes.subarray(0, end)
}

const eights = (length: number) => Math.max(1, Math.ceil(length / 8)) * 8

function padded(bytes: Buffer, length: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(Math.max(0, length - bytes.length), ' ')])
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(value)
  return bytes
}

function float64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}
