import { createWords } from '@sixfold/contract/words'
import { touchPurposes } from '@sixfold/domain/contact-policy'
import type { FileKind } from '@sixfold/domain/text/decode'
import type { RowFaultCode } from '../../csv/importer.ts'

/** Every reason for which a file or a cell of it is not taken over. */
export type ImportFaultCode = RowFaultCode | 'column_missing' | 'column_repeated' | 'open_quote'

type OtherWord = `file_${Exclude<FileKind, 'text'>}` | `${LineFault}_all` | 'fault_heading'

/** Reasons that name another line; a group of them says it without. */
const lineFaults = [
  'account_differs',
  'contact_repeated',
  'email_repeated',
  'product_differs',
  'installation_repeated',
] as const
type LineFault = (typeof lineFaults)[number]

/** The word for a group of faults of one kind. */
export function groupWord(fault: ImportFaultCode): ImportFaultCode | `${LineFault}_all` {
  const named = lineFaults.find(one => one === fault)
  return named ? `${named}_all` : fault
}

const purposes = touchPurposes.join(', ')

const en: Record<ImportFaultCode | OtherWord, string> = {
  column_missing: 'The file has no column “{column}”.',
  column_repeated: 'The column “{column}” stands in the file twice.',
  open_quote: 'A quotation mark opens here and never closes; nothing after it can be read.',
  cells_missing: 'The row has fewer cells than the headings.',
  cells_surplus: 'The row has more cells than the headings.',
  required: 'This cell must not be empty.',
  too_long: 'The text is too long.',
  control_characters: 'The text holds damaged characters.',
  not_an_email: 'This is not an e-mail address of one person.',
  not_a_phone: 'This is not a telephone number. Spreadsheets spoil long numbers: format the column as text.',
  unknown_kind: 'The kind is existing, prospect or former.',
  unknown_country: 'A country is given by its two letters, such as VN.',
  unknown_zone: 'A time zone is given by its name, such as Asia/Ho_Chi_Minh.',
  not_a_language: 'A language is given by its code, such as vi or en.',
  not_yes_or_no: 'Write yes or no.',
  not_a_number: 'This is not an amount.',
  ambiguous_number: 'This can be read as a decimal or as thousands. Write it without a separator.',
  impossible_number: 'This amount cannot be right.',
  unknown_region: 'There is no such region. Correct it, or let the import create regions.',
  region_without_zone: 'This new region lies in a country with several time zones. Fill in the column zone.',
  account_without_name: 'A new account needs a name.',
  account_without_region: 'A new account needs a region.',
  account_differs: 'Line {otherLine} says something else about the same account.',
  contact_repeated: 'The same contact stands on line {otherLine} already.',
  email_repeated: 'The contact on line {otherLine} has the same address. Nobody should be asked twice.',
  account_differs_all: 'Other lines say something else about the same account.',
  contact_repeated_all: 'The same contact stands in the file twice.',
  email_repeated_all: 'Two contacts have the same address. Nobody should be asked twice.',
  email_taken: 'Another contact has this address. Nobody should be asked twice.',
  not_changeable: 'This cannot be changed by you.',
  zone_needed: 'The country has several time zones. Fill in the column zone.',
  unknown_seniority: 'The seniority is executive, manager or specialist.',
  unknown_purpose: `Purposes are ${purposes}; an opt-out can also be everything.`,
  not_a_website: 'This is not the address of a website.',
  not_a_day: 'This is not a day. Write 2026-02-17.',
  not_a_month: 'A month is given by its number, 1 to 12, or its English name.',
  ambiguous_day: 'Day and month can be mistaken for one another. Write 2026-02-17.',
  unknown_owner: 'No colleague has this e-mail address.',
  unknown_account: 'There is no account with this number. Import the accounts first.',
  unknown_contact: 'There is no contact with this number. Import the contacts first.',
  contact_of_other_account: 'This contact works at another account.',
  unknown_product: 'There is no such product. Correct it, or let the import create products.',
  product_without_name: 'A new product needs a name.',
  product_differs: 'Line {otherLine} gives the same product another name.',
  product_differs_all: 'Other lines give the same product another name.',
  installation_repeated: 'The same installation stands on line {otherLine} already.',
  installation_repeated_all: 'The same installation stands in the file twice.',
  installation_of_other_account: 'This installation belongs to another account.',
  file_empty: 'The file is empty.',
  file_pdf: 'This is a PDF. Please export the list as CSV.',
  file_spreadsheet: 'This is a spreadsheet. Please save it as CSV (UTF-8).',
  file_binary: 'This is not a text file. Please export the list as CSV.',
  fault_heading: 'fault',
}

