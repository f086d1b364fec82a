import { createWords } from '@sixfold/contract/words'

/** People who would rather talk to somebody. */
export const callRequestWords = createWords({
  en: {
    title: 'Asked for a call',
    open: 'To call',
    done: 'Looked after',
    asked: 'Asked on {day}, in place of {wave}',
    when: 'Suits them: “{when}”.',
    anyTime: 'Any time suits them.',
    language: 'In {language}.',
    numberGiven:
      'The number that came with the request is not the one on record; whoever has the link could give it.',
    noNumber: 'No number was given, and none is on record',
    call: 'Call now',
    notNow: 'Not now:',
    from: '(possible from {time})',
  },
  vi: {
    title: 'Muốn được gọi điện',
    open: 'Cần gọi',
    done: 'Đã lo xong',
    asked: 'Nhắn ngày {day}, thay cho {wave}',
    when: 'Giờ tiện: “{when}”.',
    anyTime: 'Lúc nào cũng được.',
    language: 'Bằng {language}.',
    numberGiven: 'Số đi kèm lời nhắn không phải số trong hồ sơ; bất kỳ ai có liên kết cũng có thể ghi.',
    noNumber: 'Không ghi số, và hồ sơ cũng không có số',
    call: 'Gọi ngay',
    notNow: 'Chưa gọi được:',
    from: '(có thể gọi từ {time})',
  },
})
