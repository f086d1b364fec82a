import type { Page } from '@sixfold/domain/survey/definition'
import type { Question, QuestionKind, QuestionOf } from '@sixfold/domain/survey/question'

/** One question of each kind, as a survey might ask it; a forgotten kind is a type error. */
export const everyKind: { [Kind in QuestionKind]: QuestionOf<Kind> } = {
  satisfaction: {
    ...base('k-satisfaction', 'The technician came on time', 'Kỹ thuật viên đến đúng giờ'),
    kind: 'satisfaction',
    offerNotApplicable: true,
  },
  agreement: {
    ...base(
      'k-agreement',
      'The manual answers my questions',
      'Tài liệu hướng dẫn giải đáp được thắc mắc của tôi',
    ),
    kind: 'agreement',
    offerNotApplicable: true,
  },
  rating: {
    ...base('k-rating', 'How quiet is the machine?', 'Máy chạy êm đến mức nào?'),
    kind: 'rating',
    points: 7,
    first: 1,
    low: { en: 'Very loud', vi: 'Rất ồn' },
    middle: { en: 'Bearable', vi: 'Chấp nhận được' },
    high: { en: 'Very quiet', vi: 'Rất êm' },
    offerNotApplicable: true,
  },
  grid: {
    ...base('k-grid', 'Our spare parts', 'Phụ tùng của chúng tôi'),
    kind: 'grid',
    importance: true,
    offerNotApplicable: true,
    rows: [
      { id: 'price', text: { en: 'Price', vi: 'Giá cả' } },
      {
        id: 'stock',
        text: { en: 'Availability when a machine stands still', vi: 'Sẵn có khi máy phải dừng' },
      },
      { id: 'fit', text: { en: 'Fit', vi: 'Độ vừa khớp' } },
    ],
  },
  nps: {
    ...base('k-nps', 'How likely are you to recommend us?', 'Anh/chị có giới thiệu chúng tôi không?'),
    kind: 'nps',
  },
  csat: {
    ...base('k-csat', 'Your last visit to our workshop', 'Lần gần nhất anh/chị đến xưởng của chúng tôi'),
    kind: 'csat',
    offerNotApplicable: false,
  },
  ces: {
    ...base('k-ces', 'It was easy to order', 'Việc đặt hàng rất dễ dàng'),
    kind: 'ces',
    variant: 'mean7',
  },
  choice: {
    ...base('k-choice', 'Where did you hear of us?', 'Anh/chị biết đến chúng tôi từ đâu?'),
    kind: 'choice',
    order: 'random-last-fixed',
    options: options(
      'fair',
      'Trade fair',
      'Hội chợ',
      'press',
      'Trade press',
      'Tạp chí ngành',
      'web',
      'Internet',
      'Internet',
    ),
    other: { en: 'Elsewhere', vi: 'Nơi khác' },
  },
  choices: {
    ...base('k-choices', 'What do you use our machines for?', 'Anh/chị dùng máy của chúng tôi để làm gì?'),
    kind: 'choices',
    order: 'fixed',
    atLeast: 1,
    atMost: 2,
    options: options('cut', 'Cutting', 'Cắt', 'drill', 'Drilling', 'Khoan', 'mill', 'Milling', 'Phay'),
    other: { en: 'Something else', vi: 'Việc khác' },
    none: { en: 'None of these', vi: 'Không có việc nào' },
  },
  dropdown: {
    ...base('k-dropdown', 'Which of our plants supplies you?', 'Nhà máy nào cung cấp cho anh/chị?'),
    kind: 'dropdown',
    order: 'fixed',
    options: options('hn', 'Hanoi', 'Hà Nội', 'dn', 'Danang', 'Đà Nẵng', 'ct', 'Can Tho', 'Cần Thơ'),
    other: { en: 'Another one', vi: 'Nhà máy khác' },
  },
  ranking: {
    ...base('k-ranking', 'What should we improve first?', 'Chúng tôi nên cải thiện điều gì trước?'),
    kind: 'ranking',
    order: 'random',
    top: 2,
    options: options('speed', 'Speed', 'Tốc độ', 'price', 'Price', 'Giá', 'advice', 'Advice', 'Tư vấn'),
  },
  picture: {
    ...base('k-picture', 'Which housing do you prefer?', 'Anh/chị thích kiểu vỏ nào hơn?'),
    kind: 'picture',
    order: 'fixed',
    several: false,
    options: options('blue', 'Blue steel', 'Thép xanh', 'grey', 'Grey plastic', 'Nhựa xám').map(option => ({
      ...option,
      picture: null,
    })),
  },
  slider: {
    ...base('k-slider', 'How much of your work is urgent?', 'Bao nhiêu phần công việc của anh/chị là gấp?'),
    kind: 'slider',
    min: 0,
    max: 100,
    step: 5,
    low: { en: 'Nothing', vi: 'Không có' },
    high: { en: 'Everything', vi: 'Tất cả' },
  },
  sum: {
    ...base('k-sum', 'How should we spend our effort?', 'Chúng tôi nên phân bổ công sức ra sao?'),
    kind: 'sum',
    total: 100,
    options: options('new', 'New machines', 'Máy mới', 'old', 'Upkeep of old ones', 'Bảo trì máy cũ'),
  },
  text: {
    ...base('k-text', 'What else should we know?', 'Chúng tôi cần biết thêm điều gì?'),
    kind: 'text',
    long: true,
    maxLength: 500,
  },
  number: {
    ...base('k-number', 'How many machines do you run?', 'Anh/chị đang vận hành bao nhiêu máy?'),
    kind: 'number',
    min: 0,
    max: 5000,
    decimals: 1,
    unit: { en: 'machines', vi: 'máy' },
  },
  date: {
    ...base('k-date', 'When is your next stocktaking?', 'Đợt kiểm kê tới của anh/chị là khi nào?'),
    kind: 'date',
    earliest: '2026-01-01',
    latest: '2031-12-31',
  },
  'yes-no': {
    ...base('k-yes-no', 'Was a machine at a standstill last month?', 'Tháng qua có máy nào phải dừng không?'),
    kind: 'yes-no',
    offerNotApplicable: true,
  },
  consent: {
    ...base('k-consent', 'You may quote me by name.', 'Anh/chị có thể trích dẫn tên tôi.'),
    kind: 'consent',
  },
  'contact-details': {
    ...base('k-contact', 'Whom may we call?', 'Chúng tôi có thể gọi cho ai?'),
    kind: 'contact-details',
    fields: [
      { id: 'name', text: { en: 'To address the person', vi: 'Để xưng hô cho đúng' } },
      { id: 'email', text: { en: 'To agree on a time', vi: 'Để hẹn giờ' } },
      { id: 'phone', text: { en: 'For the call itself', vi: 'Để gọi điện' } },
    ],
  },
  upload: {
    ...base('k-upload', 'A picture of the machine', 'Ảnh chụp máy'),
    kind: 'upload',
    accept: ['image', 'pdf'],
    maxFiles: 2,
    maxMegabytes: 2,
  },
  statement: {
    ...base(
      'k-statement',
      'A few words on your machines follow.',
      'Sau đây là vài câu về máy móc của anh/chị.',
    ),
    kind: 'statement',
  },
}

