import { createWords } from '@sixfold/contract/words'

export const speakerWords = createWords({
  en: { endsBeforeItBegins: 'It ends before it begins.' },
  vi: { endsBeforeItBegins: 'Ngày kết thúc đứng trước ngày bắt đầu.' },
})
