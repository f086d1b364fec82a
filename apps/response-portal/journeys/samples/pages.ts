import type { GuestPage, PortalPage } from '@sixfold/contract/portal'
import { about, call, callAsked, notMe, thanks } from './around-survey.ts'
import { datePoll } from './date-poll.ts'
import type { SampleLanguage } from './letter-head.ts'
import { letterHead } from './letter-head.ts'
import { live, liveDoor } from './live.ts'
import { openEnd, openWelcome } from './open-link.ts'
import { ownData, ownDataGate, ownErasure } from './own-data.ts'
import { own, ownComplaint } from './own-page.ts'
import { answered, faulty, surveyPage } from './survey.ts'

type Samples = {
  [Kind in PortalPage['kind']]: Record<
    string,
    (language: SampleLanguage) => Extract<PortalPage, { kind: Kind }>
  >
}

/** Each kind of page as customers meet it; one that is forgotten is a type error. */
const samples: Samples = {
  survey: {
    welcome: language => surveyPage(language, 'welcome'),
    scales: language => surveyPage(language, 0),
    'scales-answered': language => answered(language, 0),
    choices: language => surveyPage(language, 1),
    'choices-answered': language => answered(language, 1),
    amounts: language => surveyPage(language, 2),
    'amounts-faulty': faulty,
    person: language => surveyPage(language, 3),
    'person-answered': language => answered(language, 3),
    factor: language => answered(language, 4),
    review: language => answered(language, 'review'),
  },
  about,
  call,
  'call-asked': callAsked,
  'not-me': notMe,
  thanks,
  own,
  'own-complaint': ownComplaint,
  'own-data': ownData,
  'own-data-gate': ownDataGate,
  'own-erasure': ownErasure,
  'open-welcome': openWelcome,
  'open-end': openEnd,
  accessibility: {
    statement: language => ({ ...letterHead(language), kind: 'accessibility', organisation: '' }),
  },
  notice: {
    unknown: language => ({ ...letterHead(language), kind: 'notice', reason: 'link_unknown' }),
  },
  'opt-out': {
    ask: language => ({ ...letterHead(language), kind: 'opt-out', address: '/r/sample' }),
  },
  'date-poll': datePoll,
  live,
  'live-door': liveDoor,
  guest: {
    asked: language => guest(language, { answer: 'none' }),
    accepted: language => guest(language, { answer: 'accepted' }),
    cancelled: language => guest(language, { state: 'cancelled' }),
  },
  'blind-ticket': {
    ready: language => ({
      ...letterHead(language),
      kind: 'blind-ticket',
      address: '/r/sample',
      waveId: 'sample',
      questionsAt: '/r/blind/sample',
      title: { vi: 'Khảo sát về nhà cung cấp, quý 4 năm 2026', en: 'Survey of suppliers' }[language],
      minutes: 4,
      questions: 28,
      closesOn: '2026-11-30',
      minimum: 10,
      earned: false,
    }),
  },
  'blind-survey': {
    'no-ballot': language => ({ ...surveyPage(language, 0), kind: 'blind-survey', waveId: 'sample' }),
  },
}

function guest(language: SampleLanguage, view: Partial<GuestPage['view']>): GuestPage {
  return {
    ...letterHead(language),
    kind: 'guest',
    agenda: null,
    feed: { on: false, done: null },
    asked: [],
    address: '/e/sample',
    view: {
      state: 'open',
      answer: 'none',
      waitlistPosition: null,
      organisation: 'Máy Việt',
      contactName: 'Trần Thị Hà',
      language,
      title: { vi: 'Tọa đàm khách hàng miền Nam', en: 'Customer round table, south' }[language],
      description: { vi: 'Mười hai khách hàng, sáu chủ đề.', en: 'Twelve customers, six topics.' }[language],
      venue: 'Khách sạn Rex, 141 Nguyễn Huệ, Thành phố Hồ Chí Minh',
      zone: 'Asia/Ho_Chi_Minh',
      startsAt: '2026-12-10T01:30:00.000Z',
      endsAt: '2026-12-10T05:00:00.000Z',
      answerBy: '2026-12-03',
      full: false,
      closed: false,
      side: view.answer === 'accepted' ? 'room' : null,
      seats: 1,
      largestParty: 2,
      heldUntil: null,
      lapsed: false,
      remote: { full: false, closed: false, joining: null },
      checkInAt:
        view.answer === 'accepted'
          ? 'https://events.example.com/scheduler/events/sample/check-in?guest=g'
          : null,
      ...view,
    },
    times: {
      date: '10/12/2026',
      time: '08:30–12:00',
      zone: 'GMT+7, Asia/Ho_Chi_Minh',
      answerBy: '03/12/2026',
      heldUntil: null,
    },
    noSeat: false,
  }
}

export const samplePages = Object.entries(samples).flatMap(([kind, ofKind]) =>
  Object.entries(ofKind).map(([name, make]) => ({ name: `${kind}-${name}`, make })),
)

/** Where the same page stands with answers, too, that one shows more. */
export const fullestPages = samplePages.filter(
  ({ name }) => !samplePages.some(other => other.name === `${name}-answered`),
)
