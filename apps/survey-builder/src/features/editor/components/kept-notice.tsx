import type { Survey } from '@sixfold/contract/surveys'
import { textIn } from '@sixfold/domain/local-text'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { togetherWords } from '../../../words/together.ts'
import { deviceStorage, surveysWithWork } from '../kept-work.ts'
import styles from './save-trouble.module.css'

/** What was written a moment ago in the editor is on its way; only what stays behind is said. */
const LOOK_AFTER_MS = 2_500

/** Surveys with work that is still on this device alone; opening one saves it. */
export function KeptNotice({ surveys }: { surveys: readonly Survey[] }) {
  const say = useSay(togetherWords)
  const { language } = useLanguage()
  const staff = useSession().data?.actor.id ?? ''
  const [left, setLeft] = useState<readonly string[]>([])
  useEffect(() => {
    const timer = setTimeout(() => setLeft(surveysWithWork(deviceStorage(), staff)), LOOK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [staff])
  const waiting = surveys.filter(({ id }) => left.includes(id))
  if (waiting.length === 0) return null
  return (
    <div className={styles.notice} role="status">
      <p>{say('keptHere')}</p>
      <ul className={styles.list}>
        {waiting.map(({ id, title, languages }) => (
          <li key={id}>
            <Link to="/surveys/$id" params={{ id }}>
              {textIn(title, language, languages[0] ?? 'en')}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
