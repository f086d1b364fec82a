import { createWords, type UiLanguage } from '@sixfold/contract/words'

const words = createWords({
  en: {
    missing: 'Fill this in.',
    choose: 'Choose one.',
    chooseSome: '{n, plural, one {Choose at least one.} other {Choose at least #.}}',
    short: '{n, plural, one {Write at least # character.} other {Write at least # characters.}}',
    long: '{n, plural, one {Write at most # character.} other {Write at most # characters.}}',
    small: 'Give {n} or more.',
    large: 'Give {n} or less.',
    whole: 'Give a whole number.',
    number: 'Give a number.',
    email: 'Write an e-mail address such as ha@example.com.',
    date: 'Give a day.',
    time: 'Give a time such as 08:30.',
    wrong: 'This does not fit.',
  },
  vi: {
    missing: 'Anh/chị điền ô này.',
    choose: 'Hãy chọn một mục.',
    chooseSome: '{n, plural, other {Hãy chọn ít nhất # mục.}}',
    short: '{n, plural, other {Hãy viết ít nhất # ký tự.}}',
    long: '{n, plural, other {Chỉ viết tối đa # ký tự.}}',
    small: 'Hãy nhập từ {n} trở lên.',
    large: 'Hãy nhập không quá {n}.',
    whole: 'Hãy nhập một số nguyên.',
    number: 'Hãy nhập một số.',
    email: 'Hãy viết địa chỉ e-mail, ví dụ ha@example.com.',
    date: 'Hãy chọn ngày.',
    time: 'Hãy nhập giờ, ví dụ 08:30.',
    wrong: 'Nội dung này chưa phù hợp.',
  },
})

/** The parts of a zod issue that decide its words; zod's own type is wider. */
export interface FieldIssue {
  readonly code?: string | undefined
  readonly input?: unknown
  readonly origin?: string | undefined
  readonly minimum?: number | bigint | undefined
  readonly maximum?: number | bigint | undefined
  readonly expected?: string | undefined
  readonly format?: string | undefined
}

const isNothing = (input: unknown) =>
  input === undefined || input === null || input === '' || Number.isNaN(input)

/**
 * One fault of a form, in words that say what to do.
 *
 * @example
 * issueText({ code: 'too_small', origin: 'string', minimum: 12, input: 'abc' }, 'en') // 'Write at least 12 characters.'
 */
export function issueText(issue: FieldIssue, language: UiLanguage): string {
  const say = words(language)
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue, language)
    case 'too_big':
      return issue.origin === 'string'
        ? say('long', { n: Number(issue.maximum) })
        : say('large', { n: Number(issue.maximum) })
    case 'invalid_format':
      if (isNothing(issue.input)) return say('missing')
      if (issue.format === 'email') return say('email')
      if (issue.format === 'date' || issue.format === 'datetime') return say('date')
      return say(issue.format === 'time' ? 'time' : 'wrong')
    case 'invalid_type':
      if (issue.expected === 'int') return say('whole')
      if (issue.expected === 'number') return say('number')
      return say(isNothing(issue.input) ? 'missing' : 'wrong')
    case 'invalid_value':
    case 'invalid_union':
      return say(isNothing(issue.input) ? 'choose' : 'wrong')
    default:
      return say('wrong')
  }
}

function tooSmall(issue: FieldIssue, language: UiLanguage): string {
  const say = words(language)
  const n = Number(issue.minimum)
  if (issue.origin === 'array' || issue.origin === 'set') return say('chooseSome', { n })
  if (issue.origin !== 'string') return say('small', { n })
  return isNothing(issue.input) || n <= 1 ? say('missing') : say('short', { n })
}
