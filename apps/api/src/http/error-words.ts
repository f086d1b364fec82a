import type { ErrorCode } from '@sixfold/contract/errors'
import { createWords } from '@sixfold/contract/words'

const en: Record<ErrorCode, string> = {
  invalid_input: 'Some of what was sent is not right. Nothing was stored.',
  unauthenticated: 'Please sign in.',
  wrong_credentials: 'The address or the password is not right.',
  not_found: 'This does not exist, or you may not see it.',
  revision_conflict: 'Somebody else changed this in the meantime.',
  already_exists: 'This exists already.',
  already_finished: 'These answers were already sent.',
  quota_full: 'There is no place left for these answers. They are kept, and not counted.',
  wrong_state: 'This cannot be done in the present state.',
  idempotency_mismatch: 'The same key was used for a different request.',
  not_publishable: 'The survey cannot be published yet.',
  link_expired: 'This link has expired.',
  link_used: 'This link was already used.',
  link_unknown: 'This link is not valid.',
  event_started: 'The round table has already started.',
  event_closed: 'The round table takes no more answers.',
  needs_approval: 'The logistics are frozen. A second person must agree to this change.',
  body_too_large: 'What was sent is too large.',
  unsupported_media_type: 'This kind of file cannot be read here.',
  too_many_requests: 'Too many requests. Please wait a moment.',
  unavailable: 'The service is not available right now. Please try again shortly.',
  internal: 'Something went wrong on our side.',
}

const vi: Record<ErrorCode, string> = {
  invalid_input: 'Một số nội dung gửi lên chưa đúng. Chưa có gì được lưu.',
  unauthenticated: 'Vui lòng đăng nhập.',
  wrong_credentials: 'Địa chỉ hoặc mật khẩu chưa đúng.',
  not_found: 'Nội dung này không tồn tại hoặc anh/chị không có quyền xem.',
  revision_conflict: 'Trong lúc đó có người khác đã thay đổi nội dung này.',
  already_exists: 'Nội dung này đã có sẵn.',
  already_finished: 'Các câu trả lời này đã được gửi.',
  quota_full: 'Không còn chỗ cho các câu trả lời này. Chúng được giữ lại nhưng không được tính.',
  wrong_state: 'Không thể thực hiện ở trạng thái hiện tại.',
  idempotency_mismatch: 'Khóa này đã được dùng cho một yêu cầu khác.',
  not_publishable: 'Chưa thể công bố bản khảo sát này.',
  link_expired: 'Liên kết này đã hết hạn.',
  link_used: 'Liên kết này đã được sử dụng.',
  link_unknown: 'Liên kết này không hợp lệ.',
  event_started: 'Buổi tọa đàm đã bắt đầu.',
  event_closed: 'Buổi tọa đàm không nhận thêm câu trả lời.',
  needs_approval: 'Khâu hậu cần đã chốt. Cần một người khác duyệt thay đổi này.',
  body_too_large: 'Nội dung gửi lên quá lớn.',
  unsupported_media_type: 'Không đọc được loại tệp này ở đây.',
  too_many_requests: 'Quá nhiều yêu cầu. Vui lòng đợi một lát.',
  unavailable: 'Dịch vụ tạm thời chưa sẵn sàng. Vui lòng thử lại sau giây lát.',
  internal: 'Đã có lỗi từ phía chúng tôi.',
}

export const errorWords = createWords({ en, vi })
