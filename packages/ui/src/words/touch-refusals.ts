import { createWords } from '@sixfold/contract/words'
import type { TouchRefusal } from '@sixfold/domain/touch-decision'

/** Why a contact was not touched: the contact policy's reasons, and what else can keep an invitation from leaving. */
type Reason = TouchRefusal | 'wave_closed' | 'window_closed' | 'withdrawn' | 'mail_failed'

/** A name that no reason has. */
type Word = Reason | 'other'

const en: Record<Word, string> = {
  erased: 'The contact was erased',
  no_address: 'No address for this channel',
  opted_out: 'Asked not to be contacted',
  do_not_call: 'Asked not to be called',
  no_consent: 'No consent recorded',
  already_finished: 'Has answered already',
  already_declined: 'Has declined',
  already_invited: 'Was invited already',
  not_invited: 'Was never invited',
  too_many_reminders: 'Was reminded often enough',
  account_silenced: 'The account is not surveyed at present',
  survey_too_soon: 'The last survey was too recent',
  asked_less_often: 'Asked to be surveyed less often',
  touch_too_soon: 'The last contact was too recent',
  reminder_too_soon: 'The last reminder was too recent',
  daily_limit: 'Enough for one day',
  holiday: 'Public holiday there',
  quiet_day: 'A quiet day there',
  weekend: 'Weekend there',
  quiet_hours: 'Outside working hours there',
  wave_closed: 'The wave had ended',
  window_closed: 'It was too late to ask about it',
  withdrawn: 'A colleague ended the link',
  mail_failed: 'The mail could not be written',
  other: 'Another reason: {reason}',
}

const vi: Record<Word, string> = {
  erased: 'Dữ liệu người liên hệ đã được xóa',
  no_address: 'Không có địa chỉ cho kênh này',
  opted_out: 'Đã yêu cầu không liên hệ',
  do_not_call: 'Đã yêu cầu không gọi điện',
  no_consent: 'Chưa ghi nhận sự đồng ý',
  already_finished: 'Đã trả lời',
  already_declined: 'Đã từ chối',
  already_invited: 'Đã được mời',
  not_invited: 'Chưa từng được mời',
  too_many_reminders: 'Đã được nhắc đủ số lần',
  account_silenced: 'Khách hàng này đang tạm ngừng khảo sát',
  survey_too_soon: 'Lần khảo sát trước còn quá gần',
  asked_less_often: 'Đã yêu cầu khảo sát thưa hơn',
  touch_too_soon: 'Lần liên hệ trước còn quá gần',
  reminder_too_soon: 'Lần nhắc trước còn quá gần',
  daily_limit: 'Đã đủ số lần trong ngày',
  holiday: 'Nơi đó đang nghỉ lễ',
  quiet_day: 'Nơi đó đang trong kỳ không liên hệ',
  weekend: 'Nơi đó đang cuối tuần',
  quiet_hours: 'Nơi đó đang ngoài giờ làm việc',
  wave_closed: 'Đợt khảo sát đã kết thúc',
  window_closed: 'Đã quá hạn để hỏi về việc này',
  withdrawn: 'Đồng nghiệp đã kết thúc liên kết',
  mail_failed: 'Không soạn được thư',
  other: 'Lý do khác: {reason}',
}

export const touchRefusalWords = createWords({ en, vi })

/** Whether a reason from the wire is one that has words; a newer server may know more. */
export function isKnownReason(reason: string): reason is Reason {
  return reason !== 'other' && Object.hasOwn(en, reason)
}
