import type { EvidenceView } from '@sixfold/contract/evidence'
import { formatNumber, formatShare } from '@sixfold/ui/format'
import { AppLink } from '@sixfold/ui/parts/app-link'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { evidenceWords } from '../../../words/evidence.ts'
import { fillAddress } from '../gap-actions.ts'
import styles from './evidence.module.css'

interface EvidenceCellProps {
  cell: EvidenceView['cells'][number]
  factor: string
  region: string
}

/** How often it was heard and from how much of the revenue; where nothing was heard about a factor, the way to end that. */
export function EvidenceCell({ cell, factor, region }: EvidenceCellProps) {
  const say = useSay(evidenceWords)
  const { language } = useLanguage()
  const { heard: n, accounts, revenueShare, source } = cell
  if (n === 0 && cell.factor === null) return null
  if (n === 0) return <Gap cell={cell} factor={factor} region={region} />
  const words =
    accounts === null
      ? say('cell', { n })
      : revenueShare === null
        ? say('cellAccounts', { n, accounts })
        : say('cellShare', { n, accounts, share: formatShare(revenueShare, language) })
  return (
    <span className={styles.cell} title={`${say(source)}: ${words}`}>
      <span className={styles.n} aria-hidden="true">
        {formatNumber(n, language)}
      </span>
      <span className={styles.hidden}>{words}</span>
      {revenueShare !== null && (
        <span className={styles.track} aria-hidden="true">
          <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width={Math.max(2, revenueShare * 100)} height="4" fill="currentColor" />
          </svg>
        </span>
      )}
    </span>
  )
}

function Gap({ cell: { source, regionId }, factor, region }: EvidenceCellProps) {
  const say = useSay(evidenceWords)
  const actor = useSession().data?.actor
  const address = actor ? fillAddress(actor, source, regionId) : null
  const place = { factor, source: say(source), region }
  if (!address)
    return (
      <span className={styles.gap} title={say('gapPlain', place)}>
        <LampShape tone="none" />
        <span className={styles.hidden}>{say('gapPlain', place)}</span>
      </span>
    )
  const action = say(`fill.${source}`)
  return (
    <AppLink
      className={styles.gap}
      href={address}
      title={action}
      aria-label={say('gap', { ...place, action })}
    >
      <LampShape tone="none" />
      <span className={styles.action} aria-hidden="true">
        {action}
      </span>
    </AppLink>
  )
}
