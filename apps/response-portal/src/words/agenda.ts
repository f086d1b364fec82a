import { createWords } from '@sixfold/contract/words'

/** The agenda on a guest's page. */
export const agendaWords = createWords({
  en: {
    agenda: 'Agenda',
    welcome: 'Welcome',
    you_said: 'You said, we did',
    topic: 'Discussion',
    introduction: 'Introduction',
    break: 'Break',
    closing: 'Closing',
    kept: 'An introduction',
    keptText: 'More about it here from {time}.',
  },
  vi: {
    agenda: 'Chương trình',
    welcome: 'Chào mừng',
    you_said: 'Anh/chị đã nói, chúng tôi đã làm',
    topic: 'Thảo luận',
    introduction: 'Giới thiệu',
    break: 'Nghỉ giải lao',
    closing: 'Kết thúc',
    kept: 'Một phần giới thiệu',
    keptText: 'Thông tin sẽ có tại đây từ {time}.',
  },
})
