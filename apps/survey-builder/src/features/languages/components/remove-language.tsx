import { languageName } from '@sixfold/ui/language-name'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { languageWords } from '../../../words/languages.ts'

interface RemoveLanguageProps {
  language: string
  /** The language in which its readers will be asked. */
  other: string
  /** How many texts go. */
  texts: number
  onClose: () => void
  onRemove: () => void
}

export function RemoveLanguage({ language, other, texts, onClose, onRemove }: RemoveLanguageProps) {
  const say = useSay(languageWords)
  const { language: screens } = useLanguage()
  const name = languageName(language, screens)
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={say('removeTitle', { language: name })}
      confirmLabel={say('removeDo', { language: name })}
      onConfirm={onRemove}
    >
      <p>{say('removeText', { n: texts, language: name, other: languageName(other, screens) })}</p>
    </ConfirmDialog>
  )
}
