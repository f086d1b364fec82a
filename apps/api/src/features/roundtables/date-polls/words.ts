import { createWords } from '@sixfold/contract/words'

/** Faults of a poll that no single field shows. */
export const pollFaultWords = createWords({
  en: {
    ends_before_start: 'It must end after it starts.',
    twice: 'This date is in the list twice.',
    answer_after_first: 'Answers are needed on the day of the first date at the latest.',
    answered_late: 'This day has passed. Choose a later one.',
    remind_late: 'Remind on a day before the last day to answer.',
    remind_past: 'This day has passed. Choose a later one, or none.',
    past: 'This date has passed.',
  },
  vi: {
    ends_before_start: 'Giờ kết thúc phải sau giờ bắt đầu.',
    twice: 'Ngày này có hai lần trong danh sách.',
    answer_after_first: 'Hạn trả lời muộn nhất là ngày đầu tiên trong danh sách.',
    answered_late: 'Ngày này đã qua. Hãy chọn ngày muộn hơn.',
    remind_late: 'Ngày nhắc phải trước hạn trả lời.',
    remind_past: 'Ngày này đã qua. Hãy chọn ngày muộn hơn, hoặc để trống.',
    past: 'Ngày này đã qua.',
  },
})
