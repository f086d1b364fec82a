import type { UiLanguage, WordValues } from '@sixfold/contract/words'
import { createWords } from '@sixfold/contract/words'
import type { AnswerProblem } from '@sixfold/domain/survey/answers'
import { MOST_OWN_WORDS } from '@sixfold/domain/survey/answers'
import type { Question } from '@sixfold/domain/survey/question'
import { dayText } from '@sixfold/ui/day-text'

/** What is wrong with an answer: the same words on the page and in the API's refusals. */
const answerWords = createWords({
  en: {
    required: 'Please answer this question.',
    not_a_choice: 'Please choose one of the answers offered.',
    'not_a_choice.places': 'Please give places from 1 to {most}.',
    'not_a_choice.step': 'Please choose a number in steps of {step}, starting from {min}.',
    stands_alone: 'One of the chosen answers stands alone. Please choose it alone, or take it out.',
    same_place: 'Please give each place only once.',
    unknown_file: 'One of these files is no longer here. Please remove it, and choose it again.',
    too_long: 'Please keep this under {most, plural, one {# character} other {# characters}}.',
    not_a_number: 'Please write a number, such as {example}.',
    out_of_range: 'Please stay between {min} and {max}.',
    'out_of_range.least': 'Please give {min} or more.',
    'out_of_range.most': 'Please give {max} or less.',
    'out_of_range.earliest': 'Please give {min} or a later day.',
    'out_of_range.latest': 'Please give {max} or an earlier day.',
    too_many_decimals:
      '{decimals, plural, =0 {Please give a whole number.} one {Please give at most # digit after the point.} other {Please give at most # digits after the point.}}',
    not_a_date: 'Please write a day as year-month-day, such as 2026-12-31.',
    not_a_mailbox: 'Please check the e-mail address; it should look like name@example.com.',
    not_a_phone: 'Please check the telephone number; it should have 6 to 15 digits.',
    too_few: 'Please choose at least {least}.',
    too_many: 'Please choose at most {most}.',
    'too_many.places': 'Please give at most {most} a place.',
    'too_many.files':
      '{most, plural, one {Only one file can be given here.} other {At most # files can be given here.}}',
    wrong_total: 'The points must add up to {total}. Please correct them, or leave them all out.',
    unfinished: 'Please complete this answer.',
    'unfinished.places': 'Please give places 1 to {most}, or take all out.',
    unknown_question: 'This question is not part of the survey.',
  } satisfies Record<AnswerProblem, string> & Record<string, string>,
  vi: {
    required: 'Anh/chị vui lòng trả lời câu này.',
    not_a_choice: 'Anh/chị vui lòng chọn một trong các câu trả lời đã cho.',
    'not_a_choice.places': 'Anh/chị vui lòng xếp từ 1 đến {most}.',
    'not_a_choice.step': 'Anh/chị vui lòng chọn số theo bước {step}, bắt đầu từ {min}.',
    stands_alone:
      'Trong các mục đã chọn có mục chỉ được chọn riêng. Anh/chị vui lòng chỉ chọn mục đó, hoặc bỏ mục đó ra.',
    same_place: 'Mỗi vị trí chỉ dùng một lần, anh/chị vui lòng xem lại.',
    unknown_file: 'Một trong các tệp này không còn nữa. Anh/chị vui lòng bỏ tệp đó rồi chọn lại.',
    too_long: 'Anh/chị vui lòng viết không quá {most, number} ký tự.',
    not_a_number: 'Anh/chị vui lòng ghi một con số, ví dụ {example}.',
    out_of_range: 'Anh/chị vui lòng chọn trong khoảng từ {min} đến {max}.',
    'out_of_range.least': 'Anh/chị vui lòng ghi {min} trở lên.',
    'out_of_range.most': 'Anh/chị vui lòng ghi không quá {max}.',
    'out_of_range.earliest': 'Anh/chị vui lòng chọn từ ngày {min} trở đi.',
    'out_of_range.latest': 'Anh/chị vui lòng chọn không muộn hơn ngày {max}.',
    too_many_decimals:
      '{decimals, plural, =0 {Anh/chị vui lòng ghi số nguyên.} other {Anh/chị vui lòng ghi nhiều nhất # chữ số thập phân.}}',
    not_a_date: 'Anh/chị vui lòng ghi ngày theo dạng năm-tháng-ngày, ví dụ 2026-12-31.',
    not_a_mailbox: 'Anh/chị vui lòng xem lại địa chỉ thư điện tử, ví dụ ten@example.com.',
    not_a_phone: 'Anh/chị vui lòng xem lại số điện thoại, gồm 6 đến 15 chữ số.',
    too_few: 'Anh/chị vui lòng chọn ít nhất {least} mục.',
    too_many: 'Anh/chị vui lòng chọn nhiều nhất {most} mục.',
    'too_many.places': 'Anh/chị vui lòng xếp nhiều nhất {most} mục.',
    'too_many.files': 'Chỉ nhận nhiều nhất {most} tệp ở câu này.',
    wrong_total: 'Tổng số điểm phải bằng {total}. Anh/chị vui lòng chỉnh lại, hoặc để trống tất cả.',
    unfinished: 'Anh/chị vui lòng trả lời đủ các phần của câu này.',
    'unfinished.places': 'Anh/chị vui lòng xếp đủ từ 1 đến {most}, hoặc bỏ tất cả ra.',
    unknown_question: 'Câu hỏi này không thuộc bản khảo sát.',
  } satisfies Record<AnswerProblem, string> & Record<string, string>,
})

