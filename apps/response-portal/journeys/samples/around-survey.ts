import type { AboutPage, CallPage, PortalPage, ThanksPage } from '@sixfold/contract/portal'
import type { SampleLanguage } from './letter-head.ts'
import { letterHead } from './letter-head.ts'

type Of<Kind extends PortalPage['kind']> = Record<
  string,
  (language: SampleLanguage) => Extract<PortalPage, { kind: Kind }>
>

const title = { vi: 'Khảo sát quý 4 năm 2026', en: 'Survey of quarter 4, 2026' }

export const about: Of<'about'> = {
  open: language => ({
    ...aboutPage(language),
    notice: {
      version: '3',
      since: '2026-10-01',
      purpose: {
        vi: 'Để biết việc giao hàng, dịch vụ và sản phẩm cần cải thiện ở đâu',
        en: 'To learn where deliveries, service and products must become better',
      }[language],
      basis: 'legitimate_interest',
      readers: { vi: 'Nhóm chăm sóc khách hàng', en: 'The customer care team' }[language],
      retentionMonths: 24,
      responsible: 'Công ty Cổ phần Máy Việt',
      postalAddress: '12 Lê Duẩn\nQuận 1\nThành phố Hồ Chí Minh',
      contactName: 'Nguyễn Thị Phương Thảo',
      contactEmail: 'bao-ve-du-lieu-khach-hang@may-viet.example',
      contactPhone: '+84 28 3812 3456',
    },
  }),
  blind: aboutPage,
}

function aboutPage(language: SampleLanguage): AboutPage {
  return {
    ...letterHead(language),
    kind: 'about',
    address: '/r/sample',
    back: '/r/sample',
    title: title[language],
    minutes: 4,
    questions: 28,
    closesOn: '2026-11-30',
    minimum: 5,
    known: true,
    notice: null,
  }
}

export const call: Of<'call'> = {
  faulty: language => callPage(language, { phone: '12', fault: 'not_a_phone' }),
}

function callPage(language: SampleLanguage, typed: Partial<CallPage>): CallPage {
  return {
    ...letterHead(language),
    kind: 'call',
    address: '/r/sample',
    back: '/r/sample',
    from: '2',
    phone: '',
    when: '',
    fault: null,
    ...typed,
  }
}

export const callAsked: Of<'call-asked'> = {
  known: language => ({
    ...letterHead(language),
    kind: 'call-asked',
    back: '/r/sample',
    open: true,
    times: { from: '23/11/2026, 08:00', until: '24/11/2026, 17:00', zone: 'GMT+7, Asia/Ho_Chi_Minh' },
  }),
}

export const notMe: Of<'not-me'> = {
  ask: language => ({
    ...letterHead(language),
    kind: 'not-me',
    address: '/r/sample',
    back: '/r/sample',
    told: false,
  }),
}

export const thanks: Of<'thanks'> = {
  known: language => ({
    ...thanksPage(language),
    done: [
      {
        factorName: { vi: 'Giao hàng', en: 'Delivery' }[language],
        factorIndex: 4,
        said: { vi: '“Ngày giao thay đổi mà không báo trước.”', en: '“The day changed without notice.”' }[
          language
        ],
        did: {
          vi: 'Từ tháng 9, mọi thay đổi ngày giao được báo trước 48 giờ.',
          en: 'Since September every change is announced 48 hours ahead.',
        }[language],
        state: 'done',
        on: '2026-09-01',
      },
      {
        factorName: { vi: 'Hỗ trợ và dịch vụ', en: 'Support and service' }[language],
        factorIndex: 1,
        said: '',
        did: { vi: 'Đang tuyển thêm hai kỹ thuật viên.', en: 'Two more engineers are being hired.' }[
          language
        ],
        state: 'doing',
        on: '2026-12-31',
      },
    ],
  }),
}

function thanksPage(language: SampleLanguage): ThanksPage {
  return {
    ...letterHead(language),
    kind: 'thanks',
    address: '/r/sample',
    title: title[language],
    text: { vi: 'Những người có thể giải quyết sẽ đọc.', en: 'Those who can act on them read them.' }[
      language
    ],
    closesOn: '2026-11-30',
    done: [],
    ended: false,
    known: true,
    notice: {
      readers: { vi: 'nhóm chăm sóc khách hàng', en: 'the care team' }[language],
      retentionMonths: 24,
    },
    preview: false,
  }
}
