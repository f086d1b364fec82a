import type { ReactNode } from 'react'
import { asApiError, isServerFault } from '../api-error.ts'
import { errorText } from '../error-words.ts'
import { commonWords } from '../words/common.ts'
import styles from './failure-notice.module.css'
import { LampShape } from './lamp.tsx'
import { useLanguage, useSay } from './language.tsx'

export interface FailureNoticeProps {
  error: unknown
  /** Says it better than the code's own words, where the page knows more. */
  text?: string | undefined
  children?: ReactNode
}

/** Why an action failed, beside the action: in words, with the number the server's log knows it by. */
export function FailureNotice({ error, text, children }: FailureNoticeProps) {
  const { language } = useLanguage()
  const say = useSay(commonWords)
  const failure = asApiError(error)
  return (
    <div className={styles.notice} role="alert">
      <LampShape tone="problem" size={12} />
      <div>
        <p>{text ?? errorText(failure, language)}</p>
        {children}
        {failure.requestId && isServerFault(failure) && (
          <p className={styles.request}>{say('requestId', { id: failure.requestId })}</p>
        )}
      </div>
    </div>
  )
}
