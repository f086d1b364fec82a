import { createWords } from '@sixfold/contract/words'

export const waveWords = createWords({
  en: { closes_in_the_past: 'The closing time has already passed.' },
  vi: { closes_in_the_past: 'Thời điểm kết thúc đã qua.' },
})
