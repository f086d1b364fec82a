import { createWords } from '@sixfold/contract/words'

const en = {
  'staff-invitation.subject': 'Your account at {organisation}',
  'staff-invitation.heading': 'Welcome to Sixfold',
  'staff-invitation.body':
    '{inviter} invites you to work with {organisation} in Sixfold. Choose a password and you are in. The link works once, for {days} days.',
  'staff-invitation.button': 'Choose a password',
  'staff-invitation.foot': 'If you did not expect this mail, you need not do anything.',
  'password-reset.subject': 'A new password for Sixfold',
  'password-reset.heading': 'Hello {name}',
  'password-reset.body':
    'Somebody, we hope it was you, asked for a new password for your account at {organisation}. The link works once, for {minutes} minutes.',
  'password-reset.button': 'Choose a new password',
  'password-reset.foot': 'If it was not you, you need not do anything: your password stays as it is.',
  'webhook-failed.subject': '“{webhook}” does not answer any more',
  'webhook-failed.heading': 'Hello {name}',
  'webhook-failed.body':
    '{organisation} tells “{webhook}” of events. It was tried for about three days, and nothing arrived. What was given up is kept for 30 days and can be sent again when the receiver is back.',
  'webhook-failed.button': 'See what came back',
  'webhook-failed.foot': 'You get this because you set up the connection.',
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
  'roundtable-invitation.subject': 'Invitation: {title}, {date}',
  'roundtable-invitation.heading': 'Dear {name}',
  'roundtable-invitation.body':
    '{organisation} invites you to “{title}” on {date}, {time} ({zone}), {venue}. Please tell us by {answerBy} whether you can come.',
  'roundtable-invitation.button': 'Answer the invitation',
  'roundtable-invitation.foot':
    'Declining is one click, too. The link is yours alone; please do not forward it.',
  'date-poll-invitation.subject': 'Which day suits you? {title}',
  'date-poll-invitation.heading': 'Dear {name}',
  'date-poll-invitation.body':
    '{organisation} is planning “{title}”, {venue}, and would like to have you there. {count} dates are possible, from {from} to {until}. Please tell us by {answerBy} which of them suit you; it takes a minute.',
  'date-poll-invitation.button': 'Choose my dates',
  'date-poll-invitation.foot':
    'The page shows each date on your own clock. Nobody but our team sees your answer. The link is yours alone; please do not forward it.',
  'date-poll-reminder.subject': 'Still open: which day suits you? {title}',
  'date-poll-reminder.heading': 'Dear {name}',
  'date-poll-reminder.body':
    '{organisation} asked you some days ago which of {count} dates for “{title}” suit you. We would like to choose one on which you can come. You can answer until {answerBy}.',
  'date-poll-reminder.button': 'Choose my dates',
  'date-poll-reminder.foot':
    'If none of them suits you, one click is enough. We do not remind you again. The link is yours alone; please do not forward it.',
  'roundtable-date-fixed.subject': 'The date is fixed: {title}, {date}',
  'roundtable-date-fixed.heading': 'Dear {name}',
  'roundtable-date-fixed.body':
    'Thank you for telling us which dates suit you. “{title}” takes place on {date}, {time} ({zone}), {venue}. {organisation} invites you; please tell us by {answerBy} whether you will come.',
  'roundtable-date-fixed.button': 'Answer the invitation',
  'roundtable-date-fixed.foot':
    'No place is kept before you accept. The link is yours alone; please do not forward it.',
  'roundtable-place.subject': 'Your place is kept: {title}, {date}',
  'roundtable-place.heading': 'Thank you, {name}',
  'roundtable-place.body':
    'Your place at “{title}” on {date}, {time} ({zone}), {venue} is kept. The attached entry puts it into your calendar.',
  'roundtable-place.button': 'See or change your answer',
  'roundtable-place.foot':
    'If something comes up, please tell us: somebody else may be waiting for the place.',
  'roundtable-offer.subject': 'A place is held for you: {title}, {date}',
  'roundtable-offer.heading': 'Good news, {name}',
  'roundtable-offer.body':
    'You were on the waiting list for “{title}”, {date}, {time} ({zone}), and a place has become free. We hold it for you until {until}. Please say before then whether you take it; afterwards it goes to the next on the list.',
  'roundtable-offer.button': 'Take the place or give it up',
  'roundtable-offer.foot': 'If it does not suit you any more, one click gives the place to somebody else.',
  'roundtable-promoted.subject': 'A place has become free: {title}, {date}',
  'roundtable-promoted.heading': 'Good news, {name}',
  'roundtable-promoted.body':
    'You were on the waiting list for “{title}”, and a place has become free: it is yours. We look forward to seeing you on {date}, {time} ({zone}), {venue}. The attached entry puts it into your calendar.',
  'roundtable-promoted.button': 'See or change your answer',
  'roundtable-promoted.foot':
    'If you can no longer come, please tell us: the next on the list will be glad of the place.',
  'roundtable-change.subject': 'Changed: {title}, {date}',
  'roundtable-change.heading': 'Dear {name}',
  'roundtable-change.body':
    '“{title}” has changed. It now takes place on {date}, {time} ({zone}), {venue}. The attached entry updates your calendar.',
  'roundtable-change.button': 'See or change your answer',
  'roundtable-change.foot': 'We are sorry for the change.',
  'roundtable-cancelled.subject': 'Cancelled: {title}, {date}',
  'roundtable-cancelled.heading': 'Dear {name}',
  'roundtable-cancelled.body':
    '“{title}” on {date} does not take place. The attached entry removes it from your calendar.',
  'roundtable-cancelled.button': 'See the invitation',
  'roundtable-cancelled.foot': 'We are sorry, and we will tell you when there is a new date.',
  'roundtable-withdrawn.subject': 'Your place is released: {title}, {date}',
  'roundtable-withdrawn.heading': 'Dear {name}',
  'roundtable-withdrawn.body':
    'You told us that you cannot come to “{title}” on {date}. The attached entry removes it from your calendar.',
  'roundtable-withdrawn.button': 'See or change your answer',
  'roundtable-withdrawn.foot': 'Thank you for telling us.',
  'roundtable-removed.subject': 'Your place is released: {title}, {date}',
  'roundtable-removed.heading': 'Dear {name}',
  'roundtable-removed.body':
    'We have taken you off the list for “{title}” on {date}. The attached entry removes it from your calendar.',
  'roundtable-removed.button': 'See the invitation',
  'roundtable-removed.foot': 'If this comes as a surprise, please answer this mail: we will look into it.',
  'roundtable-lapsed.subject': 'The place is no longer held: {title}, {date}',
  'roundtable-lapsed.heading': 'Dear {name}',
  'roundtable-lapsed.body':
    'We held a place for you at “{title}”, {date}, {time} ({zone}), and the time to take it is over. If you would still like to come, say so once more: you get a place if one is free, or stand on the waiting list again.',
  'roundtable-lapsed.button': 'See whether there is a place',
  'roundtable-lapsed.foot': 'If you cannot come, there is nothing to do.',
  'roundtable-restored.subject': 'It takes place after all: {title}, {date}',
  'roundtable-restored.heading': 'Good news, {name}',
  'roundtable-restored.body':
    '“{title}” was cancelled and takes place after all: on {date}, {time} ({zone}), {venue}. Your place is still yours. The attached entry puts it back into your calendar.',
  'roundtable-restored.button': 'See or change your answer',
  'roundtable-restored.foot': 'If you can no longer come, please tell us. We are sorry for the confusion.',
  'roundtable-reminder.subject': 'A reminder: {title}, {date}',
  'roundtable-reminder.heading': 'Dear {name}',
  'roundtable-reminder.body':
    'We look forward to seeing you at “{title}” on {date}, {time} ({zone}), {venue}. Your place is kept.',
  'roundtable-reminder.button': 'See or change your answer',
  'roundtable-reminder.foot':
    'If something came up, please tell us: somebody else may be waiting for the place.',
  'roundtable-link.subject': 'Your link again: {title}, {date}',
  'roundtable-link.heading': 'Dear {name}',
  'roundtable-link.body':
    'As you asked, here is your personal link again for “{title}” on {date}, {time} ({zone}), {venue}. It opens your invitation, where you can answer or change your answer.',
  'roundtable-link.button': 'Open my invitation',
  'roundtable-link.foot': 'Your earlier links still work. They are yours alone; please do not forward them.',
  'calendar-feed.subject': 'Your events at {organisation}, in your calendar',
  'calendar-feed.heading': 'Dear {name}',
  'calendar-feed.body':
    'You asked for a calendar of your events at {organisation}. Add this address to your calendar program as a calendar to subscribe to; it then follows every change by itself: {link}',
  'calendar-feed.button': 'Open the calendar',
  'calendar-feed.foot':
    'Whoever knows the address can read when and where you meet us, so please keep it to yourself. You can end it at any time on the page of your invitation.',
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
  'my-day.subject':
    'Your day: {n, plural, one {# thing} other {# things}}{late, plural, =0 {} other {, # late}}',
  'my-day.heading': 'Good morning, {name}',
  'my-day.body':
    'This is due for you, in the order in which it should be done:\n{list}{more, plural, =0 {} other {\nand # more}}',
  'my-day.button': 'Open my day',
  'my-day.foot':
    'It comes on working days of your region at the time you chose. Change the time, or end it, on My day.',
  'quarter-report.subject': 'Customer satisfaction, {quarter}: what to look at',
  'quarter-report.heading': 'Hello {name}',
  'quarter-report.body':
    'The results of {quarter} are in ({region}): {responses} of {invited} people asked have answered. What to look at:\n\n{list}\n\nThe whole report, as PDF or as a page, opens once you have signed in.',
  'quarter-report.button': 'Open the report',
  'quarter-report.foot':
    'You get this because {who} put you on the list “{schedule}”; ask them to take you off. Figures of customers are confidential: please do not forward them.',
  'approval-asked.subject': 'Please decide: a change of {title}, {date}',
  'approval-asked.heading': 'Hello {name}',
  'approval-asked.body':
    '{who} asks for a change of “{title}” on {date}. Its logistics are frozen, so nothing changes before a second person agrees. What {who} says: {note}',
  'approval-asked.button': 'See the change and decide',
  'approval-asked.foot': 'It goes to everybody who may agree. Whoever decides first decides for all.',
  'approval-approved.subject': 'Approved: your change of {title}',
  'approval-approved.heading': 'Hello {name}',
  'approval-approved.body':
    '{who} agreed to your change of “{title}”. It stands now, with {date} as its day.{reason}',
  'approval-approved.button': 'Open the event',
  'approval-approved.foot': 'Where the time or the place changed, the guests have been told.',
  'approval-refused.subject': 'Not approved: your change of {title}',
  'approval-refused.heading': 'Hello {name}',
  'approval-refused.body':
    '{who} did not agree to your change of “{title}”. The event stays as it was, on {date}.{reason}',
  'approval-refused.button': 'Open the event',
  'approval-refused.foot': 'You may ask again with other details.',
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
  'case-new.subject': '{account}: case {receipt} is yours',
  'case-new.heading': 'Hello {name}',
  'case-new.body':
    'Something went wrong for {account}, and case {receipt} is yours. Please take it up: its time runs.',
  'case-new.button': 'Open the case',
  'case-new.foot': 'You get this once for each case.',
  'case-reminder.subject': '{account}: little time left for {receipt}',
  'case-reminder.heading': 'Hello {name}',
  'case-reminder.body':
    'Case {receipt} of {account} was not taken up in time, or most of the time to resolve it is spent.',
  'case-reminder.button': 'Open the case',
  'case-reminder.foot': 'If it waits for the customer, say so in the case: its clock then stands still.',
  'case-late.subject': '{account}: {receipt} is late',
  'case-late.heading': 'Hello {name}',
  'case-late.body':
    'The time we promised to resolve case {receipt} of {account} is over. You hear of it because you own it, watch it, or look after its region.',
  'case-late.button': 'Open the case',
  'case-late.foot': 'Whoever can help: take it over, or leave a note.',
}

