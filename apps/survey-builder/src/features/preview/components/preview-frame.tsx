import type { Contact } from '@sixfold/contract/customers'
import { languageName } from '@sixfold/ui/language-name'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { previewWords } from '../../../words/preview.ts'
import styles from './preview.module.css'

export type PreviewSize = 'phone' | 'desktop'

interface PreviewFrameProps {
  surveyId: string
  language: string
  size: PreviewSize
  contact: Contact | undefined
  /** A contact was asked for that may not be seen. */
  isGone: boolean
  /** Changes when the survey shall be shown from its beginning. */
  run: string
}

/** The customer's own page, drawn by the customer's own renderer, at a phone's or a desktop's size. */
export function PreviewFrame({ surveyId, language, size, contact, isGone, run }: PreviewFrameProps) {
  const say = useSay(previewWords)
  const { language: screens } = useLanguage()
  const query = new URLSearchParams({ language, ...(contact ? { contact: contact.id } : {}) })
  return (
    <div className={styles.ground}>
      <p className={styles.caption}>
        {contact
          ? say('asPerson', { name: contact.name, account: contact.accountName })
          : say(isGone ? 'gone' : 'asAnybody')}{' '}
        {say('notStored')}
      </p>
      <iframe
        key={`${run} ${query}`}
        className={styles.frame}
        data-size={size}
        title={say('frame', { language: languageName(language, screens) })}
        src={`/preview/${encodeURIComponent(surveyId)}?${query}`}
      />
    </div>
  )
}
