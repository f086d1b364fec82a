import { textIn } from '@sixfold/domain/local-text'
import type { Part } from '@sixfold/domain/survey/question'
import { useSay } from '@sixfold/ui/parts/language'
import { listWords } from '../../../../words/list.ts'
import { useEditor } from '../../editor-context.ts'

/** What a part is called in a list of settings: its text, else its number. */
export function usePartName(parts: readonly Part[], noun: 'option' | 'row' = 'option') {
  const say = useSay(listWords)
  const { definition, language } = useEditor()
  return (at: number) =>
    textIn(parts[at]?.text, language, definition.defaultLanguage) || `${say(noun)} ${at + 1}`
}
