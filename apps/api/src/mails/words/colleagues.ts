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
  'roundtable-lapsed.subject': 'The place is no longer held: {title}, {date}',
  'roundtable-lapsed.heading': 'Dear {name}',
  'roundtable-lapsed.body':
    'We held a place for you at “{title}”, {date}, {time} ({zone}), and the time to take it is over. If you would still like to come, say so once more: you get a place if one is free, or stand on the waiting list again.',
  'roundtable-lapsed.button': 'See whether there is a place',
  'roundtable-lapsed.foot': 'If you cannot come, there is nothing to do.',
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
  'case-new.subject': '{account}: case {receipt} is yours',
  'case-new.heading': 'Hello {name}',
  'case-new.body':
    'Something went wrong for {account}, and case {receipt} is yours. Please take it up: its time runs.',
  'case-new.button': 'Open the case',
  'case-new.foot': 'You get this when a case is given to you.',
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
  'roundtable-lapsed.subject': 'Chỗ không còn được giữ: {title}, {date}',
  'roundtable-lapsed.heading': 'Kính gửi {name}',
  'roundtable-lapsed.body':
    'Chúng tôi đã giữ cho anh/chị một chỗ tại “{title}”, {date}, {time} ({zone}), nay đã hết thời hạn nhận chỗ. Nếu vẫn muốn tham dự, xin anh/chị nhận lời một lần nữa: anh/chị sẽ có chỗ nếu còn trống, hoặc trở lại danh sách chờ.',
  'roundtable-lapsed.button': 'Xem còn chỗ không',
  'roundtable-lapsed.foot': 'Nếu không đến được, anh/chị không cần làm gì thêm.',
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
  'case-new.subject': '{account}: vụ việc {receipt} giao cho bạn',
  'case-new.heading': 'Chào {name}',
  'case-new.body':
    '{account} gặp việc chưa ổn, và vụ việc {receipt} được giao cho bạn. Bạn hãy tiếp nhận: thời hạn đang chạy.',
  'case-new.button': 'Mở vụ việc',
  'case-new.foot': 'Bạn nhận thư này khi được giao một vụ việc.',
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

/** Mails to colleagues: their account, their work, what they follow. */
export const colleaguesMails = { en, vi }
