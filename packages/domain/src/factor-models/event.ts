import type { FactorModel } from '../factor-model.ts'
import { wholeFactor } from './whole-factor.ts'

/** What makes a customer event worth coming to, for surveys after it. */
export const eventModel: FactorModel = {
  key: 'event',
  version: 1,
  name: {
    en: 'Event: five things that make it worthwhile',
    vi: 'Sự kiện: năm điều làm nên một buổi gặp đáng giá',
  },
  source: 'Sixfold (2026)',
  factors: [
    wholeFactor(
      'topics',
      ['Topics', 'Chủ đề'],
      ['The topics for your own work', 'Chủ đề đối với công việc của anh/chị'],
    ),
    wholeFactor(
      'hearing',
      ['Being heard', 'Được lắng nghe'],
      ['How far you could say what matters to you', 'Việc anh/chị nói được điều mình quan tâm'],
    ),
    wholeFactor(
      'answers',
      ['Answers', 'Giải đáp'],
      ['The answers that you got', 'Những giải đáp anh/chị nhận được'],
    ),
    wholeFactor(
      'company',
      ['Company', 'Người cùng dự'],
      ['The exchange with other guests', 'Việc trao đổi với các khách khác'],
    ),
    wholeFactor(
      'arrangements',
      ['Arrangements', 'Tổ chức'],
      ['Time, place and arrangements', 'Thời gian, địa điểm và khâu tổ chức'],
    ),
  ],
}
