import { createWords } from '@sixfold/contract/words'

/** What screen readers say while something is dragged. */
export const dragWords = createWords({
  en: {
    instructions:
      'Press Space to pick it up, the arrow keys to move it, Space to drop it, Escape to put it back.',
    picked: '{name} picked up',
    over: '{name} is over {target}',
    nowhere: '{name} is over nothing it could go to',
    dropped: '{name} dropped at {target}',
    cancelled: '{name} is back in its place',
  },
  vi: {
    instructions:
      'Nhấn phím cách để nhấc lên, phím mũi tên để chuyển, phím cách để thả, Escape để trả về chỗ cũ.',
    picked: 'Đã nhấc {name}',
    over: '{name} đang ở chỗ {target}',
    nowhere: '{name} đang ở nơi không thả được',
    dropped: 'Đã thả {name} vào chỗ {target}',
    cancelled: '{name} đã về chỗ cũ',
  },
})
