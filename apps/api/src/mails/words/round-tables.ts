const en = {
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
}

const vi: Record<keyof typeof en, string> = {
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
}

/** Mails to guests of round tables. */
export const roundTablesMails = { en, vi }
