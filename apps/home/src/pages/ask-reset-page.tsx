import { useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { AskResetForm } from '../features/entrance/components/ask-reset-form.tsx'
import styles from '../features/entrance/components/doorway.module.css'
import { Doorway } from '../features/entrance/components/doorway.tsx'
import { entranceWords } from '../words/entrance.ts'

/** `/reset`: for who has forgotten the password. */
export function AskResetPage() {
  const say = useSay(entranceWords)
  return (
    <Doorway title={say('resetTitle')} lead={say('resetLead')}>
      <AskResetForm />
      <div className={styles.foot}>
        <p>
          <Link to="/">{say('goToSignIn')}</Link>
        </p>
      </div>
    </Doorway>
  )
}
