import type { Question } from '@sixfold/domain/survey/question'
import type { QuestionText } from '@sixfold/domain/survey/settings'
import { questionText } from '@sixfold/domain/survey/settings'
import { useSay } from '@sixfold/ui/parts/language'
import { textWords } from '../../../../words/texts.ts'
import { useEditorActions } from '../../editor-context.ts'
import { TextsField } from './texts-field.tsx'

/** Some texts of a question, each in every language. */
export function QuestionTexts({ question, fields }: { question: Question; fields: readonly QuestionText[] }) {
  const say = useSay(textWords)
  const { edit } = useEditorActions()
  return fields.map(field => (
    <TextsField
      key={field}
      field={field}
      label={say(field)}
      text={questionText(question, field) ?? {}}
      onChange={(language, value) =>
        edit({ op: 'set-question-text', question: question.id, field, language, value })
      }
    />
  ))
}
