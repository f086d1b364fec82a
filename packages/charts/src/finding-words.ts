import { createWords } from '@sixfold/contract/words'

/** What changed: three things to look at, each with its evidence and how sure it is; on pages, in reports and in mails. */
export const findingWords = createWords({
  en: {
    title: 'What changed',
    rose: '{factor} rose to {now} satisfied',
    fell: '{factor} fell to {now} satisfied',
    change:
      ', from {before} in {quarter}: {points} points ({low} to {high} at {confidence}{counts}). {certainty}',
    counts: '; n {n} and {before}',
    certain: 'Unlikely to be chance, also after allowing for all factors compared.',
    chance: 'It could be chance among so many comparisons.',
    signal: '{factor} stands at {value} nonsatisfied',
    signalRest: ', outside the {low} to {high} that chance explains over the quarters.',
    improve: 'Improve {factor} first',
    improveRest:
      ': it carries {importance} of what explains satisfaction as a whole and stands at an index of {performance}; clearly important and clearly below the mean.',
    silent: 'Accounts with {share} of the revenue asked said nothing',
    silentRest: ': {accounts} of {of} accounts asked. These results do not speak for them.',
  },
  vi: {
    title: 'Điều đã thay đổi',
    rose: '{factor} tăng lên {now} hài lòng',
    fell: '{factor} giảm còn {now} hài lòng',
    change:
      ', từ {before} ở {quarter}: {points} điểm ({low} đến {high}, độ tin cậy {confidence}{counts}). {certainty}',
    counts: '; n {n} và {before}',
    certain: 'Khó là ngẫu nhiên, kể cả khi đã tính đến mọi yếu tố được so sánh.',
    chance: 'Có thể chỉ là ngẫu nhiên giữa nhiều phép so sánh.',
    signal: '{factor} đang ở mức {value} chưa hài lòng',
    signalRest: ', ngoài khoảng {low} đến {high} mà ngẫu nhiên giải thích được qua các quý.',
    improve: 'Cải thiện {factor} trước',
    improveRest:
      ': yếu tố này chiếm {importance} phần giải thích mức hài lòng chung và có chỉ số {performance}; rõ ràng quan trọng và rõ ràng dưới mức trung bình.',
    silent: 'Các công ty chiếm {share} doanh thu được hỏi đã không trả lời',
    silentRest: ': {accounts} trên {of} công ty được hỏi. Kết quả này không nói thay cho họ.',
  },
})
