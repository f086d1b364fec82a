const en = {
  'case-receipt.subject': 'We have your complaint: {receipt}',
  'case-receipt.heading': 'Dear {name}',
  'case-receipt.body':
    'Thank you for telling {organisation} what went wrong. Your receipt number is {receipt}. Whoever looks after your company here has it now and will get in touch with you.',
  'case-receipt.button': 'See where it stands',
  'case-receipt.foot':
    'If you want to add something, answer this mail and name the number. The link is yours alone; please do not forward it.',
  'case-receipt-only.subject': 'We have your complaint: {receipt}',
  'case-receipt-only.heading': 'Dear {name}',
  'case-receipt-only.body':
    'Thank you for telling {organisation} what went wrong. Your receipt number is {receipt}. Whoever looks after your company here has it now. As you wished, we do not get in touch about it.',
  'case-receipt-only.button': 'See where it stands',
  'case-receipt-only.foot':
    'If you want to add something, answer this mail and name the number. The link is yours alone; please do not forward it.',
  'case-resolved.subject': 'What we did about {receipt}',
  'case-resolved.heading': 'Dear {name}',
  'case-resolved.body': '{told}',
  'case-resolved.button': 'Say whether it is solved',
  'case-resolved.foot':
    'Only you decide whether {receipt} is closed: one click is enough, and one opens it again. The link is yours alone; please do not forward it.',
  'case-asked-again.subject': 'Is it better now? {receipt}',
  'case-asked-again.heading': 'Dear {name}',
  'case-asked-again.body':
    'A while ago we closed {receipt} with you. {organisation} would like to know whether things really are better since: one click is enough.',
  'case-asked-again.button': 'Answer one question',
  'case-asked-again.foot': 'The link is yours alone; please do not forward it.',
}

const vi: Record<keyof typeof en, string> = {
  'case-receipt.subject': 'Chúng tôi đã nhận khiếu nại của anh/chị: {receipt}',
  'case-receipt.heading': 'Kính gửi {name}',
  'case-receipt.body':
    'Cảm ơn anh/chị đã cho {organisation} biết điều chưa ổn. Mã biên nhận của anh/chị là {receipt}. Người phụ trách công ty của anh/chị tại đây đã nhận được và sẽ liên hệ với anh/chị.',
  'case-receipt.button': 'Xem tiến triển',
  'case-receipt.foot':
    'Nếu muốn bổ sung, anh/chị chỉ cần trả lời thư này và ghi mã biên nhận. Liên kết chỉ dành cho anh/chị, xin đừng chuyển tiếp.',
  'case-receipt-only.subject': 'Chúng tôi đã nhận khiếu nại của anh/chị: {receipt}',
  'case-receipt-only.heading': 'Kính gửi {name}',
  'case-receipt-only.body':
    'Cảm ơn anh/chị đã cho {organisation} biết điều chưa ổn. Mã biên nhận của anh/chị là {receipt}. Người phụ trách công ty của anh/chị tại đây đã nhận được. Theo ý anh/chị, chúng tôi sẽ không liên hệ về việc này.',
  'case-receipt-only.button': 'Xem tiến triển',
  'case-receipt-only.foot':
    'Nếu muốn bổ sung, anh/chị chỉ cần trả lời thư này và ghi mã biên nhận. Liên kết chỉ dành cho anh/chị, xin đừng chuyển tiếp.',
  'case-resolved.subject': 'Chúng tôi đã xử lý {receipt}',
  'case-resolved.heading': 'Kính gửi {name}',
  'case-resolved.body': '{told}',
  'case-resolved.button': 'Cho biết đã ổn hay chưa',
  'case-resolved.foot':
    'Chỉ anh/chị quyết định {receipt} đã xong hay chưa: một lần bấm là đủ, và một lần bấm cũng mở lại được. Liên kết chỉ dành cho anh/chị, xin đừng chuyển tiếp.',
  'case-asked-again.subject': 'Việc {receipt} nay đã tốt hơn chưa ạ?',
  'case-asked-again.heading': 'Kính gửi {name}',
  'case-asked-again.body':
    'Cách đây ít lâu chúng tôi đã khép lại {receipt} cùng anh/chị. {organisation} mong được biết từ đó đến nay mọi việc có thật sự tốt hơn không: chỉ cần một lần bấm.',
  'case-asked-again.button': 'Trả lời một câu hỏi',
  'case-asked-again.foot': 'Liên kết chỉ dành cho anh/chị, xin đừng chuyển tiếp.',
}

/** Mails to customers about what went wrong for them. */
export const casesMails = { en, vi }
