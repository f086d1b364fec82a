import { createWords } from '@sixfold/contract/words'

/** What is wrong with the time of a call back. */
export const callBackWords = createWords({
  en: {
    missing: 'Say when to call back.',
    past: 'This time has passed.',
    after_window: 'The days for this call end on {day}. Choose an earlier time.',
    not_allowed: 'The contact policy lets nobody call at this time. The first one after it is {time}.',
    never: 'The contact policy lets nobody call this person.',
  },
  vi: {
    missing: 'Hãy cho biết khi nào gọi lại.',
    past: 'Giờ này đã qua.',
    after_window: 'Hạn của cuộc gọi này là {day}. Hãy chọn giờ sớm hơn.',
    not_allowed: 'Quy tắc liên hệ không cho gọi vào giờ này. Giờ gần nhất sau đó là {time}.',
    never: 'Quy tắc liên hệ không cho gọi người này.',
  },
})
