import type { OwnComplaintPage, OwnPage } from '@sixfold/contract/portal'
import type { SampleLanguage } from './letter-head.ts'
import { letterHead } from './letter-head.ts'

export const own = {
  empty: (language: SampleLanguage) => ownPage(language, {}),
  full: (language: SampleLanguage) =>
    ownPage(language, {
      done: 'complaint',
      receipt: 'C-2026-000124',
      cases: [
        {
          id: 'case-1',
          receipt: 'C-2026-000124',
          state: 'open',
          told: '',
          round: 0,
          asksAgain: false,
          factor: { vi: 'Giao hàng', en: 'Delivery' }[language],
          openedOn: '2026-11-22',
        },
        {
          id: 'case-2',
          receipt: 'C-2026-000098',
          state: 'resolved',
          factor: '',
          openedOn: '2026-10-02',
          told: {
            vi: 'Từ thứ Hai có thêm một đơn vị vận chuyển, và kho báo trước mỗi chuyến giao.',
            en: 'A second carrier drives from Monday, and the store announces each delivery.',
          }[language],
          round: 1,
          asksAgain: false,
        },
        {
          id: 'case-3',
          receipt: 'C-2026-000051',
          state: 'closed',
          factor: { vi: 'Giao hàng', en: 'Delivery' }[language],
          openedOn: '2026-08-11',
          told: { vi: 'Hóa đơn đã được sửa.', en: 'The invoice was put right.' }[language],
          round: 1,
          asksAgain: true,
        },
      ],
      requests: [
        { kind: 'call', state: 'open', askedOn: '2026-11-21', promisedBy: null },
        { kind: 'access', state: 'open', askedOn: '2026-11-20', promisedBy: '2026-11-24' },
      ],
      asked: [
        {
          receipt: 'R-88',
          said: { vi: 'Xin giao hàng cả thứ Bảy.', en: 'Please deliver on Saturdays too.' }[language],
          did: {
            vi: 'Từ tháng 10, hai tỉnh đã có chuyến giao sáng thứ Bảy.',
            en: 'Since October there is a Saturday morning round in two provinces.',
          }[language],
          status: 'done',
          toldOn: '2026-11-02',
        },
      ],
      roundtable: {
        title: { vi: 'Tọa đàm khách hàng miền Nam', en: 'Customer round table, south' }[language],
        venue: 'Khách sạn Rex, 141 Nguyễn Huệ, Thành phố Hồ Chí Minh',
        times: { date: '10/12/2026', time: '08:30–12:00', zone: 'GMT+7, Asia/Ho_Chi_Minh' },
        standing: 'none',
      },
    }),
}

function ownPage(language: SampleLanguage, rest: Partial<OwnPage>): OwnPage {
  return {
    ...letterHead(language),
    kind: 'own',
    address: '/me/sample',
    name: 'Trần Thị Hà',
    done: null,
    receipt: null,
    cases: [],
    requests: [],
    asked: [],
    replies: [],
    roundtable: null,
    asking: {
      choice: 'usual',
      held: false,
      offered: ['usual', 'half_year', 'year', 'never'],
      usualMonths: 3,
    },
    ...rest,
  }
}

export const ownComplaint = {
  faulty: (language: SampleLanguage) => complaint(language, 'empty'),
}

function complaint(language: SampleLanguage, fault: OwnComplaintPage['fault']): OwnComplaintPage {
  return {
    ...letterHead(language),
    kind: 'own-complaint',
    address: '/me/sample/complaint',
    ownPage: '/me/sample',
    form: 'sample',
    factors: [
      { key: 'delivery', name: { vi: 'Giao hàng', en: 'Delivery' }[language] },
      { key: 'support', name: { vi: 'Hỗ trợ và dịch vụ', en: 'Support and service' }[language] },
    ],
    typed: { text: '', factor: '', answerWanted: true },
    fault,
  }
}
