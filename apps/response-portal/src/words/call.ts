import { createWords } from '@sixfold/contract/words'

/** Talking to somebody instead of answering, and telling that a link was meant for somebody else. */
export const callWords = createWords({
  en: {
    title: 'Would you rather talk to somebody?',
    lead: 'Gladly. Whoever looks after your company calls you. What you have answered so far is kept, and you may go on later.',
    phone: 'Telephone number',
    'phone.help': 'Leave it empty if we should use the number that we have.',
    when: 'When does it suit you?',
    'when.help': 'For example “mornings” or “Thursday after 14:00”. We call on working days only.',
    send: 'Please call me',
    back: 'Back to the survey',
    'fault.not_a_phone': 'Please check the telephone number: 6 to 15 digits.',
    'fault.needed': 'Please give a number: we have none.',
    'fault.too_long': 'Please say it in fewer words.',
    'asked.title': 'We will call you',
    'asked.text': 'Somebody calls you from {from}, at the latest by {until} ({zone}).',
    'asked.open':
      'You do not have to answer the survey. If you would like to all the same, it stays open to you; we will not remind you of it.',
    'asked.change': 'If number or time change, simply ask again the same way.',
    'asked.close': 'You may close this page.',
    'notMe.title': 'This letter was meant for somebody else?',
    'notMe.lead':
      'The link is personal: whatever is answered through it counts as the answer of the person we invited. So please do not answer in their place.',
    'notMe.pass':
      'If you know the person, please pass the mail on, or simply leave it. Nothing of what they may have answered is shown to you.',
    'notMe.tell':
      'If the person no longer works there, or the address is wrong, tell us with the button below. A colleague then looks at our records. Nothing else changes: nobody is taken off a list, and the link goes on working.',
    'notMe.send': 'Tell you that it reached the wrong person',
    'notMe.back': 'It is meant for me after all',
    'told.title': 'Thank you for telling us',
    'told.text':
      'A colleague looks at our records. You need not do anything else; please delete the mail or pass it on.',
  },
  vi: {
    title: 'Anh/chị muốn trao đổi trực tiếp?',
    lead: 'Chúng tôi rất sẵn lòng. Người phụ trách công ty của anh/chị sẽ gọi điện. Những gì anh/chị đã trả lời vẫn được giữ, và anh/chị có thể tiếp tục sau.',
    phone: 'Số điện thoại',
    'phone.help': 'Để trống nếu muốn chúng tôi dùng số đã có.',
    when: 'Lúc nào tiện cho anh/chị?',
    'when.help': 'Ví dụ “buổi sáng” hoặc “thứ Năm sau 14:00”. Chúng tôi chỉ gọi vào ngày làm việc.',
    send: 'Xin gọi cho tôi',
    back: 'Quay lại khảo sát',
    'fault.not_a_phone': 'Anh/chị vui lòng xem lại số điện thoại, gồm 6 đến 15 chữ số.',
    'fault.needed': 'Anh/chị vui lòng cho số điện thoại: chúng tôi chưa có số nào.',
    'fault.too_long': 'Anh/chị vui lòng ghi ngắn hơn.',
    'asked.title': 'Chúng tôi sẽ gọi cho anh/chị',
    'asked.text': 'Sẽ có người gọi cho anh/chị từ {from}, muộn nhất là {until} ({zone}).',
    'asked.open':
      'Anh/chị không cần trả lời khảo sát nữa. Nếu vẫn muốn, khảo sát luôn mở cho anh/chị; chúng tôi sẽ không nhắc lại.',
    'asked.change': 'Nếu đổi số hoặc giờ, anh/chị chỉ cần nhắn lại theo cách này.',
    'asked.close': 'Anh/chị có thể đóng trang này.',
    'notMe.title': 'Thư này gửi cho người khác?',
    'notMe.lead':
      'Liên kết này dành riêng cho một người: mọi câu trả lời qua đó được tính là của người chúng tôi đã mời. Xin anh/chị đừng trả lời thay.',
    'notMe.pass':
      'Nếu biết người đó, anh/chị vui lòng chuyển thư lại, hoặc cứ bỏ qua. Những gì họ có thể đã trả lời không hiện ra cho anh/chị.',
    'notMe.tell':
      'Nếu người đó không còn làm việc ở đây, hoặc địa chỉ bị sai, xin anh/chị báo cho chúng tôi bằng nút bên dưới. Một đồng nghiệp sẽ xem lại hồ sơ. Ngoài ra không có gì thay đổi: không ai bị xóa khỏi danh sách, và liên kết vẫn dùng được.',
    'notMe.send': 'Báo rằng thư đến nhầm người',
    'notMe.back': 'Đúng là thư gửi cho tôi',
    'told.title': 'Cảm ơn anh/chị đã cho biết',
    'told.text':
      'Một đồng nghiệp sẽ xem lại hồ sơ. Anh/chị không cần làm gì thêm; xin xóa thư hoặc chuyển cho đúng người.',
  },
})
