import type { PlanContent } from '@sixfold/contract/collection-plans'
import type { StaffMember } from '@sixfold/contract/staff'
import type { Quarter } from '@sixfold/domain/quarter'
import type { Condition } from '@sixfold/domain/survey/logic/condition'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import type { Seniority } from '@sixfold/domain/survey/plan'
import { blankPlan, SENIORITIES } from '@sixfold/domain/survey/plan'
import type { Question } from '@sixfold/domain/survey/question'
import { writePlan } from '../features/surveys/collection-plans/service.ts'
import { createSurvey, saveSurvey } from '../features/surveys/surveys/service.ts'
import { quoteConsent } from './comments.ts'
import type { CustomerRow } from './companies.ts'
import type { Simulation } from './simulated-context.ts'

/** Leaves the next quarter's survey half way: questions of more kinds, logic, and the plan. Nothing of it is published. */
export async function draftNextSurvey(
  { ctx }: Simulation,
  actor: StaffMember,
  quarter: Quarter,
  customers: readonly CustomerRow[],
): Promise<void> {
  const draft = await createSurvey(ctx, actor, {
    factorModel: 'ibm-six',
    quarter,
    languages: ['en', 'vi'],
  })
  const pageAt = (id: string) => draft.definition.pages.findIndex(page => page.id === id)
  const endOf = (id: string) => draft.definition.pages[pageAt(id)]?.questions.length ?? 0
  const operations: SurveyOperation[] = [
    ...reworded('delivery_on-time', 'Delivery on the day we agreed', 'Giao hàng đúng ngày hai bên đã hẹn'),
    {
      op: 'add-question',
      page: 'support-and-service',
      index: endOf('support-and-service'),
      question: technicianCame,
    },
    {
      op: 'add-page',
      index: pageAt('support-and-service') + 1,
      page: {
        id: 'technician-visit',
        title: { en: 'The visit of our technician', vi: 'Lần kỹ thuật viên đến' },
        showIf: when({ subject: { question: technicianCame.id }, is: 'is', values: ['yes'] }),
        questions: visit,
      },
    },
    { op: 'add-question', page: 'delivery', index: endOf('delivery'), question: wrongWithDelivery },
    { op: 'add-question', page: 'closing', index: 0, question: improveFirst },
    { op: 'add-question', page: 'closing', index: endOf('closing') + 1, question: callBack },
    { op: 'add-question', page: 'closing', index: endOf('closing') + 2, question: quoteConsent },
  ]
  await saveSurvey(ctx, actor, { id: draft.id, revision: draft.revision, operations }, actor.language)
  await writePlan(ctx, actor, { surveyId: draft.id, revision: 0, content: planFor(customers) })
}

const when = (...tests: Condition['tests']): Condition => ({ join: 'all', tests })

function reworded(question: string, en: string, vi: string): SurveyOperation[] {
  return Object.entries({ en, vi }).map(([language, value]) => ({
    op: 'set-question-text',
    question,
    field: 'text',
    language,
    value,
  }))
}

const technicianCame: Question = {
  id: 'technician-came',
  kind: 'yes-no',
  text: {
    en: 'Did one of our technicians visit you in the last three months?',
    vi: 'Trong ba tháng qua, có kỹ thuật viên nào của chúng tôi đến chỗ anh/chị không?',
  },
  required: false,
  offerNotApplicable: false,
}

const visit: Question[] = [
  {
    id: 'visit-overall',
    kind: 'csat',
    text: { en: 'The last visit, all in all', vi: 'Lần đến gần nhất, nhìn chung' },
    required: false,
    offerNotApplicable: false,
  },
  {
    id: 'visit-effort',
    kind: 'ces',
    text: { en: 'Agreeing on a day for the visit was easy', vi: 'Việc hẹn ngày đến rất dễ dàng' },
    required: false,
    variant: 'mean7',
  },
  {
    id: 'spare-parts',
    kind: 'grid',
    text: { en: 'The spare parts that were used', vi: 'Phụ tùng đã dùng' },
    required: false,
    importance: true,
    offerNotApplicable: true,
    rows: [
      { id: 'stock', text: { en: 'At hand when needed', vi: 'Có sẵn khi cần' } },
      { id: 'life', text: { en: 'How long they last', vi: 'Độ bền' } },
      { id: 'price', text: { en: 'Price', vi: 'Giá' } },
    ],
  },
]

const wrongWithDelivery: Question = {
  id: 'delivery-troubles',
  kind: 'choices',
  text: { en: 'What went wrong with deliveries?', vi: 'Việc giao hàng đã có trục trặc gì?' },
  required: false,
  order: 'random',
  atMost: 3,
  options: [
    { id: 'late', text: { en: 'They came late', vi: 'Hàng đến trễ' } },
    { id: 'incomplete', text: { en: 'Something was missing', vi: 'Hàng giao thiếu' } },
    { id: 'damaged', text: { en: 'Something was damaged', vi: 'Hàng bị hỏng' } },
    { id: 'papers', text: { en: 'The papers were wrong', vi: 'Giấy tờ sai' } },
    { id: 'silence', text: { en: 'Nobody told us', vi: 'Không ai báo trước' } },
  ],
  other: { en: 'Something else', vi: 'Chuyện khác' },
  showIf: when({ subject: { question: 'delivery_overall' }, is: 'at-most', values: [2] }),
}

const improveFirst: Question = {
  id: 'improve-first',
  kind: 'ranking',
  text: {
    en: 'What should we improve first?',
    vi: 'Chúng tôi nên cải thiện điều gì trước?',
  },
  required: false,
  order: 'random',
  top: 2,
  options: [
    { id: 'speed', text: { en: 'Speed of delivery', vi: 'Tốc độ giao hàng' } },
    { id: 'offers', text: { en: 'Speed of offers', vi: 'Tốc độ báo giá' } },
    { id: 'invoices', text: { en: 'Invoices', vi: 'Hóa đơn' } },
    { id: 'advice', text: { en: 'Technical advice', vi: 'Tư vấn kỹ thuật' } },
  ],
  showIf: when({ subject: { fact: 'contact.seniority' }, is: 'is', values: ['executive'] }),
}

const callBack: Question = {
  id: 'call-back',
  kind: 'contact-details',
  text: {
    en: 'Whom may we call about these answers?',
    vi: 'Chúng tôi có thể gọi cho ai về các câu trả lời này?',
  },
  required: false,
  fields: [
    { id: 'name', text: { en: 'To ask for the right person', vi: 'Để gặp đúng người' } },
    { id: 'phone', text: { en: 'For this one call', vi: 'Chỉ để gọi lần này' } },
  ],
}

function planFor(customers: readonly CustomerRow[]): PlanContent {
  const people = (seniority: Seniority) => customers.filter(row => row.seniority === seniority).length
  const blank = blankPlan('VND')
  return {
    ...blank,
    purpose: 'Whether the new warehouse in the South is worth a second one in the Centre',
    known: 'Delivery in the South fell when the warehouse moved, and has recovered since.',
    groups: {
      ...blank.groups,
      ...Object.fromEntries(
        SENIORITIES.map(seniority => [seniority, { people: people(seniority), responseRate: null }]),
      ),
    },
    costs: { hours: 24, hourlyRate: 220_000, perInvitation: 0, other: 1_500_000 },
    budget: { hours: 30, money: 8_000_000 },
    uses: [
      { question: callBack.id, field: 'name', use: 'To ask for the right person' },
      { question: callBack.id, field: 'phone', use: 'One call within two working days' },
    ],
  }
}
