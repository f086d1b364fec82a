import type { FieldOrigin } from '@sixfold/contract/customers'
import { formatInstant } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { recordWords } from '../../../words/record.ts'
import styles from './record.module.css'

/** Who says it and since when, and whether anybody made sure. */
export function OriginNote({ origin }: { origin: FieldOrigin | undefined }) {
  const say = useSay(recordWords)
  const { language } = useLanguage()
  if (!origin) return <p className={styles.origin}>{say('fromNobody')}</p>
  const { at, by, verifiedAt } = origin
  const day = (instant: string) => formatInstant(instant, language, { show: 'date' })
  // Who changes a field has just made sure of it.
  if (by !== null && verifiedAt === at)
    return <p className={styles.origin}>{say('verifiedBy', { day: day(at), name: by })}</p>
  return (
    <p className={styles.origin}>
      <Source origin={origin} />, {day(at)};{' '}
      {verifiedAt ? say('verifiedOn', { day: day(verifiedAt) }) : say('notVerified')}
    </p>
  )
}

function Source({ origin: { source, by } }: { origin: FieldOrigin }) {
  const say = useSay(recordWords)
  if (by !== null) return say('fromPerson', { name: by })
  const [kind, id] = source.split(':')
  if (kind === 'import' && id)
    return (
      <Link to="/imports/$id" params={{ id }}>
        {say('fromImport')}
      </Link>
    )
  if (kind === 'contact') return say('fromContact')
  return kind === 'demonstration' ? say('fromDemonstration') : say('fromElsewhere', { source })
}
