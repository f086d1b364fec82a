import { createWords } from '@sixfold/contract/words'

export const waveWords = createWords({
  en: {
    closes_in_the_past: 'The closing time has already passed.',
    closes_before_opening: 'The wave would close before it opens.',
    size_missing: 'Say how many people are drawn.',
    quotas_missing: 'Say how many people are drawn of each group.',
    deviations_missing: 'There is no earlier wave to tell how far answers lie apart.',
  },
  vi: {
    closes_in_the_past: 'Thời điểm kết thúc đã qua.',
    closes_before_opening: 'Đợt khảo sát sẽ đóng trước khi mở.',
    size_missing: 'Hãy cho biết chọn bao nhiêu người.',
    quotas_missing: 'Hãy cho biết mỗi nhóm chọn bao nhiêu người.',
    deviations_missing: 'Chưa có đợt nào trước đây để biết các câu trả lời khác nhau đến mức nào.',
  },
})
