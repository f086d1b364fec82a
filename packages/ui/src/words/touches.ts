import { createWords } from '@sixfold/contract/words'
import type { Channel, TouchPurpose } from '@sixfold/domain/contact-policy'

type Word = TouchPurpose | 'everything' | `channel.${Channel}`

const en: Record<Word, string> = {
  relationship_survey: 'Quarterly survey',
  product_survey: 'Product survey',
  blind_survey: 'Blind survey',
  installation_call: 'Call after an installation',
  roundtable: 'Round table',
  case: 'News about a complaint',
  everything: 'Anything at all',
  'channel.email': 'E-mail',
  'channel.phone': 'Telephone',
  'channel.sms': 'SMS',
}

const vi: Record<Word, string> = {
  relationship_survey: 'Khảo sát hàng quý',
  product_survey: 'Khảo sát sản phẩm',
  blind_survey: 'Khảo sát ẩn danh',
  installation_call: 'Cuộc gọi sau lắp đặt',
  roundtable: 'Tọa đàm',
  case: 'Tin về khiếu nại',
  everything: 'Mọi liên hệ',
  'channel.email': 'Thư điện tử',
  'channel.phone': 'Điện thoại',
  'channel.sms': 'SMS',
}

/** What touches are for, and the ways they take. */
export const touchWords = createWords({ en, vi })
