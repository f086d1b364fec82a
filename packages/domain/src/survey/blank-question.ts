import type { Language, LocalText } from '../local-text.ts'
import { onlyLanguages } from '../local-text.ts'
import type { ContactField, Part, Question, QuestionKind } from './question.ts'

/**
 * A new question of a kind: with the words that its kind always has (in English and Vietnamese), and empty where the
 * author must say something. Its parts have ids that are free in a question: `a`, `b`, `c`.
 *
 * @example blankQuestion('nps', { id: 'recommend', languages: ['en'] }).text.en // 'All in all, how likely or …'
 */
export function blankQuestion(
  kind: QuestionKind,
  { id, languages }: { id: string; languages: readonly Language[] },
): Question {
  const say = (words: LocalText) => onlyLanguages(words, languages)
  const base = { id, text: {}, required: false }
  switch (kind) {
    case 'satisfaction':
    case 'agreement':
      return { ...base, kind, offerNotApplicable: true }
    case 'csat':
      return { ...base, kind, text: say(standard.csat), offerNotApplicable: true }
    case 'rating':
      return {
        ...base,
        kind,
        points: 7,
        first: 1,
        low: say(standard.low),
        high: say(standard.high),
        offerNotApplicable: true,
      }
    case 'grid':
      return {
        ...base,
        kind,
        text: say(standard.grid),
        rows: blankParts(3),
        importance: false,
        offerNotApplicable: true,
      }
    case 'nps':
      return { ...base, kind, text: say(standard.nps) }
    case 'ces':
      return { ...base, kind, text: say(standard.ces), variant: 'mean7' }
    case 'choice':
    case 'dropdown':
      return { ...base, kind, options: blankParts(3), order: 'fixed' }
    case 'choices':
      return { ...base, kind, options: blankParts(3), order: 'fixed' }
    case 'ranking':
      return { ...base, kind, options: blankParts(3), order: 'random' }
    case 'picture':
      return {
        ...base,
        kind,
        options: blankParts(2).map(part => ({ ...part, picture: null })),
        order: 'fixed',
        several: false,
      }
    case 'slider':
      return { ...base, kind, min: 0, max: 100, step: 1, low: say(standard.low), high: say(standard.high) }
    case 'sum':
      return { ...base, kind, options: blankParts(3), total: 100 }
    case 'text':
      return { ...base, kind, long: true, maxLength: 2000 }
    case 'number':
      return { ...base, kind, decimals: 0 }
    case 'date':
      return { ...base, kind }
    case 'yes-no':
      return { ...base, kind, offerNotApplicable: false }
    case 'consent':
      return { ...base, kind, text: say(standard.consent) }
    case 'contact-details': {
      const fields: ContactField[] = ['name', 'email']
      return {
        ...base,
        kind,
        text: say(standard.contact),
        fields: fields.map(field => ({ id: field, text: say(standard.purpose) })),
      }
    }
    case 'upload':
      return { ...base, kind, accept: ['image', 'pdf'], maxFiles: 3, maxMegabytes: 10 }
    case 'statement':
      return { ...base, kind }
    default:
      return kind satisfies never
  }
}

function blankParts(count: number): Part[] {
  return Array.from('abc')
    .slice(0, count)
    .map(id => ({ id, text: {} }))
}

const standard = {
  nps: {
    en: 'All in all, how likely or unlikely are you to recommend us to a colleague or partner?',
    vi: 'Nhìn chung, khả năng anh/chị giới thiệu chúng tôi với đồng nghiệp hoặc đối tác là bao nhiêu?',
  },
  csat: {
    en: 'How satisfied or dissatisfied were you with this experience?',
    vi: 'Anh/chị hài lòng hay không hài lòng về lần trải nghiệm này?',
  },
  ces: {
    en: 'It was easy to get done what I needed.',
    vi: 'Tôi đã giải quyết được việc mình cần một cách dễ dàng.',
  },
  grid: {
    en: 'How satisfied or dissatisfied are you with each of these?',
    vi: 'Anh/chị hài lòng hay không hài lòng về từng điểm sau?',
  },
  low: { en: 'Very poor', vi: 'Rất kém' },
  high: { en: 'Excellent', vi: 'Rất tốt' },
  consent: {
    en: 'I agree that my answers may be passed on, with my name, to the person who looks after our company.',
    vi: 'Tôi đồng ý để câu trả lời của tôi, kèm tên tôi, được chuyển đến người phụ trách công ty chúng tôi.',
  },
  contact: { en: 'How may we reach you?', vi: 'Chúng tôi có thể liên hệ với anh/chị bằng cách nào?' },
  purpose: {
    en: 'Used only to reply to this answer.',
    vi: 'Chỉ dùng để phản hồi câu trả lời này.',
  },
} satisfies Record<string, LocalText>
