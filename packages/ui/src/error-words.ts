import type { ErrorCode } from '@sixfold/contract/errors'
import { createWords, type UiLanguage } from '@sixfold/contract/words'

/** What happened and what to do, for each code of the closed list. A new code fails the type check here. */
const en: Record<ErrorCode | 'unreached', string> = {
  invalid_input: 'Some of what was sent does not fit. Correct the marked fields and send it again.',
  unauthenticated: 'You are not signed in any more. Sign in again; this page will be waiting.',
  wrong_credentials: 'This e-mail address and password do not belong together. Check both and try again.',
  key_not_allowed: 'This needs a person who is signed in.',
  not_found: 'There is nothing here, or it is not yours to see. Check the address, or ask an administrator.',
  revision_conflict:
    'Somebody else changed this in the meantime. Look at their version before you save yours.',
  already_exists: 'This exists already.',
  already_finished: 'This was finished before; nothing was changed.',
  quota_full: 'There is no place left for these answers.',
  wrong_state:
    'This cannot be done any more, because something changed in the meantime. Reload to see how it stands.',
  idempotency_mismatch: 'This was sent before with other contents. Reload the page and try once more.',
  not_publishable: 'This cannot be published yet. See what is still missing.',
  link_expired: 'This link is too old to be used. Ask for a new one.',
  link_used: 'This link has been used already. It works only once.',
  link_unknown: 'This link does not lead anywhere. Check that it was copied whole, or ask for a new one.',
  event_started: 'The event has begun, so this can no longer be changed.',
  event_closed: 'The event is closed and takes no more answers.',
  needs_approval: 'The logistics are frozen by now. Ask a second person to agree to this change.',
  body_too_large: 'This is larger than we can take. Send a smaller file.',
  unsupported_media_type: 'This kind of file cannot be read here.',
  too_many_requests: 'That was too often in a short time. Wait a minute, then try again.',
  unavailable: 'The server cannot reach its data just now. Nothing is lost; try again in a moment.',
  internal: 'Something went wrong on our side. Try again; if it stays, report it with the number below.',
  unreached: 'The server could not be reached. Check the connection, then try again.',
}

const vi: typeof en = {
  invalid_input: 'Một số nội dung gửi đi chưa hợp lệ. Anh/chị sửa các ô được đánh dấu rồi gửi lại.',
  unauthenticated: 'Phiên đăng nhập đã hết. Anh/chị đăng nhập lại để tiếp tục đúng trang này.',
  wrong_credentials: 'Địa chỉ e-mail và mật khẩu không khớp. Anh/chị kiểm tra cả hai rồi thử lại.',
  key_not_allowed: 'Thao tác này cần một người đăng nhập.',
  not_found:
    'Không có nội dung nào ở đây, hoặc anh/chị không có quyền xem. Hãy kiểm tra địa chỉ hoặc hỏi quản trị viên.',
  revision_conflict: 'Có người vừa sửa nội dung này. Hãy xem bản của họ trước khi lưu bản của anh/chị.',
  already_exists: 'Mục này đã có rồi.',
  already_finished: 'Việc này đã hoàn tất từ trước; không có gì thay đổi.',
  quota_full: 'Không còn chỗ cho các câu trả lời này.',
  wrong_state: 'Không thể làm việc này nữa vì tình trạng đã thay đổi. Tải lại trang để xem hiện trạng.',
  idempotency_mismatch: 'Yêu cầu này đã được gửi trước đó với nội dung khác. Tải lại trang rồi thử lại.',
  not_publishable: 'Chưa thể phát hành. Hãy xem còn thiếu những gì.',
  link_expired: 'Liên kết này đã hết hạn. Anh/chị hãy xin liên kết mới.',
  link_used: 'Liên kết này đã được dùng. Mỗi liên kết chỉ dùng được một lần.',
  link_unknown: 'Liên kết này không dẫn tới đâu. Hãy kiểm tra đã chép đủ chưa, hoặc xin liên kết mới.',
  event_started: 'Sự kiện đã bắt đầu nên không thể thay đổi nữa.',
  event_closed: 'Sự kiện đã kết thúc và không nhận trả lời nữa.',
  needs_approval: 'Khâu hậu cần đã chốt. Hãy xin một người khác duyệt thay đổi này.',
  body_too_large: 'Nội dung lớn hơn mức cho phép. Hãy gửi tệp nhỏ hơn.',
  unsupported_media_type: 'Không đọc được loại tệp này.',
  too_many_requests: 'Thao tác quá nhiều lần trong thời gian ngắn. Hãy đợi một phút rồi thử lại.',
  unavailable: 'Máy chủ tạm thời chưa đọc được dữ liệu. Không có gì bị mất; hãy thử lại sau giây lát.',
  internal: 'Hệ thống gặp sự cố. Hãy thử lại; nếu vẫn lỗi, hãy báo kèm mã số bên dưới.',
  unreached: 'Không kết nối được với máy chủ. Hãy kiểm tra mạng rồi thử lại.',
}

const say = createWords({ en, vi })

/** A failure in words: what happened, and what to do. */
export function errorText(error: { code: ErrorCode; unreached?: boolean }, language: UiLanguage): string {
  return say(language)(error.unreached ? 'unreached' : error.code)
}
