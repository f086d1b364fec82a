import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { asApiError } from '../api-error.ts'
import { signInAddress } from '../next-address.ts'
import { useSession } from '../session.ts'
import { FailedState } from './failed-state.tsx'
import { useOwnLanguage } from './language.tsx'
import styles from './signed-in.module.css'

type Session = NonNullable<ReturnType<typeof useSession>['data']>

/** Draws a staff app for who is signed in; sends everybody else to sign in, and back here afterwards. */
export function SignedIn({ children }: { children: (session: Session) => ReactNode }) {
  const session = useSession()
  useOwnLanguage(session.data?.actor.language)
  const stranger = session.isError && asApiError(session.error).code === 'unauthenticated'

  useEffect(() => {
    if (stranger) window.location.replace(signInAddress(window.location))
  }, [stranger])

  if (session.data && !stranger) return children(session.data)
  if (session.isError && !stranger) {
    return (
      <main className={styles.alone}>
        <FailedState error={session.error} onRetry={() => void session.refetch()} />
      </main>
    )
  }
  return null
}
