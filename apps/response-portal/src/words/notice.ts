import { createWords } from '@sixfold/contract/words'

/** Pages that say what happened and what to do. Titles and texts go by the notice's reason. */
export const noticeWords = createWords({
  en: {
    'link_unknown.title': 'This link is not valid',
    'link_unknown.text':
      'It is no longer in use, or not complete: some mail programs break a long link in two. Please open it again from the mail, copy the whole link into the address line, or answer the mail that brought you here.',
    'link_expired.title': 'This survey has ended',
    'link_expired.text':
      'It takes no more answers. Thank you for wanting to give yours. If something is on your mind, please answer the mail that brought you here.',
    'closed.title': 'This link is no longer in use',
    'closed.text':
      'Nothing was changed. If you did not expect this, please answer the mail that brought you here.',
    'event_over.title': 'This event is over',
    'event_over.text':
      'The invitation is no longer open. If you would like to come to the next one, please answer the mail that brought you here.',
    'own_expired.title': 'This link has ended',
    'own_expired.text':
      'Links to a personal page work for a limited time, so that nobody finds them years later. You get a new one at the end of any survey of ours. Or answer the mail that brought you here.',
    'opted_out.title': 'We will not ask you again',
    'opted_out.text':
      'You will receive no more survey invitations from us. We still answer whenever you get in touch.',
    'too_many_requests.title': 'One moment, please',
    'too_many_requests.text':
      'This link was opened very often within a short time. Please wait a minute and try again. Everything that was saved is safe.',
    'unavailable.title': 'We cannot be reached just now',
    'unavailable.text': 'Please try again in a few minutes. Everything that was saved is safe.',
    'internal.title': 'Something went wrong on our side',
    'internal.text':
      'Please try again in a few minutes. Everything that was saved is safe. If it happens again, please answer the mail that brought you here.',
    'body_too_large.title': 'That was too much at once',
    'body_too_large.text':
      'Nothing of it was saved. Please go back, shorten your text or choose fewer files.',
    'opt-out.title': 'Shall we stop asking you?',
    'opt-out.text':
      'You would receive no more survey invitations from us. Other mail, such as answers to your requests, still reaches you.',
    'opt-out.yes': 'Do not ask me again',
    'opt-out.no': 'Keep asking me',
  },
  vi: {
    'link_unknown.title': 'Liên kết này không hợp lệ',
    'link_unknown.text':
      'Liên kết không còn được dùng hoặc chưa đầy đủ: một số chương trình thư ngắt đôi liên kết dài. Anh/chị vui lòng mở lại từ thư, chép toàn bộ liên kết vào thanh địa chỉ, hoặc trả lời thư đã nhận.',
    'link_expired.title': 'Đợt khảo sát này đã kết thúc',
    'link_expired.text':
      'Khảo sát không nhận thêm câu trả lời. Cảm ơn anh/chị đã dành thời gian. Nếu có điều muốn chia sẻ, anh/chị chỉ cần trả lời thư đã nhận.',
    'closed.title': 'Liên kết này không còn được sử dụng',
    'closed.text':
      'Không có gì thay đổi. Nếu thấy điều này bất thường, anh/chị vui lòng trả lời thư đã nhận.',
    'event_over.title': 'Buổi gặp này đã kết thúc',
    'event_over.text':
      'Thư mời không còn hiệu lực. Nếu muốn dự buổi tiếp theo, anh/chị vui lòng trả lời thư đã nhận.',
    'own_expired.title': 'Liên kết này đã hết hạn',
    'own_expired.text':
      'Liên kết đến trang riêng chỉ dùng được trong một thời gian, để về sau không ai khác mở được. Anh/chị nhận liên kết mới ở cuối mỗi khảo sát của chúng tôi, hoặc chỉ cần trả lời thư đã nhận.',
    'opted_out.title': 'Chúng tôi sẽ không hỏi anh/chị nữa',
    'opted_out.text':
      'Anh/chị sẽ không nhận thêm thư mời khảo sát. Chúng tôi vẫn luôn phản hồi khi anh/chị liên hệ.',
    'too_many_requests.title': 'Xin anh/chị đợi một lát',
    'too_many_requests.text':
      'Liên kết này vừa được mở quá nhiều lần. Anh/chị vui lòng đợi một phút rồi thử lại. Những gì đã lưu vẫn an toàn.',
    'unavailable.title': 'Hiện chưa kết nối được',
    'unavailable.text': 'Anh/chị vui lòng thử lại sau vài phút. Những gì đã lưu vẫn an toàn.',
    'internal.title': 'Đã có lỗi từ phía chúng tôi',
    'internal.text':
      'Anh/chị vui lòng thử lại sau vài phút. Những gì đã lưu vẫn an toàn. Nếu lỗi lặp lại, anh/chị vui lòng trả lời thư đã nhận.',
    'body_too_large.title': 'Nội dung quá dài',
    'body_too_large.text':
      'Chưa có gì được lưu. Anh/chị vui lòng quay lại, rút gọn nội dung hoặc chọn ít tệp hơn.',
    'opt-out.title': 'Anh/chị muốn chúng tôi ngừng hỏi?',
    'opt-out.text':
      'Anh/chị sẽ không nhận thêm thư mời khảo sát. Các thư khác, như phản hồi yêu cầu của anh/chị, vẫn được gửi bình thường.',
    'opt-out.yes': 'Đừng hỏi tôi nữa',
    'opt-out.no': 'Cứ tiếp tục hỏi tôi',
  },
})
