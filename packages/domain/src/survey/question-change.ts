import type { Language, LocalText } from '../local-text.ts'
import { isSameSpelling } from '../text/same-spelling.ts'
import { canonicalJson } from './canonical-json.ts'
import type { AnyPart } from './parts.ts'
import { partsOf } from './parts.ts'
import type { Question, QuestionKind } from './question.ts'
import type { SettingName } from './settings.ts'
import { QUESTION_TEXTS, questionText, SETTINGS } from './settings.ts'

/** How a question stands to the version before (law 1). A trend may run through `same` only. */
export type QuestionChange = 'same' | 'reworded' | 'new' | 'dropped'

/**
 * Why. `scale`: points, variant, bounds, total; `options`: others than before; `order`: the same ones in another order; `rows`: a grid
 * has others; `answering`: how many may be chosen, "not applicable", importance; `audience`: asked of other people; `wording`: its texts;
 * `intro`: the introduction of its page; `spelling`: texts that say the same; `no_earlier` and `left_out`: it stands in one version only.
 */
export type ChangeReason =
  | 'kind'
  | 'factor'
  | 'scale'
  | 'options'
  | 'rows'
  | 'wording'
  | 'audience'
  | 'answering'
  | 'order'
  | 'intro'
  | 'spelling'
  | 'unchanged'
  | 'no_earlier'
  | 'left_out'

const anyOf = ['same', 'reworded', 'new'] as const
const notSame = ['new', 'reworded'] as const

/** What a reason makes of a question, and what its author may say instead. The gravest first. */
export const VERDICTS: Readonly<
  Record<ChangeReason, { change: QuestionChange; allowed: readonly QuestionChange[] }>
> = {
  left_out: { change: 'dropped', allowed: ['dropped'] },
  no_earlier: { change: 'new', allowed: ['new'] },
  kind: { change: 'new', allowed: ['new'] },
  factor: { change: 'new', allowed: notSame },
  scale: { change: 'new', allowed: notSame },
  options: { change: 'new', allowed: notSame },
  wording: { change: 'reworded', allowed: anyOf },
  rows: { change: 'reworded', allowed: anyOf },
  audience: { change: 'reworded', allowed: anyOf },
  answering: { change: 'reworded', allowed: anyOf },
  order: { change: 'reworded', allowed: anyOf },
  intro: { change: 'reworded', allowed: anyOf },
  spelling: { change: 'same', allowed: anyOf },
  unchanged: { change: 'same', allowed: ['same'] },
}

/** A question with what stands around it and belongs to how it is understood. */
export interface AskedQuestion {
  question: Question
  /** The introduction of its page. */
  intro: LocalText | undefined
}

/**
 * The gravest reason for which a question is not what it was, over the languages that both versions have. What only checks or eases
 * the answer is no change: `required`, a greatest length, accepted files, the bounds of a number that is typed.
 *
 * @example reasonOfChange(before, after, ['en', 'vi']) // 'wording'
 */
export function reasonOfChange(
  before: AskedQuestion,
  after: AskedQuestion,
  languages: readonly Language[],
): ChangeReason {
  const old = before.question
  const now = after.question
  if (old.kind !== now.kind) return 'kind'
  return gravest([
    ...stemReasons(before, after, languages),
    ...(now.kind === 'grid' ? rowReasons(old, now, languages) : optionReasons(old, now, languages)),
  ])
}

/** The same for one row of a grid, which is counted and followed by itself. */
export function reasonOfRowChange(
  before: AskedQuestion,
  after: AskedQuestion,
  row: string,
  languages: readonly Language[],
): ChangeReason {
  if (before.question.kind !== 'grid' || after.question.kind !== 'grid') return 'kind'
  const [was, is] = [before.question, after.question].map(grid => grid.rows.find(({ id }) => id === row))
  if (!was || !is) return 'no_earlier'
  return gravest([...stemReasons(before, after, languages), partReason(was, is, languages)])
}

const gravity = Object.keys(VERDICTS) as ChangeReason[]

function gravest(reasons: readonly ChangeReason[]): ChangeReason {
  return gravity.find(reason => reasons.includes(reason)) ?? 'unchanged'
}

/** Of all but the list. */
function stemReasons(
  before: AskedQuestion,
  after: AskedQuestion,
  languages: readonly Language[],
): ChangeReason[] {
  const old = before.question
  const now = after.question
  const texts = QUESTION_TEXTS.map(field => {
    const [was, is] = [questionText(old, field), questionText(now, field)]
    const isOption = field === 'other' || field === 'none'
    if (isOption && (was === undefined) !== (is === undefined)) return 'options'
    return textReason(was, is, languages)
  })
  // The wording of a consent is what was consented to, to the letter.
  const worded = now.kind === 'consent' ? texts.map(one => (one === 'spelling' ? 'wording' : one)) : texts
  const intro =
    underIntro(now.kind) && textReason(before.intro, after.intro, languages) === 'wording'
      ? 'intro'
      : 'unchanged'
  return [sameMeasures(old, now) ? 'unchanged' : 'factor', ...worded, ...settingReasons(old, now), intro]
}

