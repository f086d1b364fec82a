import { createWords } from '@sixfold/contract/words'

/** Leaving a form whose work is not saved. */
export const leaveWords = createWords({
  en: {
    title: 'Leave without saving?',
    text: 'What you changed here since the last save is lost.',
    leave: 'Leave without saving',
  },
  vi: {
    title: 'Rời đi mà chưa lưu?',
    text: 'Những gì anh/chị đã sửa ở đây từ lần lưu trước sẽ mất.',
    leave: 'Rời đi, không lưu',
  },
})
