import { createWords } from '@sixfold/contract/words'

/** What goes along with satisfaction as a whole. */
export const driverWords = createWords({
  en: {
    title: 'What goes along with satisfaction as a whole',
    chart: 'Importance and performance of the factors',
    method: 'Importance by',
    'method.relative_weights': 'Relative weights',
    'method.shapley': 'Shapley values',
    outcome: 'Against “{question}”',
    basis:
      '{n} people of {accounts, plural, one {one account} other {# accounts}} who rated everything; {left} left out. Together the factors explain {share} of the differences. Intervals at {confidence}, by drawing whole accounts; those of satisfaction say how far a factor is from the mean of all.',
    basisPlain:
      '{n} people of {accounts, plural, one {one account} other {# accounts}} who rated everything; {left} left out.',
    cause: 'What goes along with satisfaction need not cause it.',
    'reason.too_few':
      'Fewer than fifty whole answers cannot tell the factors apart. Until then only correlations are shown.',
    'reason.never_varies': 'Everybody gave the same answer to something, so nothing can go along with it.',
    'reason.collinear': 'Some factors were rated exactly alike, so their parts cannot be told apart.',
    against: 'Look twice: {factors} goes along with less satisfaction.',
    otherMethodFirst: 'The other method puts {factor} first.',
    byRanksFirst: 'By ranks instead of points {factor} comes first, so the order is not firm.',
    coming: 'This is being worked out and appears in a moment.',
    outdated: 'Answers have come since; it is being worked out anew.',
    no_outcome:
      'The survey asks for nothing that sums up. Add satisfaction as a whole, or the likelihood to recommend.',
    suppressed: 'Too few answers to show.',
    until_closed:
      'Shown to you once the wave has closed: while people answer, two looks could tell what one of them said.',
    statedTitle: 'What people say is important, and what goes along with their satisfaction',
    stated: 'Said to be important (1 to 5)',
    statedOf: '{mean}, of {n}',
    derived: 'Share of what is explained',
    correlations: 'Correlations',
    factor: 'Factor',
    correlation: 'Correlation',
    performance: 'Satisfaction (NSI)',
    unknown: 'not known',
  },
  vi: {
    title: 'Điều gì đi cùng sự hài lòng chung',
    chart: 'Mức quan trọng và mức hài lòng của các yếu tố',
    method: 'Mức quan trọng theo',
    'method.relative_weights': 'Trọng số tương đối',
    'method.shapley': 'Giá trị Shapley',
    outcome: 'So với “{question}”',
    basis:
      '{n} người của {accounts} công ty đã đánh giá đủ mọi yếu tố; {left} người không tính. Các yếu tố cùng giải thích {share} sự khác biệt. Khoảng tin cậy {confidence}, rút theo từng công ty; với mức hài lòng, khoảng này cho biết yếu tố cách trung bình của mọi yếu tố bao xa.',
    basisPlain: '{n} người của {accounts} công ty đã đánh giá đủ mọi yếu tố; {left} người không tính.',
    cause: 'Điều đi cùng sự hài lòng chưa hẳn là nguyên nhân của nó.',
    'reason.too_few':
      'Dưới năm mươi câu trả lời đầy đủ thì chưa tách được các yếu tố. Tạm thời chỉ hiển thị hệ số tương quan.',
    'reason.never_varies': 'Mọi người trả lời giống nhau ở một mục, nên không có gì đi cùng được với nó.',
    'reason.collinear': 'Một số yếu tố được đánh giá y hệt nhau nên không tách được phần của mỗi yếu tố.',
    against: 'Nên xem lại: {factors} đi cùng với sự hài lòng thấp hơn.',
    otherMethodFirst: 'Theo phương pháp kia, {factor} đứng đầu.',
    byRanksFirst: 'Nếu tính theo thứ hạng, {factor} đứng đầu, nên thứ tự này chưa chắc chắn.',
    coming: 'Đang tính, kết quả sẽ hiện ra ngay.',
    outdated: 'Đã có câu trả lời mới; đang tính lại.',
    no_outcome: 'Khảo sát không có câu hỏi tổng quát. Hãy thêm mức hài lòng chung hoặc khả năng giới thiệu.',
    suppressed: 'Quá ít câu trả lời để hiển thị.',
    until_closed:
      'Anh/chị sẽ xem được khi đợt khảo sát đóng: trong lúc còn người trả lời, xem hai lần có thể biết một người đã nói gì.',
    statedTitle: 'Điều mọi người nói là quan trọng, và điều đi cùng sự hài lòng của họ',
    stated: 'Được nói là quan trọng (1 đến 5)',
    statedOf: '{mean}, trên {n}',
    derived: 'Phần giải thích được',
    correlations: 'Hệ số tương quan',
    factor: 'Yếu tố',
    correlation: 'Tương quan',
    performance: 'Mức hài lòng (NSI)',
    unknown: 'chưa biết',
  },
})
