import type { OpenEndPage, OpenWelcomePage } from '@sixfold/contract/portal'
import type { SampleLanguage } from './letter-head.ts'
import { letterHead } from './letter-head.ts'

export const openWelcome = {
  begun: (language: SampleLanguage) => welcome(language, { address: '/r/sample' }),
}

function welcome(language: SampleLanguage, earlier: OpenWelcomePage['earlier']): OpenWelcomePage {
  return {
    ...letterHead(language),
    kind: 'open-welcome',
    address: '/r/sample',
    embedded: false,
    title: { vi: 'Khảo sát quý 4 năm 2026', en: 'Survey of quarter 4, 2026' }[language],
    welcome: { vi: 'Mỗi quý, chúng tôi xin ý kiến khách hàng.', en: 'Every quarter we ask our customers.' }[
      language
    ],
    minutes: 4,
    questions: 28,
    closesOn: '2026-11-30',
    earlier,
  }
}

export const openEnd = {
  group: (language: SampleLanguage) => end(language, 'group', '/r/sample'),
}

function end(language: SampleLanguage, reason: OpenEndPage['reason'], address: string | null): OpenEndPage {
  return { ...letterHead(language), kind: 'open-end', reason, closesOn: '2026-11-30', address }
}
