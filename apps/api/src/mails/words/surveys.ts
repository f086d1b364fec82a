const en = {
  'survey-invitation.subject': 'How satisfied are you with {organisation}?',
  'survey-invitation.heading': 'Dear {name}',
  'survey-invitation.body':
    '{organisation} would like to know how satisfied you are, from products and service to delivery. It takes about {minutes, plural, one {# minute} other {# minutes}}. You can stop at any time and go on later, on any device.',
  'survey-invitation.button': 'Answer the questions',
  'survey-invitation.foot':
    'The link is yours alone; please do not forward it. We ask you at most twice a year. You may stop being asked with one click: {optOut}',
  'event-follow-up.subject': 'Thank you for coming: how was it?',
  'event-follow-up.heading': 'Dear {name}',
  'event-follow-up.body':
    'Thank you for coming to “{title}”. {organisation} would like to know how it was for you, and what should be different the next time. It takes about {minutes, plural, one {# minute} other {# minutes}}.',
  'event-follow-up.button': 'Say how it was',
  'event-follow-up.foot':
    'The link is yours alone; please do not forward it. If you no longer want to hear from us about events, one click is enough: {optOut}',
  'blind-invitation.subject': 'An independent survey: your view of your supplier',
  'blind-invitation.heading': 'Dear {name}',
  'blind-invitation.body':
    '{organisation} carries out an independent survey of suppliers, so that they learn what their customers really think. It takes about {minutes, plural, one {# minute} other {# minutes}}. Your link earns a secret ballot, which your own device makes. Your answers come with that ballot alone, so nobody can tell which ones are yours.',
  'blind-invitation.button': 'Fetch my ballot',
  'blind-invitation.foot':
    'The link is yours alone; please do not forward it, and answer on the device on which you fetch the ballot. You may stop being asked with one click: {optOut}',
  'blind-reminder.subject': 'Your ballot for the independent survey is still waiting',
  'blind-reminder.heading': 'Dear {name}',
  'blind-reminder.body':
    'You have not fetched your ballot for the independent survey of suppliers yet; more than that we do not know. It takes about {minutes, plural, one {# minute} other {# minutes}}. Your own device makes the ballot, and your answers come with it alone, so nobody can tell which ones are yours.',
  'blind-reminder.button': 'Fetch my ballot',
  'blind-reminder.foot':
    '{organisation} carries out the survey. The link is yours alone; please do not forward it. You may stop being asked with one click: {optOut}',
  'survey-reminder.subject': 'A reminder: how satisfied are you with {organisation}?',
  'survey-reminder.heading': 'Dear {name}',
  'survey-reminder.body':
    '{organisation} asked you some days ago how satisfied you are. Your answer would help us, and it is not too late. It takes about {minutes, plural, one {# minute} other {# minutes}}.',
  'survey-reminder.button': 'Answer the questions',
  'survey-reminder.foot':
    'The link is yours alone; please do not forward it. If you would rather not answer, one click is enough, and we ask you no more: {optOut}',
  'survey-reminder-begun.subject': 'Your answers to {organisation} are still here',
  'survey-reminder-begun.heading': 'Dear {name}',
  'survey-reminder-begun.body':
    'You began to answer the questions of {organisation}. What you said is kept; you can go on where you stopped, on any device, and send it.',
  'survey-reminder-begun.button': 'Go on answering',
  'survey-reminder-begun.foot':
    'The link is yours alone; please do not forward it. If you would rather not answer, one click is enough, and we ask you no more: {optOut}',
}

