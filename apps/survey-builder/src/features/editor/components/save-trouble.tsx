import { Button } from '@mantine/core'
import { signInAddress } from '@sixfold/ui/next-address'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useSay } from '@sixfold/ui/parts/language'
import { useState } from 'react'
import { togetherWords } from '../../../words/together.ts'
import type { DraftSession } from '../use-draft.ts'
import styles from './save-trouble.module.css'

/** Why work is not saved, where that needs more than patience, and what to do about it. */
export function SaveTrouble({ session }: { session: DraftSession }) {
  const say = useSay(togetherWords)
  const { trouble, unkept } = session
  const why = troubleOf(trouble?.code)
  if (!why && !unkept) return null
  return (
    <div className={styles.trouble} role="alert">
      {why && (
        <p>
          {say(why)} {trouble?.fields.map(({ message }) => message).join(' ')}
        </p>
      )}
      {unkept && <p>{say('unkept')}</p>}
      {why === 'signedOut' && (
        <Button size="xs" component="a" href={signInAddress(window.location)}>
          {say('signIn')}
        </Button>
      )}
      {(why === 'refused' || why === 'notAllowed') && <Discard session={session} />}
    </div>
  )
}

type Why = 'signedOut' | 'notAllowed' | 'refused' | 'failing'

function troubleOf(code: NonNullable<DraftSession['trouble']>['code'] | undefined): Why | null {
  switch (code) {
    case undefined:
    case 'unavailable':
    case 'too_many_requests':
      return null
    case 'unauthenticated':
      return 'signedOut'
    case 'not_found':
      return 'notAllowed'
    case 'internal':
      return 'failing'
    default:
      return 'refused'
  }
}

function Discard({ session }: { session: DraftSession }) {
  const say = useSay(togetherWords)
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button size="xs" variant="subtle" onClick={() => setAsking(true)}>
        {say('discard')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={say('discardTitle')}
        confirmLabel={say('discard')}
        destructive
        onConfirm={() => {
          session.discard()
          setAsking(false)
        }}
      >
        {say('discardText', { n: session.draft.pending.length })}
      </ConfirmDialog>
    </>
  )
}
