import type { OwnDataGatePage, OwnDataPage, OwnErasurePage } from '@sixfold/contract/portal'
import type { SampleLanguage } from './letter-head.ts'
import { letterHead } from './letter-head.ts'

const AT = '2026-11-20T02:30:00.000Z'

export const ownData = {
  full: (language: SampleLanguage) => {
    const empty = ownDataPage(language, { done: 'asked' })
    return { ...empty, data: { ...empty.data, ...held(language) } }
  },
  faulty: (language: SampleLanguage) =>
    ownDataPage(language, {
      faults: ['name', 'phone', 'text'],
      correction: { ...correction(language), name: '' },
    }),
  file: (language: SampleLanguage) => ownDataPage(language, { file: true }),
}

export const ownDataGate = {
  closed: (language: SampleLanguage): OwnDataGatePage => ({
    ...letterHead(language),
    kind: 'own-data-gate',
    action: '/me/sample/data/open',
  }),
}

const correction = (language: SampleLanguage) => ({
  name: 'Trần Thị Hà',
  role: 'Trưởng phòng mua hàng',
  phone: '+84 903 123 456',
  language,
})

function ownDataPage(language: SampleLanguage, rest: Partial<OwnDataPage>): OwnDataPage {
  const head = letterHead(language)
  return {
    ...head,
    kind: 'own-data',
    address: '/me/sample/data',
    data: {
      format: 'sixfold-own-data/1',
      organisation: head.organisation,
      madeAt: AT,
      record: [
        { field: 'name', value: 'Trần Thị Hà', source: 'import', at: AT },
        {
          field: 'email',
          value: 'tran.thi.ha.truong-phong-mua-hang@co-khi-chinh-xac.example',
          source: 'staff',
          at: AT,
        },
        { field: 'languages', value: ['vi', 'en'], source: null, at: null },
        { field: 'phone', value: null, source: null, at: null },
      ],
      joinedRecords: [],
      consents: [],
      wishes: [],
      asking: null,
      roundtableWishes: [],
      touches: [],
      refused: [],
      mails: [],
      invitations: [],
      interviews: [],
      roundtables: [],
      datePolls: [],
      calendarAnswers: [],
      statements: [],
      installations: [],
      calls: [],
      complaints: [],
      requests: [],
    },
    zone: 'Asia/Ho_Chi_Minh',
    done: null,
    correction: correction(language),
    letters: head.languages,
    faults: [],
    file: false,
    ...rest,
  }
}

/** Something of everything that may be held about a person. */
function held(language: SampleLanguage): Partial<OwnDataPage['data']> {
  const subject = { vi: 'Khảo sát quý 4', en: 'Survey of quarter 4' }[language]
  return {
    joinedRecords: [[{ field: 'name', value: 'Trần Hà', source: 'import', at: AT }]],
    consents: [
      {
        purpose: 'relationship_survey',
        wording: subject,
        proof: 'Biên bản 12/2025',
        source: 'import',
        at: AT,
        withdrawnAt: null,
      },
    ],
    wishes: [{ purpose: 'everything', source: 'portal', at: AT, endedAt: null }],
    asking: { atMostEvery: 'year', source: 'portal', at: AT },
    roundtableWishes: [{ at: AT, title: { vi: 'Giao hàng', en: 'Delivery' }[language], startsAt: AT }],
    touches: [{ at: AT, kind: 'invitation', purpose: 'relationship_survey', subject }],
    refused: [{ at: AT, kind: 'invitation', purpose: 'relationship_survey', subject, reason: 'too_soon' }],
    mails: [{ at: AT, subject, sentAt: AT }],
    invitations: [
      {
        wave: subject,
        survey: subject,
        blind: false,
        state: 'finished',
        sentAt: AT,
        finishedAt: AT,
        draft: false,
        answers: [
          {
            question: { vi: 'Giao hàng', en: 'Delivery' }[language],
            kind: 'satisfaction',
            value: 4,
            texts: {},
          },
          { question: 'NPS', kind: 'nps', value: 9, texts: {} },
        ],
      },
      {
        wave: 'Blind',
        survey: 'Blind',
        blind: true,
        state: 'finished',
        sentAt: AT,
        finishedAt: null,
        draft: false,
        answers: [],
      },
    ],
    interviews: [
      {
        survey: { vi: 'Phỏng vấn sau khi mua', en: 'After a decision' }[language],
        at: AT,
        finishedAt: AT,
        answers: [
          {
            question: { vi: 'Điều gì đã quyết định?', en: 'What decided?' }[language],
            kind: 'text',
            value: 'Giao hàng.',
            texts: {},
          },
        ],
      },
    ],
    roundtables: [{ title: 'Tọa đàm khách hàng miền Nam', startsAt: AT, answer: 'accept' }],
    datePolls: [
      {
        title: 'Tọa đàm khách hàng miền Nam',
        at: AT,
        votes: [{ startsAt: AT, vote: 'if_needed' }],
        note: 'Xin bắt đầu sau 9 giờ.',
      },
    ],
    calendarAnswers: [
      { title: 'Tọa đàm khách hàng miền Nam', at: AT, answer: 'accept', comment: 'Tôi sẽ đến hơi muộn.' },
    ],
    statements: [
      { receipt: 'R-88', at: AT, said: 'Cần một ngày giao hàng cố định mỗi tuần.', mayQuote: true },
    ],
    installations: [{ product: 'Máy phay CNC MV-500', purchasedOn: '2024-03-01', installedOn: null }],
    calls: [{ at: AT, when: 'Sáng thứ Tư', state: 'open' }],
    complaints: [{ receipt: 'C-2026-000124', at: AT, text: 'Giao thiếu hai thùng.', state: 'open' }],
    requests: [
      {
        kind: 'access',
        state: 'open',
        at: AT,
        answerBy: '2026-11-24',
        carryOutBy: '2026-12-05',
        text: '',
        answer: '',
      },
    ],
  }
}

export const ownErasure = {
  unticked: (language: SampleLanguage) => erasure(language, { unticked: true }),
  waits: (language: SampleLanguage) => erasure(language, { step: 'waits' }),
  explained: (language: SampleLanguage) => erasure(language, { step: 'explained', address: '' }),
}

function erasure(language: SampleLanguage, rest: Partial<OwnErasurePage>): OwnErasurePage {
  return {
    ...letterHead(language),
    kind: 'own-erasure',
    address: '/me/sample/data/erase',
    step: 'ask',
    obstacles: [],
    answerBy: '2026-11-24',
    carryOutBy: '2026-12-05',
    unticked: false,
    ...rest,
  }
}
