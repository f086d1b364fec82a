import type { SurveyPage } from '@sixfold/contract/portal'
import { ibmSix } from '@sixfold/domain/factor-models/ibm-six'
import type { AnswerValue } from '@sixfold/domain/survey/answers'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { quarterlySurvey } from '@sixfold/domain/survey/preset'
import { everyKind, everyKindPages } from '@sixfold/testkit/every-kind'
import type { SampleLanguage } from './letter-head.ts'
import { letterHead } from './letter-head.ts'

const quarterly = quarterlySurvey(ibmSix, {
  languages: ['vi', 'en'],
  quarter: { year: 2026, quarter: 4 },
  organisation: 'Máy Việt',
})

/** Every kind of question on four pages, then one factor and the closing questions; consent must be given. */
const definition: SurveyDefinition = {
  ...quarterly,
  pages: [
    ...everyKindPages(['blue', 'grey']),
    ...quarterly.pages.slice(0, 1),
    ...quarterly.pages.slice(-1),
  ].map(page => ({
    ...page,
    questions: page.questions.map(question =>
      question.id === everyKind.consent.id ? { ...question, required: true } : question,
    ),
  })),
}

/** Drawn as staff preview it, which needs no server: its script comes alive all the same. */
export function surveyPage(language: SampleLanguage, step: SurveyPage['step']): SurveyPage {
  return {
    ...letterHead(language),
    kind: 'survey',
    address: '/preview/sample',
    step,
    definition,
    factors: ibmSix.factors.map(({ key }) => key),
    answers: [],
    files: {},
    faults: {},
    posted: {},
    grew: false,
    contactName: 'Trần Thị Hà',
    closesOn: '2026-11-30',
    notice: {
      purpose: {
        vi: 'Để biết việc giao hàng, dịch vụ và sản phẩm cần cải thiện ở đâu',
        en: 'To learn where deliveries, service and products must become better',
      },
      readers: { vi: 'Nhóm chăm sóc khách hàng miền Nam', en: 'The customer care team of the south' },
      retentionMonths: 24,
    },
    talk: true,
    preview: true,
    deviceKey: 'sample',
  }
}

const given: Record<string, AnswerValue> = {
  'k-satisfaction': 4,
  'k-agreement': 'na',
  'k-rating': 4,
  'k-nps': 10,
  'k-csat': 1,
  'k-ces': 7,
  'k-grid': { price: 3, 'price:importance': 5, fit: 'na' },
  'k-choice': 'other:Bạn bè',
  'k-choices': ['cut', 'mill'],
  'k-dropdown': 'dn',
  'k-ranking': ['advice', 'price'],
  'k-picture': ['blue'],
  'k-slider': 35,
  'k-sum': { new: 60, old: 40 },
  'k-number': 12.5,
  'k-date': '2027-02-28',
  'k-yes-no': 'yes',
  'k-text': 'Hai dòng\ný kiến',
  'k-contact': { name: 'Lan', email: 'lan@example.com' },
  'k-upload': ['machine'],
}

export const answered = (language: SampleLanguage, step: SurveyPage['step']): SurveyPage => ({
  ...surveyPage(language, step),
  answers: Object.entries(given).map(([question, value]) => ({ question, value, revision: 1 })),
  files: { machine: { name: 'anh-may-phay-so-1-o-phan-xuong-lap-rap-phia-sau.png', bytes: 48_000 } },
})

/** Posted without script, with two things on the page that are not right. */
export const faulty = (language: SampleLanguage): SurveyPage => ({
  ...answered(language, 2),
  faults: {
    'k-sum': { vi: 'Tổng số điểm phải bằng 100.', en: 'The points must add up to 100.' }[language],
    'k-number': { vi: 'Anh/chị vui lòng ghi một con số.', en: 'Please write a number.' }[language],
  },
  posted: { 'k-sum': { new: ['60'], old: ['30'] }, 'k-number': { '': ['nhiều'] } },
})