const vi: Record<keyof typeof en, string> = {
  'survey-invitation.subject': 'Anh/chị hài lòng với {organisation} đến mức nào?',
  'survey-invitation.heading': 'Kính gửi {name}',
  'survey-invitation.body':
    '{organisation} mong được biết anh/chị hài lòng đến đâu, từ sản phẩm, dịch vụ đến giao hàng. Việc trả lời mất chừng {minutes} phút. Anh/chị có thể dừng bất cứ lúc nào và trả lời tiếp sau, trên thiết bị nào cũng được.',
  'survey-invitation.button': 'Trả lời câu hỏi',
  'survey-invitation.foot':
    'Liên kết này chỉ dành cho anh/chị, xin đừng chuyển tiếp. Mỗi năm chúng tôi hỏi nhiều nhất hai lần. Nếu không muốn được hỏi nữa, anh/chị chỉ cần bấm vào đây: {optOut}',
  'event-follow-up.subject': 'Cảm ơn anh/chị đã đến dự: buổi gặp thế nào ạ?',
  'event-follow-up.heading': 'Kính gửi {name}',
  'event-follow-up.body':
    'Cảm ơn anh/chị đã đến dự “{title}”. {organisation} mong được biết buổi gặp có ích cho anh/chị không, và lần sau nên làm gì khác đi. Việc trả lời mất chừng {minutes} phút.',
  'event-follow-up.button': 'Cho biết ý kiến',
  'event-follow-up.foot':
    'Liên kết này chỉ dành cho anh/chị, xin đừng chuyển tiếp. Nếu không muốn nhận thư về các buổi gặp nữa, anh/chị chỉ cần bấm vào đây: {optOut}',
  'blind-invitation.subject': 'Khảo sát độc lập: ý kiến của anh/chị về nhà cung cấp',
  'blind-invitation.heading': 'Kính gửi {name}',
  'blind-invitation.body':
    '{organisation} thực hiện một khảo sát độc lập về các nhà cung cấp, để họ biết khách hàng thật sự nghĩ gì. Việc trả lời mất chừng {minutes} phút. Liên kết của anh/chị nhận được một lá phiếu kín do chính máy của anh/chị tạo ra. Câu trả lời gửi đi chỉ kèm lá phiếu đó, nên không ai biết được câu nào là của anh/chị.',
  'blind-invitation.button': 'Nhận phiếu',
  'blind-invitation.foot':
    'Liên kết này chỉ dành cho anh/chị, xin đừng chuyển tiếp, và xin trả lời trên chính máy đã nhận phiếu. Nếu không muốn được hỏi nữa, anh/chị chỉ cần bấm vào đây: {optOut}',
  'blind-reminder.subject': 'Lá phiếu khảo sát độc lập vẫn đang chờ anh/chị',
  'blind-reminder.heading': 'Kính gửi {name}',
  'blind-reminder.body':
    'Anh/chị chưa nhận phiếu của khảo sát độc lập về các nhà cung cấp; ngoài điều đó chúng tôi không biết gì thêm. Việc trả lời mất chừng {minutes} phút. Chính máy của anh/chị tạo ra lá phiếu, và câu trả lời gửi đi chỉ kèm lá phiếu đó, nên không ai biết được câu nào là của anh/chị.',
  'blind-reminder.button': 'Nhận phiếu',
  'blind-reminder.foot':
    '{organisation} thực hiện khảo sát này. Liên kết chỉ dành cho anh/chị, xin đừng chuyển tiếp. Nếu không muốn được hỏi nữa, anh/chị chỉ cần bấm vào đây: {optOut}',
  'survey-reminder.subject': 'Nhắc anh/chị: mức độ hài lòng với {organisation}',
  'survey-reminder.heading': 'Kính gửi {name}',
  'survey-reminder.body':
    'Mấy hôm trước, {organisation} có hỏi anh/chị hài lòng đến đâu. Câu trả lời của anh/chị rất có ích cho chúng tôi và vẫn còn kịp. Việc trả lời mất chừng {minutes} phút.',
  'survey-reminder.button': 'Trả lời câu hỏi',
  'survey-reminder.foot':
    'Liên kết này chỉ dành cho anh/chị, xin đừng chuyển tiếp. Nếu không muốn trả lời, anh/chị chỉ cần bấm vào đây và chúng tôi sẽ không hỏi nữa: {optOut}',
  'survey-reminder-begun.subject': 'Phần trả lời của anh/chị cho {organisation} vẫn còn đây',
  'survey-reminder-begun.heading': 'Kính gửi {name}',
  'survey-reminder-begun.body':
    'Anh/chị đã bắt đầu trả lời các câu hỏi của {organisation}. Phần đã trả lời vẫn được giữ; anh/chị có thể làm tiếp từ chỗ dừng, trên thiết bị nào cũng được, rồi gửi cho chúng tôi.',
  'survey-reminder-begun.button': 'Trả lời tiếp',
  'survey-reminder-begun.foot':
    'Liên kết này chỉ dành cho anh/chị, xin đừng chuyển tiếp. Nếu không muốn trả lời, anh/chị chỉ cần bấm vào đây và chúng tôi sẽ không hỏi nữa: {optOut}',
}

/** Mails that ask customers to answer. */
export const surveysMails = { en, vi }
