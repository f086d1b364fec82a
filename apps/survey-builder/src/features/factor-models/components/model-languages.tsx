import { SegmentedControl } from '@mantine/core'
import { modelTexts } from '@sixfold/domain/factor-model-faults'
import { ownName } from '@sixfold/ui/language-name'
import { useSay } from '@sixfold/ui/parts/language'
import { LanguagePicker } from '@sixfold/ui/parts/language-picker'
import { factorModelWords } from '../../../words/factor-models.ts'
import { useEditing } from '../editing-context.ts'
import styles from './model-editor.module.css'

interface ModelLanguagesProps {
  languages: readonly string[]
  onShow: (language: string) => void
  onAdd: (language: string) => void
}

/** The languages of the model, with how much is written in each that is behind. */
export function ModelLanguages({ languages, onShow, onAdd }: ModelLanguagesProps) {
  const say = useSay(factorModelWords)
  const { draft, language } = useEditing()
  const texts = modelTexts({ key: '', version: 1, ...draft.content })
  return (
    <div className={styles.languages}>
      <SegmentedControl
        aria-label={say('language')}
        value={language}
        onChange={onShow}
        data={languages.map(one => {
          const done = texts.filter(({ text }) => text[one]?.trim()).length
          return {
            value: one,
            label: (
              <span lang={one}>
                {ownName(one)}
                {done < texts.length && (
                  <span className={styles.done} lang="und">
                    {done}/{texts.length}
                  </span>
                )}
              </span>
            ),
          }
        })}
      />
      <LanguagePicker label={say('addLanguage')} taken={languages} onPick={onAdd} />
    </div>
  )
}
