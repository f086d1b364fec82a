import { createWords } from '@sixfold/contract/words'

/** Who competes with a customer. */
export const rivalWords = createWords({
  en: {
    rivals: 'Competitors',
    rivalsHelp: 'Round tables never seat them together.',
    none: 'None is noted.',
    add: 'Add a competitor',
    search: 'Search by name',
    notFound: 'No other company of this name.',
    remove: 'Remove',
    removeOne: 'Remove {name} as a competitor',
    notedBy: 'Noted by {who}, {time}',
    couldNot: 'This could not be saved. Please try again.',
  },
  vi: {
    rivals: 'Đối thủ cạnh tranh',
    rivalsHelp: 'Các buổi tọa đàm luôn xếp họ ngồi xa nhau.',
    none: 'Chưa ghi đối thủ nào.',
    add: 'Thêm đối thủ',
    search: 'Tìm theo tên',
    notFound: 'Không có công ty nào khác mang tên này.',
    remove: 'Gỡ',
    removeOne: 'Gỡ {name} khỏi danh sách đối thủ',
    notedBy: '{who} ghi ngày {time}',
    couldNot: 'Chưa lưu được. Vui lòng thử lại.',
  },
})
