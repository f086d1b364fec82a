import type { LivePage } from '@sixfold/contract/portal'
import type { SampleLanguage } from './letter-head.ts'
import { letterHead } from './letter-head.ts'

const page = (language: SampleLanguage, item: LivePage['view']['item']): LivePage => ({
  ...letterHead(language),
  kind: 'live',
  code: 'K7M-4QX',
  participant: '6f2b8a0e-1111-4222-8333-444455556666',
  view: {
    title: { en: 'Customer round table South', vi: 'Tọa đàm khách hàng miền Nam' },
    open: true,
    moderated: true,
    people: 29,
    item,
  },
  answer: null,
  saved: false,
})

const asked = { id: 'item', open: true, revealed: false, tally: { answers: 12, counts: {} }, before: null }

/** Without script: a rating, a poll, and nothing to answer just now. */
export const live = {
  quiet: (language: SampleLanguage) => page(language, null),
  rating: (language: SampleLanguage) =>
    page(language, {
      ...asked,
      input: {
        kind: 'rating',
        title: 'Giao hàng quý này tốt đến đâu?',
        low: 0,
        high: 10,
        lowWord: 'rất kém',
        highWord: 'rất tốt',
      },
    }),
  poll: (language: SampleLanguage) =>
    page(language, {
      ...asked,
      input: {
        kind: 'poll',
        title: 'Việc nào trước?',
        options: ['Lịch giao hàng', 'Hóa đơn điện tử'],
        most: 1,
      },
    }),
}

export const liveDoor = {
  asked: (language: SampleLanguage) => ({ ...letterHead(language), kind: 'live-door' as const, wrong: null }),
  wrong: (language: SampleLanguage) => ({
    ...letterHead(language),
    kind: 'live-door' as const,
    wrong: 'ABC',
  }),
}
