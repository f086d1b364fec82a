import { Button } from '@mantine/core'
import { useId } from 'react'
import { asApiError, isWorthRetrying } from '../api-error.ts'
import { errorText } from '../error-words.ts'
import { signInAddress } from '../next-address.ts'
import { commonWords } from '../words/common.ts'
import { LampShape } from './lamp.tsx'
import { useLanguage, useSay } from './language.tsx'
import styles from './state.module.css'

export interface FailedStateProps {
  error: unknown
  /** What could not be done, when "This could not be loaded" does not say it. */
  title?: string
  onRetry?: () => void
}

/** What happened, what to do, and the number under which the server's log knows it. */
export function FailedState({ error, title, onRetry }: FailedStateProps) {
  const { language } = useLanguage()
  const say = useSay(commonWords)
  const heading = useId()
  const failure = asApiError(error)
  return (
    <section className={styles.state} role="alert" aria-labelledby={heading}>
      <h2 className={styles.title} id={heading}>
        <LampShape tone="problem" /> {title ?? say('failed')}
      </h2>
      <p className={styles.text}>{errorText(failure, language)}</p>
      <div className={styles.actions}>
        {failure.code === 'unauthenticated' && (
          <Button component="a" href={signInAddress(window.location)} variant="filled">
            {say('signIn')}
          </Button>
        )}
        {onRetry && isWorthRetrying(failure) && <Button onClick={onRetry}>{say('retry')}</Button>}
        {failure.code === 'not_found' && (
          <Button component="a" href="/">
            {say('openHome')}
          </Button>
        )}
        {failure.requestId && (
          <span className={styles.request}>{say('requestId', { id: failure.requestId })}</span>
        )}
      </div>
    </section>
  )
}
