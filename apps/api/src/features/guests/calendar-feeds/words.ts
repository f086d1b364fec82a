import { createWords } from '@sixfold/contract/words'

/** Names of calendars to subscribe to. */
export const feedWords = createWords({
  en: { region: 'Round tables: {region}', own: 'Events at {organisation}' },
  vi: { region: 'Tọa đàm: {region}', own: 'Các buổi gặp tại {organisation}' },
})