const vi: typeof en = {
  column_missing: 'Tệp thiếu cột “{column}”.',
  column_repeated: 'Cột “{column}” xuất hiện hai lần trong tệp.',
  open_quote: 'Dấu ngoặc kép mở ở đây nhưng không đóng; phần sau không đọc được.',
  cells_missing: 'Dòng này có ít ô hơn dòng tiêu đề.',
  cells_surplus: 'Dòng này có nhiều ô hơn dòng tiêu đề.',
  required: 'Ô này không được để trống.',
  too_long: 'Nội dung quá dài.',
  control_characters: 'Nội dung có ký tự bị hỏng.',
  not_an_email: 'Đây không phải địa chỉ email của một người.',
  not_a_phone: 'Đây không phải số điện thoại. Bảng tính hay làm hỏng số dài: hãy định dạng cột là văn bản.',
  unknown_kind: 'Loại khách hàng là existing, prospect hoặc former.',
  unknown_country: 'Quốc gia ghi bằng mã hai chữ cái, ví dụ VN.',
  unknown_zone: 'Múi giờ ghi bằng tên, ví dụ Asia/Ho_Chi_Minh.',
  not_a_language: 'Ngôn ngữ ghi bằng mã, ví dụ vi hoặc en.',
  not_yes_or_no: 'Hãy ghi yes hoặc no (có hoặc không).',
  not_a_number: 'Đây không phải một số tiền.',
  ambiguous_number: 'Có thể hiểu là số thập phân hoặc hàng nghìn. Hãy ghi không có dấu phân cách.',
  impossible_number: 'Số tiền này không thể đúng.',
  unknown_region: 'Không có khu vực này. Hãy sửa lại, hoặc cho phép tạo khu vực khi nhập.',
  region_without_zone: 'Khu vực mới này thuộc nước có nhiều múi giờ. Hãy điền cột zone.',
  account_without_name: 'Công ty mới cần có tên.',
  account_without_region: 'Công ty mới cần có khu vực.',
  account_differs: 'Dòng {otherLine} ghi khác về cùng công ty này.',
  contact_repeated: 'Người liên hệ này đã có ở dòng {otherLine}.',
  email_repeated: 'Người liên hệ ở dòng {otherLine} có cùng địa chỉ. Không ai nên bị hỏi hai lần.',
  account_differs_all: 'Dòng khác ghi khác về cùng công ty.',
  contact_repeated_all: 'Cùng một người liên hệ xuất hiện hai lần trong tệp.',
  email_repeated_all: 'Hai người liên hệ có cùng địa chỉ. Không ai nên bị hỏi hai lần.',
  email_taken: 'Người liên hệ khác đã dùng địa chỉ này. Không ai nên bị hỏi hai lần.',
  not_changeable: 'Anh/chị không thể thay đổi mục này.',
  zone_needed: 'Nước này có nhiều múi giờ. Hãy điền cột zone.',
  unknown_seniority: 'Cấp bậc là executive, manager hoặc specialist.',
  unknown_purpose: `Mục đích là ${purposes}; từ chối nhận cũng có thể là everything.`,
  not_a_website: 'Đây không phải địa chỉ trang web.',
  not_a_day: 'Đây không phải một ngày. Hãy ghi 2026-02-17.',
  not_a_month: 'Tháng ghi bằng số từ 1 đến 12, hoặc tên tiếng Anh.',
  ambiguous_day: 'Có thể nhầm ngày với tháng. Hãy ghi 2026-02-17.',
  unknown_owner: 'Không có đồng nghiệp nào dùng địa chỉ e-mail này.',
  unknown_account: 'Không có công ty nào mang mã này. Hãy nhập công ty trước.',
  unknown_contact: 'Không có người liên hệ nào mang mã này. Hãy nhập người liên hệ trước.',
  contact_of_other_account: 'Người liên hệ này thuộc công ty khác.',
  unknown_product: 'Không có sản phẩm này. Hãy sửa lại, hoặc cho phép tạo sản phẩm khi nhập.',
  product_without_name: 'Sản phẩm mới cần có tên.',
  product_differs: 'Dòng {otherLine} ghi tên khác cho cùng sản phẩm này.',
  product_differs_all: 'Dòng khác ghi tên khác cho cùng sản phẩm.',
  installation_repeated: 'Mục lắp đặt này đã có ở dòng {otherLine}.',
  installation_repeated_all: 'Cùng một mục lắp đặt xuất hiện hai lần trong tệp.',
  installation_of_other_account: 'Mục lắp đặt này thuộc công ty khác.',
  file_empty: 'Tệp trống.',
  file_pdf: 'Đây là tệp PDF. Vui lòng xuất danh sách ra CSV.',
  file_spreadsheet: 'Đây là tệp bảng tính. Vui lòng lưu thành CSV (UTF-8).',
  file_binary: 'Đây không phải tệp văn bản. Vui lòng xuất danh sách ra CSV.',
  fault_heading: 'lỗi',
}

export const importWords = createWords({ en, vi })
