import type { UiLanguage } from '@sixfold/contract/words'
import type { AskChoice } from '@sixfold/domain/contact-standing'
import type { LocalText } from '@sixfold/domain/local-text'
import { textIn } from '@sixfold/domain/local-text'
import type { Context } from '../context.ts'
import { chooseFor, complain, wishToCome } from '../features/answering/own-page/service.ts'
import { findContactsByEmail } from '../features/customers/contacts/service.ts'
import { followPersonalLink, makePersonalLink } from '../features/privacy/personal-links/service.ts'
import { listWaveIds } from '../features/waves/waves/service.ts'
import type { CustomerRow } from './companies.ts'

/** What somebody does on the own page, so many days ago. */
interface OwnVisit {
  daysAgo: number
  region: string
  /** Which of the region's people it is. */
  person: number
  factor: string
  text: LocalText
  answerWanted: boolean
  asking?: AskChoice
  meets?: boolean
}

export const ownVisits: readonly OwnVisit[] = [
  {
    daysAgo: 41,
    region: 'South',
    person: 3,
    factor: 'delivery',
    text: {
      en: 'Two cabinets came a week late, and nobody had told us. Our fitters stood idle for three days.',
      vi: 'Hai tủ điện giao trễ một tuần mà không ai báo trước. Thợ lắp của chúng tôi phải chờ ba ngày.',
    },
    answerWanted: true,
  },
  {
    daysAgo: 33,
    region: 'North',
    person: 17,
    factor: 'administration',
    text: {
      en: 'The invoice of last month names the old tax number again, for the third time.',
      vi: 'Hóa đơn tháng trước lại ghi mã số thuế cũ, đây là lần thứ ba.',
    },
    answerWanted: true,
    meets: true,
  },
  {
    daysAgo: 12,
    region: 'South',
    person: 24,
    factor: 'support-and-service',
    text: {
      en: 'The engineer came without the spare part that we had named on the telephone.',
      vi: 'Kỹ thuật viên đến mà không mang phụ tùng chúng tôi đã nói rõ qua điện thoại.',
    },
    answerWanted: false,
    asking: 'year',
  },
  {
    daysAgo: 4,
    region: 'Singapore',
    person: 8,
    factor: '',
    text: {
      en: 'We were promised a call about the extension of our line and have heard nothing since.',
      vi: 'Chúng tôi được hẹn gọi lại về việc mở rộng dây chuyền nhưng đến nay chưa thấy ai liên hệ.',
    },
    answerWanted: true,
    meets: true,
  },
]

/** One customer opens the own page and says what there is to say. */
export async function visitOwnPage(
  ctx: Context,
  visit: OwnVisit,
  customers: readonly CustomerRow[],
): Promise<void> {
  const row = customers.filter(({ region }) => region === visit.region)[visit.person]
  const [contact] = row ? await findContactsByEmail(ctx, [row.email]) : []
  const [waveId = null] = await listWaveIds(ctx)
  if (!contact) return
  const { token } = await makePersonalLink(ctx, contact._id, 'own_page', waveId)
  const visitor = await followPersonalLink(ctx, token, 'own_page')
  const language: UiLanguage = contact.languages[0] === 'en' ? 'en' : 'vi'
  const { factor, answerWanted } = visit
  const text = textIn(visit.text, language, 'en')
  await complain(ctx, visitor, { form: token, text, factor, answerWanted }, language)
  if (visit.asking) await chooseFor(ctx, visitor, visit.asking)
  if (visit.meets) await wishToCome(ctx, visitor)
}
