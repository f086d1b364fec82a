import { createWords } from '@sixfold/contract/words'

/** What every page of the portal says. */
export const frameWords = createWords({
  en: {
    languages: 'Language',
    back: 'Previous part',
    accessibility: 'Accessibility',
  },
  vi: {
    languages: 'Ngôn ngữ',
    back: 'Phần trước',
    accessibility: 'Hỗ trợ tiếp cận',
  },
})
