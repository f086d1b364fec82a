import type { DueTopic } from '@sixfold/domain/my-day/due-item'
import type { DayReason } from '@sixfold/domain/my-day/order-day'
import { createWords } from './words.ts'

const en: Record<`topic.${DueTopic}` | `reason.${DayReason}`, string> = {
  'topic.installation_call': 'Call after an installation',
  'topic.call_back': 'Call back as agreed',
  'topic.case_new': 'Case to take up',
  'topic.case': 'Case to resolve',
  'topic.case_waiting': 'Case whose customer is silent',
  'topic.event_change': 'Change of a frozen event',
  'topic.public_word': '“You said, we did” to approve',
  'topic.bounce': 'Mail comes back',
  'topic.silence': 'Nobody answers',
  'topic.call_request': 'Customer asks for a call',
  'topic.not_me': 'Link reached somebody else',
  'topic.data_request': 'Question about own data',
  'topic.roundtable_wish': 'Wants to come to a round table',
  'topic.action': 'Agreed action',
  'reason.late': 'Late',
  'reason.window_closes': 'Cannot be made up for later',
  'reason.promised': 'The customer waits',
  'reason.colleague': 'A colleague waits',
  'reason.severe': 'Severe',
  'reason.large_account': 'One of your largest customers',
}

const vi: typeof en = {
  'topic.installation_call': 'Gọi sau lắp đặt',
  'topic.call_back': 'Gọi lại theo hẹn',
  'topic.case_new': 'Vụ việc cần tiếp nhận',
  'topic.case': 'Vụ việc cần giải quyết',
  'topic.case_waiting': 'Vụ việc khách hàng chưa trả lời',
  'topic.event_change': 'Thay đổi sự kiện đã chốt',
  'topic.public_word': '“Quý khách nói, chúng tôi làm” cần duyệt',
  'topic.bounce': 'Thư bị trả lại',
  'topic.silence': 'Không ai trả lời',
  'topic.call_request': 'Khách hàng muốn được gọi',
  'topic.not_me': 'Đường liên kết đến nhầm người',
  'topic.data_request': 'Yêu cầu về dữ liệu cá nhân',
  'topic.roundtable_wish': 'Muốn dự tọa đàm',
  'topic.action': 'Việc đã thống nhất',
  'reason.late': 'Trễ hạn',
  'reason.window_closes': 'Bỏ lỡ là không làm lại được',
  'reason.promised': 'Khách hàng đang chờ',
  'reason.colleague': 'Đồng nghiệp đang chờ',
  'reason.severe': 'Nghiêm trọng',
  'reason.large_account': 'Một trong những khách hàng lớn nhất của anh/chị',
}

/** What is due and why, on screens and in the mail of the day alike. */
export const myDayWords = createWords({ en, vi })
