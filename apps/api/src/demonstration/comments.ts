import type { StaffMember } from '@sixfold/contract/staff'
import { soughtByRule } from '@sixfold/domain/comments/comment-search'
import type { RandomSource } from '@sixfold/domain/random'
import type { ConsentQuestion } from '@sixfold/domain/survey/question'
import type { Context } from '../context.ts'
import { findComments, gatherComments, storeTag } from '../features/results/comment-records/service.ts'
import { addTag } from '../features/results/comment-tags/service.ts'
import { waveBook } from '../features/waves/wave-records/service.ts'
import { pick } from './pick.ts'

/** Asked at the end of every quarter's survey: words are quoted only of people who tick it. */
export const quoteConsent: ConsentQuestion = {
  id: 'quote-me',
  kind: 'consent',
  use: 'quote',
  text: {
    en: 'I agree that my words may be quoted without my name and without my company.',
    vi: 'Tôi đồng ý để lời của tôi được trích dẫn, không kèm tên tôi và tên công ty.',
  },
  required: false,
}

/** What went wrong for many at once. */
export type Trouble = 'late' | 'invoices'

interface CommentStock extends Record<Trouble, readonly string[]> {
  usual: readonly string[]
}

/** How many write of what goes wrong, while it does. */
const TROUBLED: Record<Trouble, number> = { late: 0.6, invoices: 0.4 }

const stock: Record<'en' | 'vi', CommentStock> = {
  en: {
    usual: [
      'The hotline knows our machines; that saves us hours.',
      'Please put our own order number on the invoice.',
      'We would like to hear earlier about new versions.',
      'Good products, but the offers take too long.',
      'Our contact changed twice this year.',
      'Invoices come with the wrong tax code about once a quarter, and each time it takes a week to correct.',
      'Ms. Mai from your service team solved in an hour what others did not in a month.',
      'A price list that we can search would save both sides many calls.',
      'The new controllers run without a stop since May. Please keep them that way.',
      'Training for our second shift, please. They learn from the first one, mistakes included.',
      'Spare parts should be in the van at the first visit. Call me on 0912 555 010 and I explain which.',
      'We never know whether a question belongs to sales or to service.',
    ],
    late: [
      'Two deliveries came a week late and nobody called.',
      'The parts were right, the day was not.',
      'Late delivery again. Our line stood for half a shift.',
    ],
    invoices: [
      'Since the new invoicing system every second invoice comes back to you.',
      'The new invoices do not show our order number any more; our accounting sends them back.',
      'Two invoices for one delivery, and nobody knows which one counts.',
    ],
  },
  vi: {
    usual: [
      'Tổng đài hiểu máy của chúng tôi, đỡ mất rất nhiều thời gian.',
      'Xin ghi số đơn hàng của chúng tôi lên hóa đơn.',
      'Chúng tôi muốn được báo sớm hơn về phiên bản mới.',
      'Sản phẩm tốt nhưng báo giá còn lâu.',
      'Năm nay người phụ trách đã đổi hai lần.',
      'Hóa đơn sai mã số thuế, mỗi lần sửa mất cả tuần.',
      'Cần thêm tài liệu tiếng Việt cho bộ điều khiển mới.',
      'Anh Tuấn bên kỹ thuật hỗ trợ rất nhiệt tình, xin cảm ơn.',
      'Phu tung nen co san tren xe, de khoi phai hen lan hai.',
      'Nên có một đầu mối duy nhất, hiện chúng tôi phải gọi ba nơi.',
      'Xin tổ chức đào tạo cho ca hai, họ toàn học lại từ ca một.',
      'Máy chạy ổn định từ tháng Năm đến nay, rất yên tâm.',
    ],
    late: [
      'Hai chuyến hàng trễ cả tuần mà không ai gọi báo.',
      'Hàng đúng nhưng ngày giao thì sai.',
      'Giao hang tre, day chuyen phai dung nua ca.',
    ],
    invoices: [
      'Từ khi đổi hệ thống hóa đơn mới, cứ hai hóa đơn thì một phải trả lại.',
      'Hóa đơn mới không còn số đơn hàng, kế toán chúng tôi không nhận.',
      'Một lần giao mà hai hóa đơn, không ai biết tờ nào đúng.',
    ],
  },
}

/** What somebody writes under "what should we do better". */
export function commentOf(
  random: RandomSource,
  { language, trouble }: { language: string; trouble: Trouble | null },
): string {
  const { usual, ...troubles } = stock[language === 'vi' ? 'vi' : 'en']
  return pick(random, trouble && random.next() < TROUBLED[trouble] ? troubles[trouble] : usual)
}

const tags = [
  {
    name: 'Late deliveries',
    rule: 'late delivery, deliveries late, day was not, hàng trễ, giao trễ, ngày giao sai',
  },
  { name: 'Invoices', rule: 'invoice, hóa đơn' },
  { name: 'Spare parts', rule: 'spare parts, phụ tùng' },
  { name: 'Who is responsible', rule: 'our contact, sales service question, người phụ trách, đầu mối' },
  { name: 'Training', rule: 'training, đào tạo' },
]

/** What somebody read and tagged by hand. */
const PRAISE = 'knows our machines, without a stop, hiểu máy, yên tâm'
const TAGGED_BY_HAND = 6

/** Sorts what was said: tags with their rules, and the comments of every wave at hand. */
export async function sortComments(ctx: Context, actor: StaffMember): Promise<void> {
  for (const tag of tags) await addTag(ctx, actor, tag)
  const praise = await addTag(ctx, actor, { name: 'Praise', rule: '' })
  for (const { _id: waveId } of await waveBook.findWaves(ctx)) {
    await gatherComments(ctx, waveId)
    const query = { waveId, regionIds: null, sought: soughtByRule(PRAISE) }
    for (const { _id } of await findComments(ctx, query, { after: null, limit: TAGGED_BY_HAND }))
      await storeTag(ctx, _id, { tagId: praise.id, on: true })
  }
}
