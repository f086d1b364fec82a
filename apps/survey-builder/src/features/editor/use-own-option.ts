import type { LocalText } from '@sixfold/domain/local-text'
import type { Question } from '@sixfold/domain/survey/question'
import { questionText } from '@sixfold/domain/survey/settings'
import { fieldId, useEditorActions } from './editor-context.ts'

/** The words that these options usually have, where their language is known. */
const usual: Record<'other' | 'none', LocalText> = {
  other: { en: 'Other', vi: 'Khác' },
  none: { en: 'None of these', vi: 'Không mục nào ở trên' },
}

/** Offers and takes out "Other" or "None of these": they are there as long as they have a label. */
export function useOwnOption(question: Question, field: 'other' | 'none') {
  const { now, edit, focus } = useEditorActions()
  const label = questionText(question, field)
  const write = (language: string, value: string) =>
    ({ op: 'set-question-text', question: question.id, field, language, value }) as const
  return {
    offered: label !== undefined,
    add() {
      const { definition, language } = now()
      const words = definition.languages.flatMap(one =>
        usual[field][one] ? [write(one, usual[field][one])] : [],
      )
      // Without a label there is no option: in a language that is not known here its English name begins it.
      edit(...(words.length > 0 ? words : [write(language, usual[field].en ?? '')]))
      focus(fieldId(`${field}-${question.id}`))
    },
    remove() {
      edit(...Object.keys(label ?? {}).map(one => write(one, '')))
      focus(fieldId('canvas', question.id))
    },
  }
}
