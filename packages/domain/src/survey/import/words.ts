import type { LocalText } from '../../local-text.ts'

/** Words that other tools put in by themselves, so that their files do not hold them. */
export const standardWords = {
  title: { en: 'Imported survey', vi: 'Khảo sát nhập từ tệp' },
  other: { en: 'Other', vi: 'Khác' },
  none: { en: 'None of these', vi: 'Không mục nào ở trên' },
  doNotKnow: { en: 'I do not know', vi: 'Tôi không biết' },
  refuse: { en: 'I would rather not answer', vi: 'Tôi không muốn trả lời' },
  comment: { en: 'Comment', vi: 'Ý kiến thêm' },
  yes: { en: 'Yes', vi: 'Có' },
  no: { en: 'No', vi: 'Không' },
  uncertain: { en: 'Uncertain', vi: 'Không chắc' },
  increase: { en: 'Increase', vi: 'Tăng' },
  same: { en: 'Same', vi: 'Không đổi' },
  decrease: { en: 'Decrease', vi: 'Giảm' },
  female: { en: 'Female', vi: 'Nữ' },
  male: { en: 'Male', vi: 'Nam' },
  low: { en: 'Lowest', vi: 'Thấp nhất' },
  high: { en: 'Highest', vi: 'Cao nhất' },
} satisfies Record<string, LocalText>
