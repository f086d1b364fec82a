import { changeParts } from './edit-parts.ts'
import { withOptional, withText, withValue } from './edit-values.ts'
import type { EditRefusal, Operation, QuestionOperation } from './operation.ts'
import type { Question } from './question.ts'
import { needOfSetting, needOfText, questionText } from './settings.ts'

/** One question after an operation on it, or why it is refused. */
export function changeQuestionBy(question: Question, operation: QuestionOperation): Question | EditRefusal {
  switch (operation.op) {
    case 'set-question-text':
      return setText(question, operation)
    case 'set-required':
      return question.kind === 'statement' ? 'wrong_kind' : { ...question, required: operation.required }
    case 'set-measures':
      return withValue(question, 'measures', operation.measures)
    case 'set-setting':
      return setSetting(question, operation)
    case 'set-part-text':
    case 'set-part-setting':
    case 'add-part':
    case 'move-part':
    case 'remove-part':
      return changeParts(question, operation)
    default:
      return operation satisfies never
  }
}

function setText(question: Question, operation: Operation<'set-question-text'>): Question | EditRefusal {
  const { field } = operation
  const need = needOfText(question.kind, field)
  if (!need) return 'wrong_kind'
  const text = withText(questionText(question, field), operation)
  return need === 'needed' ? withValue(question, field, text) : withOptional(question, field as never, text)
}

function setSetting(
  question: Question,
  { setting, value }: Operation<'set-setting'>,
): Question | EditRefusal {
  const need = needOfSetting(question.kind, setting)
  if (!need) return 'wrong_kind'
  return need === 'needed' && value === null ? 'wrong_value' : withValue(question, setting, value)
}
