import { createWords } from '@sixfold/contract/words'

/** Faults of a plan that no single field shows. */
export const planFaultWords = createWords({
  en: {
    endsBeforeStart: 'It must end after it starts.',
    answerAfterEvent: 'Answers are needed on the day of the event at the latest.',
    noTitle: 'Give a title in at least one language.',
    unknownRegion: 'Choose one of your regions.',
  },
  vi: {
    endsBeforeStart: 'Giờ kết thúc phải sau giờ bắt đầu.',
    answerAfterEvent: 'Hạn trả lời muộn nhất là ngày diễn ra sự kiện.',
    noTitle: 'Hãy đặt tên ở ít nhất một ngôn ngữ.',
    unknownRegion: 'Hãy chọn một trong các khu vực của anh/chị.',
  },
})
