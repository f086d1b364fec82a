import { createWords } from '@sixfold/contract/words'

/** The statement for customers; docs/accessibility.md says the same at length. */
export const accessibilityWords = createWords({
  en: {
    title: 'Accessibility of these pages',
    lead: 'Everybody should be able to answer. These pages are made to meet the Web Content Accessibility Guidelines (WCAG) 2.2, level AA.',
    works: 'What you can rely on',
    'works.keyboard':
      'Everything works with the keyboard alone, and you always see where you are. Nothing has to be dragged.',
    'works.reader':
      'Screen readers are told each question, row and column, how many questions are answered, and what is wrong where.',
    'works.large': 'Text can be twice as large, and pages four times, without scrolling sideways.',
    'works.colours':
      'Light, dark, your own colours and less motion are respected. Nothing is said by colour alone.',
    'works.time': 'There is no time limit. What you have answered is kept, and you may go on later.',
    limits: 'What does not work well yet',
    'limits.people':
      'The pages are checked by programs, by keyboard and in the browser’s accessibility tree. People who use assistive technology every day have not tested them yet.',
    'limits.blind':
      'A blind survey keeps its answers on your device and needs JavaScript. All other pages work without.',
    'limits.own':
      'Dates and files are chosen with your browser’s own controls, which differ from browser to browser.',
    'limits.questions':
      'Questions and pictures come from whoever asks; they may be harder to understand than the page around them.',
    help: 'If something keeps you from answering',
    'help.text':
      'Please answer the mail that brought you here and say what happened. Where a page offers “I would rather talk to someone”, choose it and a person calls you.',
    checked: 'Last checked on {day}.',
  },
  vi: {
    title: 'Khả năng tiếp cận của các trang này',
    lead: 'Ai cũng cần trả lời được. Các trang này được làm theo Hướng dẫn về khả năng tiếp cận nội dung web (WCAG) 2.2, mức AA.',
    works: 'Những gì anh/chị có thể tin cậy',
    'works.keyboard':
      'Mọi việc đều làm được chỉ bằng bàn phím, và luôn thấy rõ đang ở đâu. Không có gì bắt buộc phải kéo thả.',
    'works.reader':
      'Trình đọc màn hình đọc được từng câu hỏi, hàng và cột, số câu đã trả lời, và chỗ nào cần sửa.',
    'works.large': 'Chữ có thể lớn gấp đôi, trang phóng to gấp bốn mà không phải cuộn ngang.',
    'works.colours':
      'Giao diện sáng, tối, màu riêng của anh/chị và chế độ ít chuyển động đều được tôn trọng. Không có gì chỉ nói bằng màu.',
    'works.time': 'Không giới hạn thời gian. Câu trả lời được giữ lại, anh/chị có thể tiếp tục sau.',
    limits: 'Những gì chưa tốt',
    'limits.people':
      'Các trang được kiểm tra bằng chương trình, bằng bàn phím và qua cây tiếp cận của trình duyệt. Những người dùng công nghệ hỗ trợ hằng ngày chưa thử các trang này.',
    'limits.blind':
      'Khảo sát kín giữ câu trả lời trên máy của anh/chị nên cần JavaScript. Các trang khác không cần.',
    'limits.own': 'Ngày và tệp được chọn bằng công cụ có sẵn của trình duyệt, mỗi trình duyệt một khác.',
    'limits.questions':
      'Câu hỏi và hình ảnh do bên khảo sát soạn, nên có thể khó hiểu hơn phần còn lại của trang.',
    help: 'Nếu có điều gì cản trở anh/chị trả lời',
    'help.text':
      'Anh/chị vui lòng trả lời thư đã nhận và cho biết điều đã xảy ra. Ở trang có mục “Tôi muốn trao đổi trực tiếp với một người”, anh/chị chọn mục đó để được gọi điện.',
    checked: 'Kiểm tra lần gần nhất: {day}.',
  },
})
