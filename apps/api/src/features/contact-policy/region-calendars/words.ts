import { createWords } from '@sixfold/contract/words'
import type { CalendarListFault } from '@sixfold/domain/calendar/calendar-list'

const en: Record<CalendarListFault['fault'], string> = {
  no_such_day: 'There is no such day. Write 2027-02-06 or 06/02/2027.',
  ends_before_it_begins: 'It ends before it begins.',
  too_long: 'More than two months without a word to customers: is the year right?',
  too_far: 'The year lies outside 2000 to 2100.',
  unknown_kind: 'Write holiday, half, working or quiet.',
  no_name: 'A day needs a name.',
  no_source: 'Say who announced it.',
  text_too_long: 'The text is too long.',
  column_missing: 'This column is missing. The first line names the columns; “date” and “name” are needed.',
  column_repeated: 'This column stands there twice.',
  cell_without_heading: 'This cell stands under no heading.',
  repeated: 'This day stands in the list above.',
  open_quote: 'A quotation mark opens here and never closes.',
}

const vi: Record<CalendarListFault['fault'], string> = {
  no_such_day: 'Không có ngày này. Hãy viết 2027-02-06 hoặc 06/02/2027.',
  ends_before_it_begins: 'Ngày kết thúc đứng trước ngày bắt đầu.',
  too_long: 'Hơn hai tháng không liên hệ khách hàng: năm ghi đã đúng chưa?',
  too_far: 'Năm nằm ngoài khoảng 2000 đến 2100.',
  unknown_kind: 'Hãy viết ngày lễ, nửa ngày, ngày làm việc hoặc không liên hệ.',
  no_name: 'Cần có tên cho ngày này.',
  no_source: 'Hãy ghi ai đã công bố.',
  text_too_long: 'Nội dung quá dài.',
  column_missing: 'Thiếu cột này. Dòng đầu ghi tên các cột; cần có cột “ngày” và “tên”.',
  column_repeated: 'Cột này xuất hiện hai lần.',
  cell_without_heading: 'Ô này không thuộc cột nào.',
  repeated: 'Ngày này đã có ở dòng trên.',
  open_quote: 'Dấu ngoặc kép mở ở đây nhưng không đóng.',
}

export const calendarWords = createWords({ en, vi })