const vi: Record<keyof typeof en, string> = {
  'staff-invitation.subject': 'Tài khoản của anh/chị tại {organisation}',
  'staff-invitation.heading': 'Chào mừng đến với Sixfold',
  'staff-invitation.body':
    '{inviter} mời anh/chị cùng làm việc với {organisation} trên Sixfold. Chỉ cần chọn mật khẩu là có thể bắt đầu. Liên kết dùng được một lần, trong {days} ngày.',
  'staff-invitation.button': 'Chọn mật khẩu',
  'staff-invitation.foot': 'Nếu thư này đến nhầm, anh/chị không cần làm gì cả.',
  'password-reset.subject': 'Đặt lại mật khẩu Sixfold',
  'password-reset.heading': 'Chào {name}',
  'password-reset.body':
    'Chúng tôi nhận được yêu cầu đặt lại mật khẩu cho tài khoản của anh/chị tại {organisation}. Liên kết dùng được một lần, trong {minutes} phút.',
  'password-reset.button': 'Đặt mật khẩu mới',
  'password-reset.foot': 'Nếu không phải anh/chị yêu cầu thì không cần làm gì cả: mật khẩu vẫn giữ nguyên.',
  'webhook-failed.subject': '“{webhook}” không còn trả lời',
  'webhook-failed.heading': 'Chào {name}',
  'webhook-failed.body':
    '{organisation} báo sự kiện cho “{webhook}”. Hệ thống đã thử gửi trong khoảng ba ngày mà không nơi nào nhận. Những gì chưa gửi được vẫn được giữ 30 ngày và có thể gửi lại khi bên nhận hoạt động trở lại.',
  'webhook-failed.button': 'Xem kết quả các lần gửi',
  'webhook-failed.foot': 'Anh/chị nhận thư này vì đã thiết lập kết nối.',
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
  'roundtable-invitation.subject': 'Thư mời: {title}, {date}',
  'roundtable-invitation.heading': 'Kính gửi {name}',
  'roundtable-invitation.body':
    '{organisation} trân trọng mời anh/chị dự “{title}” vào {date}, {time} ({zone}), tại {venue}. Xin cho chúng tôi biết trước ngày {answerBy} anh/chị có đến được không.',
  'roundtable-invitation.button': 'Trả lời thư mời',
  'roundtable-invitation.foot':
    'Từ chối cũng chỉ cần một lần bấm. Liên kết này chỉ dành cho anh/chị, xin đừng chuyển tiếp.',
  'date-poll-invitation.subject': 'Ngày nào tiện cho anh/chị? {title}',
  'date-poll-invitation.heading': 'Kính gửi {name}',
  'date-poll-invitation.body':
    '{organisation} đang chuẩn bị “{title}”, tại {venue}, và rất mong có anh/chị tham dự. Có {count} ngày có thể tổ chức, từ {from} đến {until}. Xin anh/chị cho biết trước {answerBy} những ngày nào tiện; chỉ mất chừng một phút.',
  'date-poll-invitation.button': 'Chọn ngày',
  'date-poll-invitation.foot':
    'Trang này hiện mỗi ngày theo giờ của anh/chị. Chỉ nhóm tổ chức của chúng tôi xem được câu trả lời. Liên kết chỉ dành cho anh/chị, xin đừng chuyển tiếp.',
  'date-poll-reminder.subject': 'Nhắc anh/chị: ngày nào tiện? {title}',
  'date-poll-reminder.heading': 'Kính gửi {name}',
  'date-poll-reminder.body':
    'Mấy hôm trước, {organisation} có hỏi anh/chị trong {count} ngày dự kiến của “{title}”, những ngày nào tiện. Chúng tôi mong chọn được ngày anh/chị đến được. Anh/chị có thể trả lời đến {answerBy}.',
  'date-poll-reminder.button': 'Chọn ngày',
  'date-poll-reminder.foot':
    'Nếu không ngày nào tiện, anh/chị chỉ cần bấm một lần. Chúng tôi sẽ không nhắc lại nữa. Liên kết chỉ dành cho anh/chị, xin đừng chuyển tiếp.',
  'roundtable-date-fixed.subject': 'Đã chốt ngày: {title}, {date}',
  'roundtable-date-fixed.heading': 'Kính gửi {name}',
  'roundtable-date-fixed.body':
    'Cảm ơn anh/chị đã cho biết những ngày tiện. “{title}” sẽ diễn ra vào {date}, {time} ({zone}), tại {venue}. {organisation} trân trọng kính mời anh/chị; xin cho chúng tôi biết trước ngày {answerBy} anh/chị có đến được không.',
  'roundtable-date-fixed.button': 'Trả lời thư mời',
  'roundtable-date-fixed.foot':
    'Chỗ chỉ được giữ khi anh/chị nhận lời. Liên kết này chỉ dành cho anh/chị, xin đừng chuyển tiếp.',
  'roundtable-place.subject': 'Đã giữ chỗ: {title}, {date}',
  'roundtable-place.heading': 'Cảm ơn {name}',
  'roundtable-place.body':
    'Chúng tôi đã giữ chỗ cho anh/chị tại “{title}” vào {date}, {time} ({zone}), tại {venue}. Tệp đính kèm sẽ đưa buổi này vào lịch của anh/chị.',
  'roundtable-place.button': 'Xem hoặc đổi câu trả lời',
  'roundtable-place.foot': 'Nếu có việc đột xuất, xin báo cho chúng tôi: có thể có người đang chờ chỗ.',
  'roundtable-offer.subject': 'Chúng tôi đang giữ một chỗ cho anh/chị: {title}, {date}',
  'roundtable-offer.heading': 'Tin vui gửi {name}',
  'roundtable-offer.body':
    'Anh/chị có tên trong danh sách chờ của “{title}”, {date}, {time} ({zone}), và nay đã có một chỗ trống. Chúng tôi giữ chỗ này cho anh/chị đến {until}. Xin cho biết anh/chị có nhận hay không trước thời điểm đó; sau đó chỗ sẽ dành cho người kế tiếp.',
  'roundtable-offer.button': 'Nhận chỗ hoặc nhường chỗ',
  'roundtable-offer.foot': 'Nếu không còn phù hợp, chỉ cần một lần bấm để nhường chỗ cho người khác.',
  'roundtable-promoted.subject': 'Đã có chỗ cho anh/chị: {title}, {date}',
  'roundtable-promoted.heading': 'Tin vui gửi {name}',
  'roundtable-promoted.body':
    'Anh/chị ở trong danh sách chờ của “{title}”, nay đã có chỗ trống dành cho anh/chị. Chúng tôi mong được gặp anh/chị vào {date}, {time} ({zone}), tại {venue}. Tệp đính kèm sẽ đưa buổi này vào lịch của anh/chị.',
  'roundtable-promoted.button': 'Xem hoặc đổi câu trả lời',
  'roundtable-promoted.foot':
    'Nếu không còn đến được, xin báo cho chúng tôi để nhường chỗ cho người kế tiếp.',
  'roundtable-change.subject': 'Thay đổi: {title}, {date}',
  'roundtable-change.heading': 'Kính gửi {name}',
  'roundtable-change.body':
    '“{title}” có thay đổi. Buổi này sẽ diễn ra vào {date}, {time} ({zone}), tại {venue}. Tệp đính kèm sẽ cập nhật lịch của anh/chị.',
  'roundtable-change.button': 'Xem hoặc đổi câu trả lời',
  'roundtable-change.foot': 'Chúng tôi xin lỗi vì sự thay đổi này.',
  'roundtable-cancelled.subject': 'Hủy: {title}, {date}',
  'roundtable-cancelled.heading': 'Kính gửi {name}',
  'roundtable-cancelled.body':
    '“{title}” vào {date} sẽ không diễn ra. Tệp đính kèm sẽ xóa buổi này khỏi lịch của anh/chị.',
  'roundtable-cancelled.button': 'Xem thư mời',
  'roundtable-cancelled.foot': 'Chúng tôi xin lỗi và sẽ báo khi có ngày mới.',
  'roundtable-withdrawn.subject': 'Đã trả chỗ: {title}, {date}',
  'roundtable-withdrawn.heading': 'Kính gửi {name}',
  'roundtable-withdrawn.body':
    'Anh/chị đã báo không đến được “{title}” vào {date}. Tệp đính kèm sẽ xóa buổi này khỏi lịch của anh/chị.',
  'roundtable-withdrawn.button': 'Xem hoặc đổi câu trả lời',
  'roundtable-withdrawn.foot': 'Cảm ơn anh/chị đã báo.',
  'roundtable-removed.subject': 'Chỗ của anh/chị đã được thu lại: {title}, {date}',
  'roundtable-removed.heading': 'Kính gửi {name}',
  'roundtable-removed.body':
    'Chúng tôi đã đưa tên anh/chị ra khỏi danh sách tham dự “{title}” vào {date}. Tệp đính kèm sẽ xóa buổi này khỏi lịch của anh/chị.',
  'roundtable-removed.button': 'Xem thư mời',
  'roundtable-removed.foot':
    'Nếu anh/chị thấy có gì chưa đúng, xin trả lời thư này để chúng tôi kiểm tra lại.',
  'roundtable-lapsed.subject': 'Chỗ không còn được giữ: {title}, {date}',
  'roundtable-lapsed.heading': 'Kính gửi {name}',
  'roundtable-lapsed.body':
    'Chúng tôi đã giữ cho anh/chị một chỗ tại “{title}”, {date}, {time} ({zone}), nay đã hết thời hạn nhận chỗ. Nếu vẫn muốn tham dự, xin anh/chị nhận lời một lần nữa: anh/chị sẽ có chỗ nếu còn trống, hoặc trở lại danh sách chờ.',
  'roundtable-lapsed.button': 'Xem còn chỗ không',
  'roundtable-lapsed.foot': 'Nếu không đến được, anh/chị không cần làm gì thêm.',
  'roundtable-restored.subject': 'Vẫn diễn ra: {title}, {date}',
  'roundtable-restored.heading': 'Tin vui gửi {name}',
  'roundtable-restored.body':
    '“{title}” đã báo hủy nhưng nay vẫn diễn ra: {date}, {time} ({zone}), tại {venue}. Chỗ của anh/chị vẫn được giữ. Tệp đính kèm sẽ đưa buổi này trở lại lịch của anh/chị.',
  'roundtable-restored.button': 'Xem hoặc đổi câu trả lời',
  'roundtable-restored.foot':
    'Nếu không còn đến được, xin anh/chị báo cho chúng tôi. Chúng tôi xin lỗi vì sự bất tiện này.',
  'roundtable-reminder.subject': 'Nhắc lịch: {title}, {date}',
  'roundtable-reminder.heading': 'Kính gửi {name}',
  'roundtable-reminder.body':
    'Chúng tôi mong được gặp anh/chị tại “{title}” vào {date}, {time} ({zone}), tại {venue}. Chỗ của anh/chị đã được giữ.',
  'roundtable-reminder.button': 'Xem hoặc đổi câu trả lời',
  'roundtable-reminder.foot': 'Nếu có việc đột xuất, xin báo cho chúng tôi: có thể có người đang chờ chỗ.',
  'roundtable-link.subject': 'Gửi lại liên kết: {title}, {date}',
  'roundtable-link.heading': 'Kính gửi {name}',
  'roundtable-link.body':
    'Theo yêu cầu của anh/chị, chúng tôi gửi lại liên kết riêng cho “{title}” vào {date}, {time} ({zone}), tại {venue}. Liên kết mở thư mời, nơi anh/chị có thể trả lời hoặc đổi câu trả lời.',
  'roundtable-link.button': 'Mở thư mời của tôi',
  'roundtable-link.foot':
    'Các liên kết trước vẫn dùng được. Liên kết chỉ dành cho anh/chị, xin đừng chuyển tiếp.',
  'calendar-feed.subject': 'Lịch các buổi gặp của anh/chị tại {organisation}',
  'calendar-feed.heading': 'Kính gửi {name}',
  'calendar-feed.body':
    'Anh/chị đã yêu cầu lịch các buổi gặp tại {organisation}. Xin thêm địa chỉ này vào phần mềm lịch dưới dạng lịch đăng ký; mọi thay đổi sẽ tự cập nhật: {link}',
  'calendar-feed.button': 'Mở lịch',
  'calendar-feed.foot':
    'Ai biết địa chỉ này đều xem được thời gian và nơi anh/chị gặp chúng tôi, nên xin đừng chia sẻ. Anh/chị có thể ngừng lịch này bất cứ lúc nào trên trang thư mời.',
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
  'my-day.subject': 'Việc trong ngày: {n, plural, other {# việc}}{late, plural, =0 {} other {, # trễ hạn}}',
  'my-day.heading': 'Chào buổi sáng, {name}',
  'my-day.body':
    'Những việc đến hạn của anh/chị, xếp theo thứ tự nên làm:\n{list}{more, plural, =0 {} other {\nvà # việc khác}}',
  'my-day.button': 'Mở việc trong ngày',
  'my-day.foot':
    'Thư đến vào ngày làm việc của khu vực, theo giờ anh/chị đã chọn. Đổi giờ hoặc ngừng nhận tại trang Việc trong ngày.',
  'quarter-report.subject': 'Mức độ hài lòng của khách hàng, {quarter}: điều cần xem',
  'quarter-report.heading': 'Chào {name}',
  'quarter-report.body':
    'Đã có kết quả của {quarter} ({region}): {responses} trên {invited} người được hỏi đã trả lời. Điều cần xem:\n\n{list}\n\nToàn bộ báo cáo, dạng PDF hoặc trang web, mở được sau khi anh/chị đăng nhập.',
  'quarter-report.button': 'Mở báo cáo',
  'quarter-report.foot':
    'Anh/chị nhận thư này vì {who} đã thêm anh/chị vào danh sách “{schedule}”; nếu không muốn nhận nữa, xin báo cho người đó. Số liệu về khách hàng là thông tin mật: xin đừng chuyển tiếp.',
  'approval-asked.subject': 'Xin quyết định: thay đổi {title}, {date}',
  'approval-asked.heading': 'Chào {name}',
  'approval-asked.body':
    '{who} xin thay đổi “{title}” ngày {date}. Công tác hậu cần đã chốt, nên chưa có gì thay đổi khi chưa có người thứ hai đồng ý. Lý do của {who}: {note}',
  'approval-asked.button': 'Xem thay đổi và quyết định',
  'approval-asked.foot':
    'Thư này gửi đến mọi người có quyền đồng ý. Ai quyết định trước thì quyết định đó có hiệu lực.',
  'approval-approved.subject': 'Đã đồng ý: thay đổi {title}',
  'approval-approved.heading': 'Chào {name}',
  'approval-approved.body':
    '{who} đã đồng ý với thay đổi của bạn cho “{title}”. Thay đổi đã có hiệu lực, ngày tổ chức là {date}.{reason}',
  'approval-approved.button': 'Mở sự kiện',
  'approval-approved.foot': 'Nếu giờ hoặc địa điểm thay đổi, khách mời đã được báo.',
  'approval-refused.subject': 'Không đồng ý: thay đổi {title}',
  'approval-refused.heading': 'Chào {name}',
  'approval-refused.body':
    '{who} không đồng ý với thay đổi của bạn cho “{title}”. Sự kiện vẫn giữ nguyên, vào {date}.{reason}',
  'approval-refused.button': 'Mở sự kiện',
  'approval-refused.foot': 'Bạn có thể xin lại với nội dung khác.',
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
  'case-new.subject': '{account}: vụ việc {receipt} giao cho bạn',
  'case-new.heading': 'Chào {name}',
  'case-new.body':
    '{account} gặp việc chưa ổn, và vụ việc {receipt} được giao cho bạn. Bạn hãy tiếp nhận: thời hạn đang chạy.',
  'case-new.button': 'Mở vụ việc',
  'case-new.foot': 'Mỗi vụ việc bạn chỉ nhận thư này một lần.',
  'case-reminder.subject': '{account}: {receipt} sắp hết thời hạn',
  'case-reminder.heading': 'Chào {name}',
  'case-reminder.body':
    'Vụ việc {receipt} của {account} chưa được tiếp nhận đúng hạn, hoặc đã dùng gần hết thời gian xử lý.',
  'case-reminder.button': 'Mở vụ việc',
  'case-reminder.foot': 'Nếu đang chờ khách hàng, bạn ghi rõ trong vụ việc: thời hạn sẽ tạm dừng.',
  'case-late.subject': '{account}: {receipt} đã trễ hạn',
  'case-late.heading': 'Chào {name}',
  'case-late.body':
    'Vụ việc {receipt} của {account} đã quá thời hạn xử lý đã hứa. Bạn nhận thư này vì bạn phụ trách, theo dõi vụ việc hoặc phụ trách khu vực đó.',
  'case-late.button': 'Mở vụ việc',
  'case-late.foot': 'Ai giúp được thì nhận lấy, hoặc để lại ghi chú.',
}

export const mailWords = createWords({ en, vi })

type MailWordId = keyof typeof en

/** The kinds of mail; each has a subject, a heading, a body, a button and a foot in both languages. */
export type MailKind = MailWordId extends infer Id
  ? Id extends `${infer Kind}.subject`
    ? Kind
    : never
  : never
