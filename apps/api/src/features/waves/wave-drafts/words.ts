import { createWords } from '@sixfold/contract/words'

export const waveWords = createWords({
  en: {
    closes_in_the_past: 'The closing time has already passed.',
    closes_before_opening: 'The wave would close before it opens.',
    size_missing: 'Say how many people are drawn.',
    quotas_missing: 'Say how many people are drawn of each group.',
    deviations_missing: 'There is no earlier wave to tell how far answers lie apart.',
    blind_customer_record:
      'A blind survey cannot use the customer record: take names and conditions about the contact out.',
    blind_who_answers: 'A blind survey cannot ask people who they are.',
    blind_file: 'A blind survey cannot take files: they carry traces of whoever made them.',
    blind_who_asks: 'Title, welcome or thanks of the blind survey name the organisation.',
  },
  vi: {
    closes_in_the_past: 'Thời điểm kết thúc đã qua.',
    closes_before_opening: 'Đợt khảo sát sẽ đóng trước khi mở.',
    size_missing: 'Hãy cho biết chọn bao nhiêu người.',
    quotas_missing: 'Hãy cho biết mỗi nhóm chọn bao nhiêu người.',
    deviations_missing: 'Chưa có đợt nào trước đây để biết các câu trả lời khác nhau đến mức nào.',
    blind_customer_record:
      'Khảo sát kín không được dùng hồ sơ khách hàng: hãy bỏ tên và điều kiện về người liên hệ.',
    blind_who_answers: 'Khảo sát kín không được hỏi người trả lời là ai.',
    blind_file: 'Khảo sát kín không nhận tệp: tệp mang dấu vết của người tạo ra nó.',
    blind_who_asks: 'Tiêu đề, lời chào hoặc lời cảm ơn của khảo sát kín có nhắc tên tổ chức.',
  },
})
