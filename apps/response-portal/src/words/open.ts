import { createWords } from '@sixfold/contract/words'

/** The pages of an open link: before anybody begins, and where nobody can. */
export const openWords = createWords({
  en: {
    begin: 'Start',
    again: 'Start a new answer',
    resume: 'Go on where you stopped',
    'resume.lead': 'You have begun to answer on this device.',
    'sent.lead':
      'An answer was already sent from this device. If several people share it, each may give their own.',
    private:
      'You answer without a name, unless you give one. A random number on this device lets you go on later.',
    trap: 'Please leave this field empty',
    'full.title': 'This survey is complete',
    'full.lead':
      'So many people have answered that every place is taken. Thank you for wanting to give your view.',
    'ended.title': 'This survey has ended',
    'ended.lead': 'It takes no more answers. Thank you for wanting to give yours.',
    'revoked.title': 'Nobody can start with this link any more',
    'revoked.lead': 'It was withdrawn. If you were asked to answer, please ask whoever gave you the link.',
    'early.title': 'This survey has not begun yet',
    'early.lead': 'Please come back a little later with the same link.',
    'place.title': 'Thank you. Every place is taken by now',
    'group.title': 'Thank you. We have enough answers like yours',
    'place.lead':
      'While you were answering, others filled the last places, so your answers were not sent and are not counted.',
    'group.lead':
      'This survey asks a fixed number of people in each group, and the group that one of your answers belongs to is complete. So your answers were not sent and are not counted.',
    'place.kept': 'What becomes of what you wrote',
    'place.kept.text':
      'It stays under your own link until {day}, and nobody reads it. If places become free you can still send it from here. After that day it is deleted.',
    'place.again': 'See whether there is a place now',
    'group.correct': 'Correct one of my answers',
  },
  vi: {
    begin: 'Bắt đầu',
    again: 'Bắt đầu một lượt trả lời mới',
    resume: 'Tiếp tục phần đang dở',
    'resume.lead': 'Anh/chị đã bắt đầu trả lời trên máy này.',
    'sent.lead':
      'Máy này đã gửi một lượt trả lời. Nếu nhiều người dùng chung máy, mỗi người đều có thể trả lời.',
    private:
      'Anh/chị trả lời mà không cần nêu tên, trừ khi tự ghi. Một số ngẫu nhiên lưu trên máy giúp anh/chị tiếp tục sau.',
    trap: 'Xin để trống ô này',
    'full.title': 'Khảo sát đã đủ người trả lời',
    'full.lead': 'Đã có đủ số người trả lời nên không còn chỗ. Cảm ơn anh/chị đã muốn chia sẻ ý kiến.',
    'ended.title': 'Đợt khảo sát này đã kết thúc',
    'ended.lead': 'Khảo sát không nhận thêm câu trả lời. Cảm ơn anh/chị đã dành thời gian.',
    'revoked.title': 'Không thể bắt đầu bằng liên kết này nữa',
    'revoked.lead':
      'Liên kết đã được thu hồi. Nếu được mời trả lời, anh/chị vui lòng hỏi người đã đưa liên kết.',
    'early.title': 'Khảo sát chưa bắt đầu',
    'early.lead': 'Anh/chị vui lòng quay lại sau bằng chính liên kết này.',
    'place.title': 'Cảm ơn anh/chị. Hiện đã hết chỗ',
    'group.title': 'Cảm ơn anh/chị. Chúng tôi đã có đủ câu trả lời như của anh/chị',
    'place.lead':
      'Trong lúc anh/chị trả lời, những chỗ cuối cùng đã được nhận, nên câu trả lời chưa được gửi và không được tính.',
    'group.lead':
      'Khảo sát chỉ hỏi một số người nhất định trong mỗi nhóm, và nhóm ứng với một câu trả lời của anh/chị đã đủ. Vì vậy câu trả lời chưa được gửi và không được tính.',
    'place.kept': 'Những gì anh/chị đã viết sẽ ra sao',
    'place.kept.text':
      'Nội dung được giữ dưới liên kết riêng của anh/chị đến {day}, không ai đọc. Nếu có chỗ trống, anh/chị vẫn gửi được từ đây. Sau ngày đó nội dung sẽ bị xóa.',
    'place.again': 'Xem đã có chỗ chưa',
    'group.correct': 'Sửa một câu trả lời',
  },
})
