export type ImportOutcome = 'mapped' | 'changed' | 'left_out'

/** Every reason that an import can give, and what it says of the thing it is about. */
export const IMPORT_REASONS = {
  /** It is a question of this survey, with nothing lost. */
  taken_over: 'mapped',

  /** It became a question of another kind. */
  other_kind: 'changed',
  /** One became several questions. */
  split: 'changed',
  /** A group within a page: its questions stand on the page itself. */
  dissolved: 'changed',
  /** It could be answered any number of times, and is asked once. */
  asked_once: 'changed',
  /** Its own labels gave way to those of the standard scale. */
  standard_scale: 'changed',
  /** Mark-up was taken off; its words stayed. */
  markup_removed: 'changed',
  /** A text was longer than a text may be. */
  shortened: 'changed',
  /** A number was beyond what it may be. */
  bounded: 'changed',
  /** Its name was taken, or held nothing that an id may hold. */
  renamed: 'changed',
  /** An order that was made while answering is fixed now. */
  order_fixed: 'changed',
  /** An answer without one of the options became an option. */
  made_option: 'changed',
  /** An answer is asked for no more insistently than any other. */
  made_optional: 'changed',

  /** Nobody here knows this kind. */
  unknown_kind: 'left_out',
  /** There is nothing like it here. */
  no_counterpart: 'left_out',
  /** A condition that cannot be said in one sentence, or looks at what was left out. */
  condition: 'left_out',
  /** Something that was worked out while answering. */
  computed: 'left_out',
  /** Something that happened by itself while answering. */
  automation: 'left_out',
  /** Something that lies elsewhere; nothing is fetched. */
  external: 'left_out',
  picture: 'left_out',
  /** A program; nothing is ever run. */
  script: 'left_out',
  /** A check of answers. */
  check: 'left_out',
  /** An answer that was filled in beforehand. */
  prefilled: 'left_out',
  /** It was never shown. */
  hidden: 'left_out',
  /** A place in a text that nothing here can fill; it stands as it was written. */
  placeholder: 'left_out',
  /** Looks, and what only the other tool does. */
  appearance: 'left_out',
  settings: 'left_out',
  quota: 'left_out',
  assessment: 'left_out',
  /** A language that has no valid tag, or one too many. */
  language: 'left_out',
  /** More than a survey can hold. */
  too_many: 'left_out',
  /** It says nothing, so there is nothing to take over. */
  empty: 'left_out',
  /** It is not what the format says it should be. */
  malformed: 'left_out',
} as const satisfies Record<string, ImportOutcome>

export type ImportReason = keyof typeof IMPORT_REASONS

/** Where it stood in the file: by the names that its author gave. */
export interface ImportPlace {
  /** Of the page or group, from 1. */
  page?: number
  question?: string
  /** An option, row or column. */
  part?: string
}

/** What became of one thing of the file. */
export interface ImportItem {
  where: ImportPlace
  /** What it is called in the file's format: a type, a property, a table. */
  what: string
  outcome: ImportOutcome
  reason: ImportReason
  /** As it was written, or what it became; shortened. */
  detail: string
}

export interface ImportReport {
  /** In the order of the file, at most `MOST_ITEMS`. */
  items: ImportItem[]
  /** Of all of them, those that are not listed among them. */
  counts: Record<ImportOutcome, number>
}

/** So many are listed; of a file that has more, the rest is counted. */
export const MOST_ITEMS = 5_000
const DETAIL = 200
const NAME = 80

export function newReport(): ImportReport {
  return { items: [], counts: { mapped: 0, changed: 0, left_out: 0 } }
}

/** Adds what became of something; what is repeated of the file is cut and holds no control characters. */
export function addItem(
  report: ImportReport,
  { where, what, reason, detail }: Omit<ImportItem, 'outcome'>,
): void {
  const outcome = IMPORT_REASONS[reason]
  report.counts[outcome] += 1
  if (report.items.length >= MOST_ITEMS) return
  const place = {
    ...(where.page === undefined ? {} : { page: where.page }),
    ...(where.question === undefined ? {} : { question: quoted(where.question, NAME) }),
    ...(where.part === undefined ? {} : { part: quoted(where.part, NAME) }),
  }
  report.items.push({
    where: place,
    what: quoted(what, NAME),
    outcome,
    reason,
    detail: quoted(detail, DETAIL),
  })
}

function quoted(text: string, most: number): string {
  const clean = text
    .slice(0, most * 4)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .toWellFormed()
  return clean.length > most ? `${clean.slice(0, most - 1).toWellFormed()}…` : clean
}
