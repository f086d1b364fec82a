import type { Question } from '@sixfold/domain/survey/question'
import type { QuestionText as Field } from '@sixfold/domain/survey/settings'
import { questionText } from '@sixfold/domain/survey/settings'
import { useSay } from '@sixfold/ui/parts/language'
import { editorWords } from '../../../../words/editor.ts'
import { textWords } from '../../../../words/texts.ts'
import { useEditorActions } from '../../editor-context.ts'
import type { InPlaceTextProps } from '../in-place-text.tsx'
import { InPlaceText } from '../in-place-text.tsx'

interface QuestionTextProps extends Pick<InPlaceTextProps, 'look' | 'id'> {
  question: Question
  number: string
  field: Field
  language: string
  placeholder?: string
}

/** One text of a question, edited where it stands. */
export function QuestionText({
  question,
  number,
  field,
  language,
  placeholder,
  look,
  id,
}: QuestionTextProps) {
  const say = useSay(editorWords)
  const sayText = useSay(textWords)
  const { edit, select } = useEditorActions()
  return (
    <InPlaceText
      id={id}
      look={look}
      lang={language}
      label={`${say('questionTitle', { number })}: ${sayText(field)}`}
      value={questionText(question, field)?.[language] ?? ''}
      placeholder={placeholder ?? sayText(field)}
      onChange={value => edit({ op: 'set-question-text', question: question.id, field, language, value })}
      onFocus={() => select({ question: question.id })}
    />
  )
}
