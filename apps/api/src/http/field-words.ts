import { createWords } from '@sixfold/contract/words'

const en = {
  missing: 'Please fill this in.',
  unknown: 'This field does not exist here.',
  text: 'Must be text.',
  number: 'Must be a whole number.',
  boolean: 'Must be yes or no.',
  list: 'Must be a list.',
  object: 'Must be a group of fields.',
  text_small: '{n, plural, one {Please fill this in.} other {Needs at least # characters.}}',
  text_big: 'May have at most {n, plural, one {# character} other {# characters}}.',
  list_small: 'Needs at least {n, plural, one {# entry} other {# entries}}.',
  list_big: 'May have at most {n, plural, one {# entry} other {# entries}}.',
  number_small: 'Must be {n} or more.',
  number_big: 'Must be {n} or less.',
  file_small: 'The file is too small.',
  file_big: 'The file is too large.',
  choice: 'Must be one of: {values}.',
  email: 'Must be an e-mail address.',
  date: 'Must be a date such as 2026-11-30.',
  instant: 'Must be an instant such as 2026-11-30T08:00:00Z.',
  url: 'Must be a web address.',
  format: 'Is not written the right way.',
  not_json: 'This is not JSON.',
  other: 'Is not right.',
}

export type FieldWordId = keyof typeof en

const vi: Record<FieldWordId, string> = {
  missing: 'Vui lòng điền mục này.',
  unknown: 'Mục này không có ở đây.',
  text: 'Phải là văn bản.',
  number: 'Phải là số nguyên.',
  boolean: 'Phải là có hoặc không.',
  list: 'Phải là danh sách.',
  object: 'Phải là một nhóm mục.',
  text_small: '{n, plural, =1 {Vui lòng điền mục này.} other {Cần ít nhất # ký tự.}}',
  text_big: 'Chỉ được tối đa {n} ký tự.',
  list_small: 'Cần ít nhất {n} mục.',
  list_big: 'Chỉ được tối đa {n} mục.',
  number_small: 'Phải từ {n} trở lên.',
  number_big: 'Không được quá {n}.',
  file_small: 'Tệp quá nhỏ.',
  file_big: 'Tệp quá lớn.',
  choice: 'Phải là một trong các giá trị: {values}.',
  email: 'Phải là địa chỉ thư điện tử.',
  date: 'Phải là ngày, ví dụ 2026-11-30.',
  instant: 'Phải là thời điểm, ví dụ 2026-11-30T08:00:00Z.',
  url: 'Phải là địa chỉ trang web.',
  format: 'Cách viết chưa đúng.',
  not_json: 'Nội dung này không phải JSON.',
  other: 'Giá trị chưa đúng.',
}

export const fieldWords = createWords({ en, vi })
