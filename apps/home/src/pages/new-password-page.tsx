import { Button } from '@mantine/core'
import { useSay } from '@sixfold/ui/parts/language'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import styles from '../features/entrance/components/doorway.module.css'
import { Doorway } from '../features/entrance/components/doorway.tsx'
import { NewPasswordForm } from '../features/entrance/components/new-password-form.tsx'
import { entranceWords } from '../words/entrance.ts'

/** `/reset/<token>`: the link of the mail. */
export function NewPasswordPage() {
  const say = useSay(entranceWords)
  const { token } = useParams({ from: '/reset/$token' })
  const [done, setDone] = useState(false)
  if (done) {
    return (
      <Doorway title={say('newPasswordDone')} lead={say('newPasswordDoneText')}>
        <div className={styles.foot}>
          <Button component="a" href="/" variant="filled">
            {say('goToSignIn')}
          </Button>
        </div>
      </Doorway>
    )
  }
  return (
    <Doorway title={say('newPasswordTitle')}>
      <NewPasswordForm token={token} onDone={() => setDone(true)} />
    </Doorway>
  )
}