/** Asked as soon as somebody says that a machine stood still: on the same page. */
export const standstill: QuestionOf<'text'> = {
  ...base('k-standstill', 'What happened?', 'Đã xảy ra chuyện gì?'),
  kind: 'text',
  long: false,
  maxLength: 200,
  showIf: { join: 'all', tests: [{ subject: { question: 'k-yes-no' }, is: 'is', values: ['yes'] }] },
}

/** All of them on four pages, the conditional one after the question it depends on; `pictures` are those of the picture choice. */
export function everyKindPages(pictures: readonly string[]): Page[] {
  return [
    page('k-scales', 'Scales', 'Thang điểm', [
      'satisfaction',
      'agreement',
      'rating',
      'nps',
      'csat',
      'ces',
      'grid',
    ]),
    page('k-choices', 'Choices', 'Lựa chọn', ['choice', 'choices', 'dropdown', 'ranking', 'picture']),
    page('k-amounts', 'Amounts', 'Con số', [
      'statement',
      'slider',
      'sum',
      'number',
      'date',
      'yes-no',
      'text',
    ]),
    page('k-person', 'About you', 'Về anh/chị', ['consent', 'contact-details', 'upload']),
  ].map(each => ({ ...each, questions: each.questions.map(question => pictured(question, pictures)) }))
}

function pictured(question: Question, pictures: readonly string[]): Question {
  if (question.kind !== 'picture') return question
  return {
    ...question,
    options: question.options.map((option, at) => ({ ...option, picture: pictures[at] ?? null })),
  }
}

function page(id: string, en: string, vi: string, kinds: readonly QuestionKind[]): Page {
  const questions = kinds.flatMap((kind): Question[] =>
    kind === 'yes-no' ? [everyKind[kind], standstill] : [everyKind[kind]],
  )
  return { id, title: { en, vi }, questions }
}

function base(id: string, en: string, vi: string) {
  return { id, text: { en, vi }, required: false }
}

/** `options('a', 'Alpha', 'An-pha', 'b', …)`: id, English, Vietnamese, and so on. */
function options(...words: string[]) {
  return Array.from({ length: words.length / 3 }, (_, at) => ({
    id: words[3 * at] ?? '',
    text: { en: words[3 * at + 1] ?? '', vi: words[3 * at + 2] ?? '' },
  }))
}
