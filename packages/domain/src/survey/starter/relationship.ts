import type { QuestionOf } from '../question.ts'
import { other, parts, starter } from './starter-question.ts'

/** About the relationship as a whole. */
export const relationship = [
  starter<QuestionOf<'nps'>>(
    'recommend',
    { en: 'Recommendation', vi: 'Mức giới thiệu' },
    {
      kind: 'nps',
      text: {
        en: 'All in all, how likely or unlikely are you to recommend us to a colleague or partner?',
        vi: 'Nhìn chung, khả năng anh/chị giới thiệu chúng tôi với đồng nghiệp hoặc đối tác là bao nhiêu?',
      },
    },
  ),
  starter<QuestionOf<'text'>>(
    'recommend-why',
    { en: 'Recommendation: the main reason', vi: 'Mức giới thiệu: lý do chính' },
    {
      kind: 'text',
      text: {
        en: 'What is the main reason for your answer?',
        vi: 'Lý do chính khiến anh/chị trả lời như vậy là gì?',
      },
      help: { en: 'A sentence is enough.', vi: 'Một câu là đủ.' },
      long: true,
      maxLength: 2000,
    },
  ),
  starter<QuestionOf<'text'>>(
    'one-change',
    { en: 'The one thing to change', vi: 'Một điều cần thay đổi' },
    {
      kind: 'text',
      text: {
        en: 'If we could change one thing for you, what should it be?',
        vi: 'Nếu chúng tôi có thể thay đổi một điều cho anh/chị, điều đó nên là gì?',
      },
      long: true,
      maxLength: 2000,
    },
  ),
  starter<QuestionOf<'text'>>(
    'keep',
    { en: 'What should stay as it is', vi: 'Điều nên giữ nguyên' },
    {
      kind: 'text',
      text: {
        en: 'What do we do that should stay as it is?',
        vi: 'Điều gì chúng tôi đang làm mà anh/chị muốn giữ nguyên?',
      },
      long: true,
      maxLength: 2000,
    },
  ),
  starter<QuestionOf<'choice'>>(
    'buy-again',
    { en: 'Intention to buy again', vi: 'Dự định mua tiếp' },
    {
      kind: 'choice',
      text: {
        en: 'Over the next twelve months, will you buy more, as much, or less from us?',
        vi: 'Trong mười hai tháng tới, anh/chị dự định mua của chúng tôi nhiều hơn, như hiện nay hay ít hơn?',
      },
      options: parts({
        more: { en: 'More', vi: 'Nhiều hơn' },
        same: { en: 'About as much', vi: 'Như hiện nay' },
        less: { en: 'Less', vi: 'Ít hơn' },
        nothing: { en: 'Nothing', vi: 'Không mua nữa' },
        unknown: { en: 'I cannot say yet', vi: 'Chưa thể nói trước' },
      }),
      order: 'fixed',
    },
  ),
  starter<QuestionOf<'ranking'>>(
    'weights',
    { en: 'What matters most when buying', vi: 'Điều quan trọng nhất khi mua' },
    {
      kind: 'ranking',
      text: {
        en: 'Which of these matter most to you when you choose a supplier?',
        vi: 'Khi chọn nhà cung cấp, những điều nào quan trọng nhất với anh/chị?',
      },
      options: parts({
        solution: { en: 'The technical solution', vi: 'Giải pháp kỹ thuật' },
        price: { en: 'The price', vi: 'Giá cả' },
        delivery: { en: 'Delivery', vi: 'Giao hàng' },
        service: { en: 'Support and service', vi: 'Hỗ trợ và dịch vụ' },
        people: { en: 'The people one deals with', vi: 'Những người làm việc cùng mình' },
      }),
      order: 'random',
      top: 3,
    },
  ),
  starter<QuestionOf<'sum'>>(
    'importance',
    { en: 'How much each factor weighs', vi: 'Tầm quan trọng của từng yếu tố' },
    {
      kind: 'sum',
      text: {
        en: 'How much does each of these weigh for you?',
        vi: 'Với anh/chị, mỗi điều sau quan trọng đến mức nào?',
      },
      help: {
        en: 'The more a thing matters, the more points.',
        vi: 'Điều càng quan trọng thì càng nhiều điểm.',
      },
      options: parts({
        'technical-solutions': { en: 'Technical solutions', vi: 'Giải pháp kỹ thuật' },
        'support-service': { en: 'Support and service', vi: 'Hỗ trợ và dịch vụ' },
        marketing: { en: 'Marketing', vi: 'Tiếp thị' },
        administration: { en: 'Administration', vi: 'Hành chính' },
        delivery: { en: 'Delivery', vi: 'Giao hàng' },
        'company-image': { en: 'Company image', vi: 'Hình ảnh công ty' },
      }),
      total: 100,
    },
  ),
  starter<QuestionOf<'rating'>>(
    'competitors',
    { en: 'Against other suppliers', vi: 'So với nhà cung cấp khác' },
    {
      kind: 'rating',
      text: {
        en: 'Compared with other suppliers that you know, how do we stand?',
        vi: 'So với những nhà cung cấp khác mà anh/chị biết, chúng tôi thế nào?',
      },
      points: 5,
      first: 1,
      low: { en: 'Much worse', vi: 'Kém hơn nhiều' },
      middle: { en: 'About the same', vi: 'Ngang nhau' },
      high: { en: 'Much better', vi: 'Tốt hơn nhiều' },
      offerNotApplicable: true,
    },
  ),
  starter<QuestionOf<'agreement'>>(
    'trust',
    { en: 'Trust', vi: 'Lòng tin' },
    {
      kind: 'agreement',
      text: { en: 'The company does what it promises.', vi: 'Công ty làm đúng những gì đã hứa.' },
      offerNotApplicable: true,
    },
  ),
  starter<QuestionOf<'choice'>>(
    'role',
    { en: 'Part in buying', vi: 'Vai trò khi mua hàng' },
    {
      kind: 'choice',
      text: {
        en: 'What part do you have when your company buys products like ours?',
        vi: 'Khi công ty anh/chị mua sản phẩm như của chúng tôi, anh/chị giữ vai trò nào?',
      },
      options: parts({
        decides: { en: 'I decide', vi: 'Tôi quyết định' },
        recommends: { en: 'I recommend', vi: 'Tôi đề xuất' },
        uses: { en: 'I use the products', vi: 'Tôi sử dụng sản phẩm' },
        pays: { en: 'I see to order and payment', vi: 'Tôi lo đặt hàng và thanh toán' },
      }),
      order: 'fixed',
      other,
    },
  ),
] as const
