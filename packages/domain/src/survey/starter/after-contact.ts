import type { QuestionOf } from '../question.ts'
import { none, other, parts, starter } from './starter-question.ts'

/** About one experience: a visit, a delivery, a call, an installation, a complaint. */
export const afterContact = [
  starter<QuestionOf<'csat'>>(
    'visit',
    { en: 'After a visit: satisfaction', vi: 'Sau chuyến thăm: mức hài lòng' },
    {
      kind: 'csat',
      text: {
        en: 'How satisfied or dissatisfied were you with our last visit?',
        vi: 'Anh/chị hài lòng hay không hài lòng về lần chúng tôi đến thăm gần nhất?',
      },
      offerNotApplicable: true,
    },
  ),
  starter<QuestionOf<'csat'>>(
    'delivery',
    { en: 'After a delivery: satisfaction', vi: 'Sau khi giao hàng: mức hài lòng' },
    {
      kind: 'csat',
      text: {
        en: 'How satisfied or dissatisfied were you with this delivery?',
        vi: 'Anh/chị hài lòng hay không hài lòng về lần giao hàng này?',
      },
      offerNotApplicable: true,
    },
  ),
  starter<QuestionOf<'yes-no'>>(
    'on-time',
    { en: 'After a delivery: on the agreed day', vi: 'Sau khi giao hàng: đúng ngày hẹn' },
    {
      kind: 'yes-no',
      text: {
        en: 'Did the delivery arrive on the agreed day?',
        vi: 'Hàng có đến đúng ngày đã hẹn không?',
      },
      offerNotApplicable: true,
    },
  ),
  starter<QuestionOf<'choices'>>(
    'delivery-faults',
    { en: 'After a delivery: what went wrong', vi: 'Sau khi giao hàng: điều chưa ổn' },
    {
      kind: 'choices',
      text: {
        en: 'What, if anything, was wrong with the delivery?',
        vi: 'Lần giao hàng có điểm nào chưa ổn không?',
      },
      options: parts({
        late: { en: 'It came late', vi: 'Giao trễ' },
        incomplete: { en: 'Something was missing', vi: 'Thiếu hàng' },
        wrong: { en: 'Something else than ordered', vi: 'Không đúng với đơn đặt' },
        damaged: { en: 'Damaged', vi: 'Hư hỏng' },
        papers: { en: 'Papers missing or wrong', vi: 'Chứng từ thiếu hoặc sai' },
      }),
      order: 'random',
      other,
      none: { en: 'Nothing was wrong', vi: 'Không có gì chưa ổn' },
    },
  ),
  starter<QuestionOf<'ces'>>(
    'effort',
    { en: 'After a request: effort', vi: 'Sau một yêu cầu: mức thuận tiện' },
    {
      kind: 'ces',
      variant: 'mean7',
      text: {
        en: 'It was easy to have my request dealt with.',
        vi: 'Yêu cầu của tôi được giải quyết một cách dễ dàng.',
      },
    },
  ),
  starter<QuestionOf<'csat'>>(
    'installation',
    { en: 'After an installation: satisfaction', vi: 'Sau khi lắp đặt: mức hài lòng' },
    {
      kind: 'csat',
      text: {
        en: 'How satisfied or dissatisfied were you with the installation?',
        vi: 'Anh/chị hài lòng hay không hài lòng về việc lắp đặt?',
      },
      offerNotApplicable: true,
    },
  ),
  starter<QuestionOf<'choice'>>(
    'running',
    { en: 'After an installation: does it run', vi: 'Sau khi lắp đặt: máy có chạy không' },
    {
      kind: 'choice',
      text: { en: 'How does the product run today?', vi: 'Hôm nay sản phẩm đang hoạt động thế nào?' },
      options: parts({
        well: { en: 'Without problems', vi: 'Không có vấn đề gì' },
        small: { en: 'With small problems', vi: 'Có vấn đề nhỏ' },
        large: { en: 'With problems that hold us up', vi: 'Có vấn đề làm chậm công việc' },
        'not-yet': { en: 'It is not in use yet', vi: 'Chưa đưa vào sử dụng' },
      }),
      order: 'fixed',
    },
  ),
  starter<QuestionOf<'yes-no'>>(
    'solved',
    { en: 'After a complaint: solved', vi: 'Sau khi khiếu nại: đã giải quyết' },
    {
      kind: 'yes-no',
      text: {
        en: 'From your point of view, is the matter settled?',
        vi: 'Theo anh/chị, việc này đã được giải quyết xong chưa?',
      },
      offerNotApplicable: false,
    },
  ),
  starter<QuestionOf<'csat'>>(
    'complaint',
    { en: 'After a complaint: how we dealt with it', vi: 'Sau khi khiếu nại: cách giải quyết' },
    {
      kind: 'csat',
      text: {
        en: 'How satisfied or dissatisfied were you with how we dealt with your complaint?',
        vi: 'Anh/chị hài lòng hay không hài lòng về cách chúng tôi giải quyết khiếu nại?',
      },
      offerNotApplicable: false,
    },
  ),
  starter<QuestionOf<'choice'>>(
    'contact-way',
    { en: 'How people like to be reached', vi: 'Cách liên hệ thuận tiện nhất' },
    {
      kind: 'choice',
      text: {
        en: 'How do you prefer to reach us when something is urgent?',
        vi: 'Khi có việc gấp, anh/chị muốn liên hệ với chúng tôi bằng cách nào?',
      },
      options: parts({
        phone: { en: 'By telephone', vi: 'Gọi điện thoại' },
        email: { en: 'By e-mail', vi: 'Gửi thư điện tử' },
        chat: { en: 'By a chat on the telephone, such as Zalo', vi: 'Nhắn tin, chẳng hạn qua Zalo' },
        portal: { en: 'On our website', vi: 'Trên trang web của chúng tôi' },
      }),
      order: 'random',
      other,
      none,
    },
  ),
] as const
