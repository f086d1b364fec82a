import { createWords } from '@sixfold/contract/words'

/** What marketing reads about blind waves. */
export const blindWords = createWords({
  en: {
    running:
      'This wave is blind: “answered” means that somebody has fetched a ballot. Who has sent answers is not known to anybody, and all answers are counted together after the end.',
    over: 'This wave was blind: its answers were opened together after the end. “Answered” means that somebody had fetched a ballot.',
    sheet: 'Who carries it out',
    text: 'The invitation and its pages name whoever carries the survey out instead of your organisation. The name holds for all blind surveys. Until there is one, they name the host of the links, {host}.',
    carrier: 'Carried out by',
    save: 'Save the name',
    saved: 'The name is saved',
  },
  vi: {
    running:
      'Đây là đợt khảo sát kín: “đã trả lời” nghĩa là người đó đã nhận phiếu. Không ai biết ai đã gửi câu trả lời, và tất cả câu trả lời được đếm cùng lúc sau khi kết thúc.',
    over: 'Đây là đợt khảo sát kín: các câu trả lời được mở cùng lúc sau khi kết thúc. “Đã trả lời” nghĩa là người đó đã nhận phiếu.',
    sheet: 'Đơn vị thực hiện',
    text: 'Thư mời và các trang khảo sát nêu tên đơn vị thực hiện thay cho tên tổ chức của anh/chị. Tên này dùng cho mọi khảo sát kín. Khi chưa có tên, chúng nêu tên máy chủ của liên kết, {host}.',
    carrier: 'Đơn vị thực hiện',
    save: 'Lưu tên',
    saved: 'Đã lưu tên',
  },
})
