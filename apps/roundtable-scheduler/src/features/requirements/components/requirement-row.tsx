import type { RequirementHead } from '@sixfold/contract/requirements'
import { textIn } from '@sixfold/domain/local-text'
import { dayText } from '@sixfold/ui/day-text'
import { formatNumber } from '@sixfold/ui/format'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { requirementWords } from '../../../words/requirements.ts'
import styles from './requirements.module.css'
import { StatusLamp } from './status-lamp.tsx'

/** One requirement in a list: what, how heavy, where it stands, and who has it. */
export function RequirementRow({ one, aside }: { one: RequirementHead; aside?: ReactNode }) {
  const say = useSay(requirementWords)
  const { language } = useLanguage()
  const session = useSession().data
  const regions = (session?.regions ?? []).filter(({ id }) => one.regionIds.includes(id))
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <h3 className={styles.what}>
          <span className={styles.receipt}>{one.receipt}</span>{' '}
          <Link to="/requirements/$id" params={{ id: one.id }}>
            {one.text}
          </Link>
        </h3>
        <p className={styles.place}>
          {one.factor && (
            <FactorName index={one.factor.index} name={textIn(one.factor.name, language, 'en')} />
          )}
          {one.productName !== '' && <span>{one.productName}</span>}
          {regions.length > 0 && regions.length < 4 && (
            <span>{regions.map(({ name }) => name).join(', ')}</span>
          )}
          <Weight one={one} />
        </p>
      </div>
      <div className={styles.side}>
        <StatusLamp status={one.status} />
        <span className={one.ownerName === '' ? styles.quiet : undefined}>
          {one.ownerName || say('noOwner')}
        </span>
        {one.due !== null && <Due one={one} today={session?.now.slice(0, 10) ?? ''} />}
        {one.released && <span className={styles.quiet}>{say('told')}</span>}
        {aside}
      </div>
    </li>
  )
}

/** How much stands behind it, of what the reader may see. */
export function Weight({ one }: { one: RequirementHead }) {
  const say = useSay(requirementWords)
  const { language } = useLanguage()
  const { accounts, statements, revenue } = one.weight
  return (
    <>
      <span>{say('weight', { accounts, statements })}</span>
      {revenue > 0 && <span>{say('revenue', { amount: formatNumber(revenue, language) })}</span>}
      {one.statementsElsewhere > 0 && <span>{say('elsewhere', { n: one.statementsElsewhere })}</span>}
    </>
  )
}

function Due({ one: { due, status }, today }: { one: RequirementHead; today: string }) {
  const say = useSay(requirementWords)
  const { language } = useLanguage()
  if (due === null) return null
  const isLate = due < today && status !== 'done' && status !== 'declined'
  const day = dayText(due, language)
  return isLate ? <Lamp tone="problem">{say('wasDue', { day })}</Lamp> : <span>{say('dueOn', { day })}</span>
}
