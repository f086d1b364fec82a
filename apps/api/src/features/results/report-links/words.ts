import { createWords } from '@sixfold/contract/words'

/** What readers of a shared report see besides it. */
export const reportLinkWords = createWords({
  en: {
    by: 'Shared by',
    until: 'This link ends',
    unknownTitle: 'This link leads nowhere',
    unknown:
      'The address is not complete, or it never was one. Please open it again from the message in which you got it.',
    expiredTitle: 'This link has expired',
    expired: 'The time for which this report was shared is over.',
    revokedTitle: 'This link was ended',
    revoked: 'Whoever shared this report has ended the link.',
    endedTitle: 'This link has ended',
    ended: 'This report is not shared any more.',
    ask: 'If you still need the report, please ask whoever sent you the link for a new one.',
  },
  vi: {
    by: 'Người chia sẻ',
    until: 'Liên kết hết hạn',
    unknownTitle: 'Liên kết này không dẫn đến đâu',
    unknown:
      'Địa chỉ không đầy đủ hoặc chưa từng tồn tại. Mời anh/chị mở lại từ tin nhắn mà anh/chị đã nhận được.',
    expiredTitle: 'Liên kết này đã hết hạn',
    expired: 'Thời gian chia sẻ báo cáo này đã kết thúc.',
    revokedTitle: 'Liên kết này đã bị thu hồi',
    revoked: 'Người chia sẻ báo cáo đã thu hồi liên kết.',
    endedTitle: 'Liên kết này không còn hiệu lực',
    ended: 'Báo cáo này không còn được chia sẻ.',
    ask: 'Nếu vẫn cần báo cáo, anh/chị vui lòng xin liên kết mới từ người đã gửi.',
  },
})