type Word = Parameters<ReturnType<typeof answerWords>>[0]

/** A fault in words. */
export function problemText(
  problem: AnswerProblem,
  question: Question | undefined,
  language: UiLanguage,
): string {
  const [word, values] = question ? wordsFor(problem, question, language) : [problem, { most: 0 }]
  return answerWords(language)(word, values)
}

/** The word that fits the kind best, and its values. */
function wordsFor(problem: AnswerProblem, question: Question, language: UiLanguage): [Word, WordValues] {
  switch (question.kind) {
    case 'choices':
      return [problem, { least: question.atLeast ?? 0, most: longestOr(problem, question.atMost ?? 0) }]
    case 'picture':
      return [problem, { most: question.several ? question.options.length : 1 }]
    case 'choice':
    case 'dropdown':
    case 'contact-details':
      return [problem, { most: MOST_OWN_WORDS }]
    case 'ranking': {
      const most = question.top ?? question.options.length
      const isOfPlaces = problem === 'not_a_choice' || problem === 'too_many' || problem === 'unfinished'
      return [isOfPlaces ? `${problem}.places` : problem, { most }]
    }
    case 'slider':
      if (problem === 'not_a_choice') return ['not_a_choice.step', { step: question.step, min: question.min }]
      return [problem, { min: question.min, max: question.max, example: question.min }]
    case 'sum':
      return [problem, { min: 0, max: question.total, total: question.total, example: 10 }]
    case 'number':
      if (problem === 'out_of_range') return rangeWords(question.min, question.max)
      return [problem, { decimals: question.decimals, example: numberExample(question, language) }]
    case 'date':
      if (problem !== 'out_of_range') return [problem, {}]
      return dayRangeWords(question.earliest, question.latest, language)
    case 'text':
      return [problem, { most: question.maxLength }]
    case 'upload':
      return [problem === 'too_many' ? 'too_many.files' : problem, { most: question.maxFiles }]
    default:
      return [problem, {}]
  }
}

const longestOr = (problem: AnswerProblem, most: number) => (problem === 'too_long' ? MOST_OWN_WORDS : most)

function rangeWords(min: number | undefined, max: number | undefined): [Word, WordValues] {
  if (min === undefined) return ['out_of_range.most', { max: max ?? 0 }]
  return max === undefined ? ['out_of_range.least', { min }] : ['out_of_range', { min, max }]
}

function dayRangeWords(
  earliest: string | undefined,
  latest: string | undefined,
  language: UiLanguage,
): [Word, WordValues] {
  const min = earliest === undefined ? '' : dayText(earliest, language)
  const max = latest === undefined ? '' : dayText(latest, language)
  if (!min) return ['out_of_range.latest', { max }]
  return max ? ['out_of_range', { min, max }] : ['out_of_range.earliest', { min }]
}

/** One that is taken, in the language's own writing. */
function numberExample({ min, decimals }: { min?: number; decimals: number }, language: UiLanguage): string {
  const whole = Math.ceil(min ?? 12)
  if (decimals === 0) return String(whole)
  return language === 'vi' ? `${whole},5` : `${whole}.5`
}
