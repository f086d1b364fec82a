import type { StaffMember } from '@sixfold/contract/staff'
import type { WaveReply } from '@sixfold/contract/wave-replies'
import { addLocalDays } from '@sixfold/domain/local-date'
import type { LocalText } from '@sixfold/domain/local-text'
import { saveNotice, saveSurveyNotice } from '../features/privacy/privacy-notices/service.ts'
import { readReplies, saveReplies } from '../features/results/wave-replies/service.ts'
import { listWaves } from '../features/waves/waves/service.ts'
import type { Simulation } from './simulated-context.ts'

/** Who asks, for all surveys of the house. */
export async function stateNotice({ ctx }: Simulation, admin: StaffMember): Promise<void> {
  await saveNotice(ctx, admin, {
    revision: 0,
    content: {
      responsible: 'Hải Vân Controls JSC',
      address: '12 Nguyễn Huệ, Quận 1\nThành phố Hồ Chí Minh, Việt Nam',
      contactName: 'Lê An',
      contactEmail: 'privacy@haivan.example',
      contactPhone: '+84 28 3822 0000',
      readers: {
        en: 'Customer care of your region, and whoever is responsible for each factor.',
        vi: 'Bộ phận chăm sóc khách hàng khu vực của anh/chị và người phụ trách từng mặt.',
      },
      basis: 'consent',
      retentionMonths: 24,
    },
  })
}

interface Deed {
  factor: string
  said: LocalText
  did: LocalText
  /** Days after the end of the wave. */
  after: number
  state: WaveReply['state']
}

const deeds: readonly Deed[] = [
  {
    factor: 'support-and-service',
    said: {
      en: '“Nobody picks up when we call after hours.”',
      vi: '“Gọi kỹ thuật ngoài giờ không ai nghe máy.”',
    },
    did: {
      en: 'The service line is now staffed until 22:00, on Saturdays too.',
      vi: 'Đường dây kỹ thuật nay có người trực đến 22:00, cả thứ Bảy.',
    },
    after: 21,
    state: 'done',
  },
  {
    factor: 'administration',
    said: {
      en: '“The invoice arrives a week after the goods.”',
      vi: '“Hoá đơn điện tử đến sau hàng cả tuần.”',
    },
    did: {
      en: 'Invoices now leave on the day the goods do.',
      vi: 'Hoá đơn nay gửi cùng ngày xuất kho.',
    },
    after: 35,
    state: 'done',
  },
  {
    factor: 'delivery',
    said: {
      en: '“Delivery days change and nobody tells us.”',
      vi: '“Ngày giao thay đổi mà không báo trước.”',
    },
    did: {
      en: 'We are trying out a notice 48 hours before with twelve customers; it does not hold for everybody yet.',
      vi: 'Đang thử báo trước 48 giờ với 12 khách hàng; chưa áp dụng cho tất cả.',
    },
    after: 120,
    state: 'doing',
  },
]

/** What the survey is for, and what was done about the answers of the last wave that is over. */
export async function sayWhatWasDone({ ctx }: Simulation, admin: StaffMember): Promise<void> {
  const waves = await listWaves(ctx, admin)
  const surveyIds = new Set(waves.map(({ surveyId }) => surveyId))
  for (const id of surveyIds)
    await saveSurveyNotice(ctx, admin, {
      id,
      revision: 0,
      content: {
        purpose: {
          en: 'To find out what works for you and what does not, in six parts of our service, and to put right what does not.',
          vi: 'Để biết điều gì tốt và điều gì chưa tốt trong sáu mặt phục vụ, và sửa những điều chưa tốt.',
        },
        basis: null,
        retentionMonths: null,
      },
    })
  const last = waves.find(({ state }) => state === 'closed')
  if (!last) return
  const { factors, revision } = await readReplies(ctx, admin, last.id)
  const known = new Set(factors.map(({ key }) => key))
  const today = ctx.clock.now().toISOString().slice(0, 10)
  const items = deeds.flatMap(({ factor, said, did, after, state }): WaveReply[] => {
    const on = addLocalDays(last.closesAt.slice(0, 10), after)
    const isDone = state === 'done' && on <= today
    return known.has(factor)
      ? [{ factor, regionId: null, said, did, state: isDone ? 'done' : 'doing', on }]
      : []
  })
  await saveReplies(ctx, admin, { id: last.id, revision, items })
}
