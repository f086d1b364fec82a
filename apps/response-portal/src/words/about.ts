import { createWords } from '@sixfold/contract/words'

/** Who asks, why, who reads it, for how long, and what rights there are. */
export const aboutWords = createWords({
  en: {
    title: 'Who asks, and why',
    lead: 'About “{survey}”. Taking part is up to you: you may stop at any point, leave questions out, or ask us to delete what you have given.',
    why: 'Why we ask',
    'why.none':
      'To find out how satisfied customers are with each part of what we do, and what has to become better.',
    length: 'How long it takes',
    'length.value':
      'About {minutes, plural, one {# minute} other {# minutes}}, {questions, plural, one {# question} other {# questions}}. Answers are taken until {day}.',
    readers: 'Who reads it',
    'readers.none': 'The people at {organisation} who are responsible for each part.',
    'readers.groups':
      'Results are shown for groups only, and for no group of fewer than {minimum} people. Those who look after your account see your own answers with your name only if you have agreed to that.',
    kept: 'How long it is kept',
    'kept.value':
      '{months, plural, one {One month} other {# months}}, with your name. After that only counts are left that lead back to nobody.',
    'kept.none': 'No longer than it is needed for this purpose. Ask us if you want to know the day.',
    basis: 'On what basis',
    'basis.consent': 'Your agreement: you give your answers of your own accord, and may take them back.',
    'basis.legitimate_interest':
      'Our legitimate interest in knowing how well we serve our customers. You may object at any time.',
    'basis.contract': 'The contract with your company, which provides for it.',
    responsible: 'Responsible',
    contact: 'Whom to ask',
    rights: 'Your rights',
    'rights.text':
      'You may see, correct and download what we keep about you, have it deleted, restrict its use, object, and take back an agreement. We answer within two working days and carry it out within 15 days.',
    'rights.how':
      'The quickest way is your own page: after the survey, or through the button below. You may also write to whoever is named above, or answer the mail that brought you here. If you are not content with our answer, you may complain to the data-protection authority of your country.',
    own: 'Open my own page',
    version:
      'Notice {version}, in force since {day}. Each answer keeps the version under which it was given.',
    back: 'Back to the survey',
    'blind.who': 'Carried out by',
    'blind.who.text':
      '{carrier}. Which supplier it is for is not said while the survey runs, so that the name does not sway the answers.',
    'blind.unlinked': 'What cannot be linked',
    'blind.unlinked.text':
      'We know whom we invited and who has fetched a ballot. Which answers are whose is stored nowhere: not the name, not the link, not the time, not the order. So we cannot show, correct or delete single answers once they are sent, not even for you.',
    'blind.readers':
      'Answers are opened only after the end, all together. Fewer than {minimum} are destroyed unread.',
    'blind.kept': 'The invitation as long as our other letters to you; the answers without any name.',
    'blind.rights':
      'For the invitation you have every right to see, correct or delete what is kept, and to be left alone. Answer the mail that brought you here, or use the link at its end.',
  },
  vi: {
    title: 'Ai hỏi, và để làm gì',
    lead: 'Về “{survey}”. Anh/chị tham gia hay không là tùy ý: có thể dừng bất cứ lúc nào, bỏ qua câu hỏi, hoặc yêu cầu xóa những gì đã trả lời.',
    why: 'Vì sao chúng tôi hỏi',
    'why.none': 'Để biết khách hàng hài lòng thế nào với từng mặt phục vụ, và cần cải thiện điều gì.',
    length: 'Mất bao lâu',
    'length.value': 'Khoảng {minutes} phút, {questions} câu. Nhận câu trả lời đến hết {day}.',
    readers: 'Ai đọc',
    'readers.none': 'Những người phụ trách từng mặt tại {organisation}.',
    'readers.groups':
      'Kết quả chỉ được xem theo nhóm, và không nhóm nào ít hơn {minimum} người. Người phụ trách công ty của anh/chị chỉ thấy câu trả lời kèm tên anh/chị khi anh/chị đã đồng ý.',
    kept: 'Lưu trong bao lâu',
    'kept.value': '{months} tháng, kèm tên anh/chị. Sau đó chỉ còn số đếm, không thể truy ra ai.',
    'kept.none': 'Không lâu hơn mức cần thiết cho mục đích này. Anh/chị có thể hỏi chúng tôi ngày cụ thể.',
    basis: 'Căn cứ',
    'basis.consent': 'Sự đồng ý của anh/chị: anh/chị tự nguyện trả lời và có thể rút lại.',
    'basis.legitimate_interest':
      'Lợi ích chính đáng của chúng tôi khi muốn biết mình phục vụ khách hàng tốt đến đâu. Anh/chị có thể phản đối bất cứ lúc nào.',
    'basis.contract': 'Hợp đồng với công ty của anh/chị có quy định việc này.',
    responsible: 'Đơn vị chịu trách nhiệm',
    contact: 'Liên hệ với ai',
    rights: 'Quyền của anh/chị',
    'rights.text':
      'Anh/chị có quyền xem, sửa và tải về những gì chúng tôi lưu về anh/chị, yêu cầu xóa, hạn chế sử dụng, phản đối và rút lại sự đồng ý. Chúng tôi trả lời trong hai ngày làm việc và thực hiện trong 15 ngày.',
    'rights.how':
      'Cách nhanh nhất là trang riêng của anh/chị: sau khi trả lời khảo sát, hoặc qua nút bên dưới. Anh/chị cũng có thể viết cho người nêu trên, hoặc trả lời thư đã nhận. Nếu chưa hài lòng với câu trả lời của chúng tôi, anh/chị có thể khiếu nại với cơ quan bảo vệ dữ liệu cá nhân.',
    own: 'Mở trang riêng của tôi',
    version:
      'Thông báo {version}, có hiệu lực từ {day}. Mỗi câu trả lời đều ghi lại phiên bản thông báo lúc trả lời.',
    back: 'Quay lại khảo sát',
    'blind.who': 'Đơn vị thực hiện',
    'blind.who.text':
      '{carrier}. Trong thời gian khảo sát chúng tôi không nêu tên nhà cung cấp, để tên gọi không ảnh hưởng đến câu trả lời.',
    'blind.unlinked': 'Những gì không thể truy ra',
    'blind.unlinked.text':
      'Chúng tôi biết đã mời ai và ai đã nhận phiếu. Câu trả lời nào của ai thì không lưu ở đâu cả: không tên, không liên kết, không giờ giấc, không thứ tự. Vì vậy, sau khi đã gửi, chúng tôi không thể cho xem, sửa hay xóa riêng câu trả lời nào, kể cả cho chính anh/chị.',
    'blind.readers':
      'Câu trả lời chỉ được mở sau khi kết thúc, mở cùng lúc. Nếu có ít hơn {minimum} phiếu, tất cả sẽ bị hủy mà không ai đọc.',
    'blind.kept': 'Thư mời được lưu như các thư khác gửi anh/chị; câu trả lời không kèm tên ai.',
    'blind.rights':
      'Với thư mời, anh/chị có đủ quyền xem, sửa, xóa những gì được lưu và yêu cầu không bị làm phiền. Anh/chị chỉ cần trả lời thư đã nhận, hoặc dùng liên kết ở cuối thư.',
  },
})
