import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { useSay } from '@sixfold/ui/parts/language'
import { editorWords } from '../../../../words/editor.ts'
import { useEditor } from '../../editor-context.ts'
import { TextsField } from './texts-field.tsx'

/** The words before the first question, or after the last. */
export function EndForm({ part }: { part: 'welcome' | 'thanks' }) {
  const say = useSay(editorWords)
  const { definition, session } = useEditor()
  const set =
    (field: keyof Pick<SurveyDefinition, 'title' | 'welcome' | 'thanks'>) =>
    (language: string, value: string) =>
      session.edit({ op: 'set-survey-text', field, language, value })
  return (
    <>
      {part === 'welcome' && (
        <TextsField
          field="title"
          label={say('surveyTitle')}
          text={definition.title}
          onChange={set('title')}
        />
      )}
      <TextsField
        field={part}
        label={say(part === 'welcome' ? 'welcomeText' : 'thanksText')}
        help={say(part === 'welcome' ? 'welcomeHelp' : 'thanksHelp')}
        text={definition[part]}
        onChange={set(part)}
      />
    </>
  )
}
