import type { CaseRecord } from '@sixfold/contract/cases'
import { textIn } from '@sixfold/domain/local-text'
import { formatInstant } from '@sixfold/ui/format'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { caseWords } from '../../../words/cases.ts'
import { CaseLamp } from './case-lamp.tsx'
import styles from './cases.module.css'

export function CaseList({ cases }: { cases: readonly CaseRecord[] }) {
  return (
    <ul className={styles.list}>
      {cases.map(one => (
        <CaseRow key={one.id} one={one} />
      ))}
    </ul>
  )
}

function CaseRow({ one }: { one: CaseRecord }) {
  const say = useSay(caseWords)
  const { language } = useLanguage()
  const { receipt, accountName, factor, severity, dueAt, openedAt } = one
  const late = one.clocks.acknowledge.late || one.clocks.resolve.late
  return (
    <li className={styles.case}>
      <div>
        <h3 className={styles.what}>
          <Link to="/cases/$id" params={{ id: one.id }}>
            {`${receipt} · ${accountName}`}
          </Link>
        </h3>
        <p className={styles.excerpt}>{one.text || say(one.answerHidden ? 'answerHidden' : 'wordsErased')}</p>
        <p className={styles.place}>
          {one.contactName !== '' && <span>{one.contactName}</span>}
          <span>{say(`kind.${one.kind}`)}</span>
          {severity === 'critical' && <strong>{say('severity.critical')}</strong>}
          {factor && <FactorName index={factor.index} name={textIn(factor.name, language, 'en')} />}
        </p>
      </div>
      <div className={styles.side}>
        <CaseLamp one={one} />
        <span>
          {dueAt === null
            ? formatInstant(openedAt, language, { show: 'date' })
            : say(late ? 'clock.late' : 'clock.due', { time: formatInstant(dueAt, language) })}
        </span>
        <span className={one.ownerName === '' ? styles.quiet : undefined}>
          {one.ownerName || say('noOwner')}
        </span>
      </div>
    </li>
  )
}