/** Kinds that lean on the introduction of their page: "over the last three months, how satisfied ..." */
function underIntro(kind: QuestionKind): boolean {
  switch (kind) {
    case 'satisfaction':
    case 'agreement':
    case 'rating':
    case 'grid':
    case 'csat':
    case 'ces':
    case 'nps':
    case 'slider':
    case 'yes-no':
    case 'choice':
    case 'choices':
    case 'dropdown':
    case 'ranking':
    case 'picture':
    case 'sum':
      return true
    case 'text':
    case 'number':
    case 'date':
    case 'consent':
    case 'contact-details':
    case 'upload':
    case 'statement':
      return false
    default:
      return kind satisfies never
  }
}

const reasonBySetting: Record<SettingName, ChangeReason> = {
  points: 'scale',
  first: 'scale',
  variant: 'scale',
  several: 'scale',
  min: 'scale',
  max: 'scale',
  step: 'scale',
  total: 'scale',
  offerNotApplicable: 'answering',
  importance: 'answering',
  atLeast: 'answering',
  atMost: 'answering',
  top: 'answering',
  order: 'order',
  showIf: 'audience',
  requireIf: 'unchanged',
  use: 'unchanged',
  long: 'unchanged',
  maxLength: 'unchanged',
  decimals: 'unchanged',
  earliest: 'unchanged',
  latest: 'unchanged',
  accept: 'unchanged',
  maxFiles: 'unchanged',
  maxMegabytes: 'unchanged',
}

function settingReasons(before: Question, after: Question): ChangeReason[] {
  const values = (question: Question) => question as unknown as Record<string, unknown>
  return (Object.keys(SETTINGS[after.kind]) as SettingName[])
    .filter(name => after.kind !== 'number' || name === 'showIf')
    .filter(name => canonicalJson(values(before)[name]) !== canonicalJson(values(after)[name]))
    .map(name => reasonBySetting[name])
}

function optionReasons(before: Question, after: Question, languages: readonly Language[]): ChangeReason[] {
  const [old, now] = [partsOf(before)?.parts ?? [], partsOf(after)?.parts ?? []]
  const was = new Map(old.map(part => [part.id, part]))
  if (old.length !== now.length || now.some(({ id }) => !was.has(id))) return ['options']
  const moved = now.some(({ id }, at) => old[at]?.id !== id)
  return [moved ? 'order' : 'unchanged', ...sharedReasons(was, now, languages)]
}

/** Rows are rated one by one: their order changes nothing, one more or less changes how long the list feels. */
function rowReasons(before: Question, after: Question, languages: readonly Language[]): ChangeReason[] {
  const [old, now] = [partsOf(before)?.parts ?? [], partsOf(after)?.parts ?? []]
  const was = new Map(old.map(part => [part.id, part]))
  const shared = now.filter(({ id }) => was.has(id))
  const others = shared.length < now.length || shared.length < old.length
  return [others ? 'rows' : 'unchanged', ...sharedReasons(was, shared, languages)]
}

function sharedReasons(
  before: ReadonlyMap<string, AnyPart>,
  after: readonly AnyPart[],
  languages: readonly Language[],
): ChangeReason[] {
  return after.map(part => {
    const was = before.get(part.id)
    return was ? partReason(was, part, languages) : 'unchanged'
  })
}

function partReason(before: AnyPart, after: AnyPart, languages: readonly Language[]): ChangeReason {
  if (!sameMeasures(before, after)) return 'factor'
  if (before.picture !== after.picture) return 'wording'
  const text = textReason(before.text, after.text, languages)
  return text === 'unchanged' && before.exclusive !== after.exclusive ? 'answering' : text
}

type Measuring = Pick<AnyPart, 'measures'>

function sameMeasures({ measures: before }: Measuring, { measures: after }: Measuring): boolean {
  return before?.factor === after?.factor && before?.attribute === after?.attribute
}

/** A language in which nothing stood before rewords nothing, unless nothing stood there at all. */
function textReason(
  before: LocalText | undefined,
  after: LocalText | undefined,
  languages: readonly Language[],
): 'unchanged' | 'spelling' | 'wording' {
  const written = languages.filter(language => before?.[language])
  if (written.length === 0) return languages.some(language => after?.[language]) ? 'wording' : 'unchanged'
  const others = written.filter(language => before?.[language] !== after?.[language])
  if (others.length === 0) return 'unchanged'
  const spelt = others.every(language => {
    const [was, is] = [before?.[language], after?.[language]]
    return was !== undefined && is !== undefined && isSameSpelling(was, is)
  })
  return spelt ? 'spelling' : 'wording'
}
