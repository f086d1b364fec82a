const en = {
  'own-data-link.subject': 'Your data at {organisation}: your link',
  'own-data-link.heading': 'Dear {name}',
  'own-data-link.body':
    'You asked {organisation} to see the data that we hold about you. This link opens it: you can read, correct, download and erase it there. It works for {days} days.',
  'own-data-link.button': 'See my data',
  'own-data-link.foot':
    'Please do not forward this mail: whoever has the link sees your data. If you did not ask for it, you need not do anything.',
  'data-request-received.subject': 'We have your request: {kind}',
  'data-request-received.heading': 'Dear {name}',
  'data-request-received.body':
    'We have your request about your data at {organisation}: {kind}. You will hear from us by {answerBy}, and we will have carried it out by {carryOutBy}.',
  'data-request-received.button': 'Your page with us',
  'data-request-received.foot': 'You need not do anything more.',
  'data-request-answered.subject': 'About your request: {kind}',
  'data-request-answered.heading': 'Dear {name}',
  'data-request-answered.body':
    '{organisation} has looked at your request about your data: {kind}. Our answer: “{text}” We will have carried it out by {carryOutBy}.',
  'data-request-answered.button': 'Your page with us',
  'data-request-answered.foot': 'If anything is unclear, please answer this mail.',
  'data-request-done.subject': 'Done: {kind}',
  'data-request-done.heading': 'Dear {name}',
  'data-request-done.body':
    '{organisation} has carried out your request about your data: {kind}. Our answer: “{text}”',
  'data-request-done.button': 'Your page with us',
  'data-request-done.foot': 'If anything is unclear, please answer this mail.',
  'data-request-refused.subject': 'About your request: {kind}',
  'data-request-refused.heading': 'Dear {name}',
  'data-request-refused.body':
    '{organisation} cannot carry out your request about your data: {kind}. The reason: “{text}”',
  'data-request-refused.button': 'Your page with us',
  'data-request-refused.foot':
    'If you do not agree, please answer this mail. You may also turn to the data protection authority of your country.',
  'data-erasure.subject': 'We are erasing your data',
  'data-erasure.heading': 'Dear {name}',
  'data-erasure.body':
    'As you asked, {organisation} now erases everything that it holds about you. This is the last mail to this address: once it has left, your name, your addresses and all links are gone. Numbers in which you can no longer be recognised remain.',
  'data-erasure.button': 'What erasing means',
  'data-erasure.foot': 'Thank you for the time that you gave us.',
}

const vi: Record<keyof typeof en, string> = {
  'own-data-link.subject': 'Dữ liệu của anh/chị tại {organisation}: liên kết để xem',
  'own-data-link.heading': 'Kính gửi {name}',
  'own-data-link.body':
    'Anh/chị muốn xem dữ liệu mà {organisation} đang lưu về mình. Liên kết này mở ra toàn bộ: anh/chị có thể đọc, sửa, tải về hoặc xóa ngay tại đó. Liên kết dùng được trong {days} ngày.',
  'own-data-link.button': 'Xem dữ liệu của tôi',
  'own-data-link.foot':
    'Xin đừng chuyển tiếp thư này: ai có liên kết đều xem được dữ liệu của anh/chị. Nếu không phải anh/chị yêu cầu thì không cần làm gì cả.',
  'data-request-received.subject': 'Chúng tôi đã nhận yêu cầu: {kind}',
  'data-request-received.heading': 'Kính gửi {name}',
  'data-request-received.body':
    'Chúng tôi đã nhận yêu cầu của anh/chị về dữ liệu tại {organisation}: {kind}. Chúng tôi sẽ trả lời chậm nhất ngày {answerBy} và thực hiện xong chậm nhất ngày {carryOutBy}.',
  'data-request-received.button': 'Trang của anh/chị',
  'data-request-received.foot': 'Anh/chị không cần làm gì thêm.',
  'data-request-answered.subject': 'Về yêu cầu của anh/chị: {kind}',
  'data-request-answered.heading': 'Kính gửi {name}',
  'data-request-answered.body':
    '{organisation} đã xem yêu cầu của anh/chị về dữ liệu: {kind}. Câu trả lời của chúng tôi: “{text}” Chúng tôi sẽ thực hiện xong chậm nhất ngày {carryOutBy}.',
  'data-request-answered.button': 'Trang của anh/chị',
  'data-request-answered.foot': 'Nếu có điều gì chưa rõ, anh/chị chỉ cần trả lời thư này.',
  'data-request-done.subject': 'Đã thực hiện: {kind}',
  'data-request-done.heading': 'Kính gửi {name}',
  'data-request-done.body':
    '{organisation} đã thực hiện yêu cầu của anh/chị về dữ liệu: {kind}. Câu trả lời của chúng tôi: “{text}”',
  'data-request-done.button': 'Trang của anh/chị',
  'data-request-done.foot': 'Nếu có điều gì chưa rõ, anh/chị chỉ cần trả lời thư này.',
  'data-request-refused.subject': 'Về yêu cầu của anh/chị: {kind}',
  'data-request-refused.heading': 'Kính gửi {name}',
  'data-request-refused.body':
    '{organisation} không thể thực hiện yêu cầu của anh/chị về dữ liệu: {kind}. Lý do: “{text}”',
  'data-request-refused.button': 'Trang của anh/chị',
  'data-request-refused.foot':
    'Nếu không đồng ý, anh/chị chỉ cần trả lời thư này. Anh/chị cũng có quyền khiếu nại đến cơ quan bảo vệ dữ liệu cá nhân.',
  'data-erasure.subject': 'Chúng tôi đang xóa dữ liệu của anh/chị',
  'data-erasure.heading': 'Kính gửi {name}',
  'data-erasure.body':
    'Theo yêu cầu của anh/chị, {organisation} đang xóa mọi dữ liệu đã lưu về anh/chị. Đây là thư cuối cùng gửi đến địa chỉ này: khi thư đã đi, tên, các địa chỉ và mọi liên kết của anh/chị sẽ không còn. Chỉ còn lại những con số không thể nhận ra anh/chị.',
  'data-erasure.button': 'Xóa dữ liệu nghĩa là gì',
  'data-erasure.foot': 'Cảm ơn thời gian anh/chị đã dành cho chúng tôi.',
}

/** Mails to customers about what is known of them. */
export const ownDataMails = { en, vi }
