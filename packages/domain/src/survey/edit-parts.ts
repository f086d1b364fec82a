import { insertAt, withText, withValue } from './edit-values.ts'
import { SURVEY_LIMITS } from './limits.ts'
import type { EditRefusal, Operation, PartOperation, PartSettings } from './operation.ts'
import type { AnyPart, PartShape } from './parts.ts'
import { partShape, partsOf, withParts } from './parts.ts'
import type { Question } from './question.ts'
import { CONTACT_FIELDS } from './question.ts'

/** A question after an operation on its list, or why it is refused. */
export function changeParts(question: Question, operation: PartOperation): Question | EditRefusal {
  const parts = partsOf(question)?.parts
  const shape = partShape(question)
  if (!parts || !shape) return 'wrong_kind'
  if (operation.op === 'add-part') return addPart(question, parts, shape, operation)
  const found = parts.find(({ id }) => id === operation.part)
  if (!found) return 'unknown_part'
  const others = parts.filter(part => part !== found)
  const changed = (part: AnyPart) =>
    withParts(
      question,
      parts.map(other => (other === found ? part : other)),
    )
  switch (operation.op) {
    case 'set-part-text':
      return changed({ ...found, text: withText(found.text, operation) })
    case 'set-part-setting': {
      if (settingOfShape[shape] !== operation.setting) return 'wrong_kind'
      if (operation.setting === 'picture') return changed({ ...found, picture: operation.value })
      return changed(withValue(found, operation.setting, operation.value))
    }
    case 'move-part':
      return withParts(question, insertAt(others, operation.index, found))
    case 'remove-part':
      return withParts(question, others)
    default:
      return operation satisfies never
  }
}

/** What a part of each shape has beside its text. */
const settingOfShape: Record<PartShape, keyof PartSettings | null> = {
  option: 'exclusive',
  picture: 'picture',
  row: 'measures',
  field: null,
  plain: null,
}

function addPart(
  question: Question,
  parts: readonly AnyPart[],
  shape: PartShape,
  { index, part }: Operation<'add-part'>,
): Question | EditRefusal {
  const { id, text, ...settings } = part
  if (Object.keys(settings).some(name => name !== settingOfShape[shape])) return 'wrong_kind'
  if (shape === 'field' && !CONTACT_FIELDS.some(field => field === id)) return 'wrong_value'
  if (parts.some(other => other.id === id)) return 'duplicate_part'
  if (parts.length >= SURVEY_LIMITS.parts) return 'too_many'
  return withParts(question, insertAt(parts, index, shape === 'picture' ? { picture: null, ...part } : part))
}
