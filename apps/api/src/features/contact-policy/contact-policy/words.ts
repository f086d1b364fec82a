import { createWords } from '@sixfold/contract/words'

export const policyWords = createWords({
  en: {
    no_change: 'This rule changes nothing.',
    no_hours: 'The hours end before they begin.',
    no_hours_by_law: 'No hour is left in {country}: the law there allows none of these.',
    not_a_number: 'A number here is not a whole one, or below zero.',
    id_repeated: 'Two rules have the same name.',
  },
  vi: {
    no_change: 'Quy tắc này không thay đổi gì.',
    no_hours: 'Giờ kết thúc đứng trước giờ bắt đầu.',
    no_hours_by_law: 'Không còn giờ nào tại {country}: luật ở đó không cho phép các giờ này.',
    not_a_number: 'Có số không phải số nguyên, hoặc nhỏ hơn 0.',
    id_repeated: 'Hai quy tắc trùng tên.',
  },
})
