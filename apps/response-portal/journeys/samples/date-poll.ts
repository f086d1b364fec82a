import type { BallotView } from '@sixfold/contract/date-polls'
import type { DatePollPage } from '@sixfold/contract/portal'
import type { SampleLanguage } from './letter-head.ts'
import { letterHead } from './letter-head.ts'

const TUESDAY = '2026-12-08-0830-1200'
const FRIDAY = '2026-12-11-0830-1200'

export const datePoll = {
  asked: (language: SampleLanguage) => page(language, {}),
  'other-clock': (language: SampleLanguage) =>
    page(language, {
      zones: {
        own: { vi: 'Giờ chuẩn Trung Âu, UTC+1', en: 'Central European Standard Time, UTC+1' }[language],
        event: { vi: 'Giờ Đông Dương, UTC+7', en: 'Indochina Time, UTC+7' }[language],
      },
      times: {
        [TUESDAY]: { date: dayOf(language, TUESDAY), time: '02:30–06:00', event: '08:30–12:00' },
        [FRIDAY]: { date: dayOf(language, FRIDAY), time: '02:30–06:00', event: '08:30–12:00' },
      },
      fault: 'nothing_chosen',
    }),
  saved: (language: SampleLanguage) =>
    page(language, { saved: true, chosen: { [TUESDAY]: 'no', [FRIDAY]: 'yes' } }, { votedAt: AT }),
  decided: (language: SampleLanguage) => page(language, {}, { state: 'decided', votedAt: AT }),
}

const AT = '2026-11-20T03:00:00.000Z'

function dayOf(language: SampleLanguage, date: string): string {
  if (language === 'vi') return date === TUESDAY ? 'Thứ Ba, 8 tháng 12, 2026' : 'Thứ Sáu, 11 tháng 12, 2026'
  return date === TUESDAY ? 'Tuesday 8 December 2026' : 'Friday 11 December 2026'
}

function page(
  language: SampleLanguage,
  rest: Partial<DatePollPage>,
  view: Partial<BallotView> = {},
): DatePollPage {
  const head = letterHead(language)
  const own = { vi: 'Giờ Đông Dương, UTC+7', en: 'Indochina Time, UTC+7' }[language]
  return {
    ...head,
    kind: 'date-poll',
    address: '/p/sample',
    late: false,
    view: {
      state: 'open',
      organisation: head.organisation,
      contactName: 'Trần Thị Hà',
      language,
      title: { vi: 'Tọa đàm khách hàng miền Nam', en: 'Customer round table, south' }[language],
      description: { vi: 'Mười hai khách hàng, sáu chủ đề.', en: 'Twelve customers, six topics.' }[language],
      venue: 'Khách sạn Rex, 141 Nguyễn Huệ, Thành phố Hồ Chí Minh',
      zone: 'Asia/Ho_Chi_Minh',
      ownZone: 'Asia/Ho_Chi_Minh',
      closesAt: '2026-11-27T17:00:00.000Z',
      dates: [
        {
          id: TUESDAY,
          startsAt: '2026-12-08T01:30:00.000Z',
          endsAt: '2026-12-08T05:00:00.000Z',
          vote: 'no',
          decided: false,
        },
        {
          id: FRIDAY,
          startsAt: '2026-12-11T01:30:00.000Z',
          endsAt: '2026-12-11T05:00:00.000Z',
          vote: 'yes',
          decided: view.state === 'decided',
        },
      ],
      note: '',
      votedAt: null,
      ...view,
    },
    times: {
      [TUESDAY]: { date: dayOf(language, TUESDAY), time: '08:30–12:00', event: null },
      [FRIDAY]: { date: dayOf(language, FRIDAY), time: '08:30–12:00', event: null },
    },
    zones: { own, event: null },
    answerBy: { vi: 'Thứ Sáu, 27 tháng 11, 2026, 23:59', en: 'Friday 27 November 2026, 23:59' }[language],
    chosen: {},
    note: '',
    saved: false,
    fault: null,
    ...rest,
  }
}
