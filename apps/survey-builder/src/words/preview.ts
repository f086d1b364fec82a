import { createWords } from '@sixfold/contract/words'

/** The preview of a draft. */
export const previewWords = createWords({
  en: {
    backToEditor: 'Back to the survey',
    previewOf: 'Preview: {title}',
    size: 'Screen',
    phone: 'Phone',
    desktop: 'Desktop',
    language: 'Language',
    restart: 'Start again',
    frame: 'The survey as a customer sees it, in {language}',
    asContact: 'See it as',
    pickContact: 'Anybody',
    typeName: 'Type at least two letters of a name, company or e-mail address.',
    searching: 'Looking …',
    noContact: 'No contact of your regions fits “{search}”.',
    asAnybody:
      'As anybody sees it. Choose a contact to see it with that person’s texts, language and conditions.',
    asPerson: 'As {name}, {account}, sees it. That you looked is noted in the audit log.',
    gone: 'This contact is not among those you may see. The survey is shown as anybody sees it.',
    notStored: 'Answer as you like: nothing is stored, and nothing counts.',
  },
  vi: {
    backToEditor: 'Quay lại bản khảo sát',
    previewOf: 'Xem trước: {title}',
    size: 'Màn hình',
    phone: 'Điện thoại',
    desktop: 'Máy tính',
    language: 'Ngôn ngữ',
    restart: 'Làm lại từ đầu',
    frame: 'Bản khảo sát như khách hàng sẽ thấy, bằng {language}',
    asContact: 'Xem với tư cách',
    pickContact: 'Bất kỳ ai',
    typeName: 'Gõ ít nhất hai chữ cái của tên, công ty hoặc địa chỉ thư.',
    searching: 'Đang tìm …',
    noContact: 'Không có người liên hệ nào trong khu vực của bạn khớp với “{search}”.',
    asAnybody:
      'Như bất kỳ ai sẽ thấy. Chọn một người liên hệ để xem với nội dung, ngôn ngữ và điều kiện của người đó.',
    asPerson: 'Như {name}, {account}, sẽ thấy. Lần xem này được ghi vào nhật ký.',
    gone: 'Bạn không được xem người liên hệ này. Bản khảo sát đang hiện như với bất kỳ ai.',
    notStored: 'Cứ trả lời thử: không có gì được lưu hay tính vào kết quả.',
  },
})
