import { createWords } from '@sixfold/contract/words'

/** The words of blind surveys: how the right to answer and the answer are kept apart, told to whoever answers. */
export const blindWords = createWords({
  en: {
    lead: '{carrier} carries out this survey by secret ballot. Nobody can tell which answers are yours: neither your supplier nor we.',
    'fact.who': 'Carried out by',
    'fact.length': 'How long',
    'fact.length.value':
      'About {minutes, plural, one {# minute} other {# minutes}}, {questions, plural, one {# question} other {# questions}}.',
    'fact.readers': 'Who sees it',
    'fact.readers.value':
      'Answers are opened only after the survey has ended, all together and in an order of chance. Fewer than {minimum} are destroyed unread.',
    'fact.until': 'Until',
    how: 'How your answers are kept apart from your name',
    'how.1':
      'Your device makes a ballot and covers it. Your personal link lets us sign the cover, once, without seeing the ballot.',
    'how.2': 'Your device takes the cover off. What is left is a valid ballot that nobody has seen before.',
    'how.3':
      'Your answers come with this ballot alone, without the link or your name. When they came is not kept.',
    start: 'Fetch my ballot and begin',
    resume: 'Go on to the questions',
    again: 'Try again',
    here: 'Your answers stay on this device until you send them. Please send them from the device on which you begin.',
    about: 'Who carries it out, and your rights',
    optOut: 'Do not ask me again',
    loading: 'One moment …',
    working: 'Your ballot is being made …',
    'elsewhere.title': 'The ballot of this link has been fetched',
    'elsewhere.text':
      'Each link earns one ballot, and it lies on the device, in the browser, on which you fetched it. Please open the link there. If you have sent your answers already: thank you, there is nothing left to do.',
    'offline.title': 'There is no connection just now',
    'offline.text': 'Nothing is lost. Please try again as soon as you are online.',
    'insecure.title': 'This browser cannot make a ballot',
    'insecure.text':
      'It is too old, or the page did not come over a secure connection. Please open the link in a current browser, with https.',
    'storage.title': 'This browser keeps nothing',
    'storage.text':
      'A ballot must stay on the device until you send your answers. Please open the link in a window that is not private, or allow this page to keep data.',
    'script.title': 'This survey needs JavaScript',
    'script.text':
      'Your own device makes the ballot that keeps your answers apart from your name, and it does so with JavaScript. Please switch it on for this page.',
    'none.title': 'There is no ballot on this device',
    'none.text':
      'Please open the personal link in your invitation, on the device on which you want to answer.',
    kept: 'Kept on this device',
    'kept.saving': 'Sending …',
    'kept.waiting': 'Kept on this device until you are online',
    'kept.failed': 'Could not be sent',
    'welcome.lead': 'You have your ballot. Please do not write into your answers who you are.',
    'welcome.readers.value':
      'Your answers stay on this device until you send them. Then they are with the others, and nobody can tell which ones are yours.',
    'thanks.text': 'They came without your name, and nobody can tell which ones are yours.',
    'thanks.close': 'The survey ends. Only then are all answers opened, together and in an order of chance.',
    'thanks.device': 'On this device',
    'thanks.device.text': 'Your answers have been taken off it.',
    'thanks.end': 'You may close this page.',
  },
  vi: {
    lead: '{carrier} thực hiện khảo sát này bằng phiếu kín. Không ai biết được câu trả lời nào là của anh/chị: nhà cung cấp của anh/chị không, chúng tôi cũng không.',
    'fact.who': 'Đơn vị thực hiện',
    'fact.length': 'Thời gian',
    'fact.length.value': 'Khoảng {minutes} phút, {questions} câu.',
    'fact.readers': 'Ai đọc',
    'fact.readers.value':
      'Câu trả lời chỉ được mở sau khi khảo sát kết thúc, mở cùng lúc và theo thứ tự ngẫu nhiên. Nếu có ít hơn {minimum} phiếu, tất cả sẽ bị hủy mà không ai đọc.',
    'fact.until': 'Hạn trả lời',
    how: 'Câu trả lời được tách khỏi tên anh/chị như thế nào',
    'how.1':
      'Máy của anh/chị tạo một lá phiếu rồi che kín lại. Nhờ liên kết riêng của anh/chị, chúng tôi ký lên lớp che, chỉ một lần, mà không thấy lá phiếu.',
    'how.2': 'Máy của anh/chị bỏ lớp che đi. Còn lại là một lá phiếu hợp lệ mà chưa ai từng thấy.',
    'how.3':
      'Câu trả lời gửi đi chỉ kèm lá phiếu này, không có liên kết, không có tên. Giờ gửi không được lưu lại.',
    start: 'Nhận phiếu và bắt đầu',
    resume: 'Đến phần câu hỏi',
    again: 'Thử lại',
    here: 'Câu trả lời nằm trên máy này cho đến khi anh/chị gửi đi. Xin anh/chị gửi từ chính máy đã bắt đầu.',
    about: 'Ai thực hiện, và quyền của anh/chị',
    optOut: 'Đừng hỏi tôi nữa',
    loading: 'Xin chờ một chút …',
    working: 'Đang tạo phiếu của anh/chị …',
    'elsewhere.title': 'Phiếu của liên kết này đã được nhận',
    'elsewhere.text':
      'Mỗi liên kết chỉ nhận được một phiếu, và phiếu nằm trong trình duyệt của máy mà anh/chị đã dùng để nhận. Xin anh/chị mở liên kết trên máy đó. Nếu anh/chị đã gửi câu trả lời thì xin cảm ơn, không còn việc gì phải làm nữa.',
    'offline.title': 'Hiện chưa có mạng',
    'offline.text': 'Không có gì bị mất. Xin anh/chị thử lại khi có mạng.',
    'insecure.title': 'Trình duyệt này không tạo được phiếu',
    'insecure.text':
      'Trình duyệt đã quá cũ, hoặc trang không đến qua kết nối bảo mật. Xin anh/chị mở liên kết bằng một trình duyệt mới, với https.',
    'storage.title': 'Trình duyệt này không lưu lại gì',
    'storage.text':
      'Lá phiếu phải nằm trên máy cho đến khi anh/chị gửi câu trả lời. Xin anh/chị mở liên kết trong cửa sổ thường, không phải cửa sổ riêng tư, hoặc cho phép trang này lưu dữ liệu.',
    'script.title': 'Khảo sát này cần JavaScript',
    'script.text':
      'Chính máy của anh/chị tạo ra lá phiếu giúp tách câu trả lời khỏi tên anh/chị, và việc đó cần JavaScript. Xin anh/chị bật JavaScript cho trang này.',
    'none.title': 'Trên máy này chưa có phiếu',
    'none.text': 'Xin anh/chị mở liên kết riêng trong thư mời, trên máy mà anh/chị muốn dùng để trả lời.',
    kept: 'Đã giữ trên máy này',
    'kept.saving': 'Đang gửi …',
    'kept.waiting': 'Giữ trên máy này, sẽ gửi khi có mạng',
    'kept.failed': 'Chưa gửi được',
    'welcome.lead': 'Anh/chị đã có phiếu. Trong câu trả lời, xin đừng viết anh/chị là ai.',
    'welcome.readers.value':
      'Câu trả lời nằm trên máy này cho đến khi anh/chị gửi đi. Sau đó câu trả lời nằm chung với những câu khác, và không ai biết câu nào là của anh/chị.',
    'thanks.text': 'Câu trả lời không kèm tên, và không ai biết được câu nào là của anh/chị.',
    'thanks.close':
      'Khảo sát kết thúc. Chỉ khi đó tất cả câu trả lời mới được mở, cùng lúc và theo thứ tự ngẫu nhiên.',
    'thanks.device': 'Trên máy này',
    'thanks.device.text': 'Câu trả lời của anh/chị đã được xóa khỏi máy.',
    'thanks.end': 'Anh/chị có thể đóng trang này.',
  },
})
