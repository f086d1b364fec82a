import { createWords } from '@sixfold/contract/words'
import type { ModelFaultCode } from '@sixfold/domain/factor-model-faults'

const en: Record<ModelFaultCode, string> = {
  no_factors: 'A model needs at least one factor.',
  too_many_factors: 'A model cannot hold more factors than this.',
  too_many_attributes: 'A factor cannot hold more attributes than this.',
  duplicate_key: 'This stands in the model twice.',
  missing_text: 'This text must not be empty.',
  missing_translation: 'This text is missing in one language.',
  text_too_long: 'The text is too long.',
  same_name: 'Another one has the same name.',
  not_quarterly: 'A quarterly survey covers six factors.',
}

const vi: Record<ModelFaultCode, string> = {
  no_factors: 'Mô hình cần ít nhất một yếu tố.',
  too_many_factors: 'Mô hình không thể có nhiều yếu tố hơn nữa.',
  too_many_attributes: 'Một yếu tố không thể có nhiều khía cạnh hơn nữa.',
  duplicate_key: 'Mục này có hai lần trong mô hình.',
  missing_text: 'Không được để trống nội dung này.',
  missing_translation: 'Nội dung này thiếu ở một ngôn ngữ.',
  text_too_long: 'Nội dung quá dài.',
  same_name: 'Đã có mục khác mang tên này.',
  not_quarterly: 'Khảo sát hằng quý gồm sáu yếu tố.',
}

export const modelFaultWords = createWords({ en, vi })
