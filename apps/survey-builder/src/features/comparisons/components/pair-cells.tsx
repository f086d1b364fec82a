import type { ComparabilityReasonView, FactorPair } from '@sixfold/contract/comparisons'
import { shownPoints } from '@sixfold/domain/results/change-word'
import { formatChange, formatNumber, formatShare } from '@sixfold/ui/format'
import type { Tone } from '@sixfold/ui/parts/lamp'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import type { SayComparison } from '../../../words/comparisons.ts'
import { comparisonWords } from '../../../words/comparisons.ts'
import { differenceWord } from '../difference-word.ts'
import styles from './comparisons.module.css'

type Pair = Pick<FactorPair, 'first' | 'second' | 'difference' | 'grade' | 'reasons'>

/** Percent satisfied with n beside it, or why there is none. */
export function FigureCell({ figure, minimum }: { figure: FactorPair['first']; minimum: number }) {
  const say = useSay(comparisonWords)
  const { language } = useLanguage()
  if (!figure) return <span className={styles.hidden}>{say('hidden', { minimum })}</span>
  return (
    <span className={styles.figure}>
      <strong title={formatNumber(figure.percentSatisfied, language, 2)}>
        {formatShare(figure.percentSatisfied / 100, language)}
      </strong>{' '}
      <small>{say('n', { n: formatNumber(figure.n, language) })}</small>
      <small className={styles.index}>
        {say('index', {
          index: formatNumber(figure.netSatisfactionIndex, language),
          low: formatNumber(figure.indexInterval.low, language),
          high: formatNumber(figure.indexInterval.high, language),
        })}
      </small>
    </span>
  )
}

const tones: Partial<Record<ReturnType<typeof differenceWord>, Tone>> = { higher: 'good', lower: 'problem' }

/** How far the first is above the second, in words and points. */
export function DifferenceCell({ pair: { first, difference } }: { pair: Pair }) {
  const say = useSay(comparisonWords)
  const { language } = useLanguage()
  const word = differenceWord(difference)
  const tone = tones[word]
  return (
    <span
      className={styles.difference}
      title={difference?.paired ? say('pairedDifference', difference.paired) : undefined}
    >
      <span>{tone ? <Lamp tone={tone}>{say(word)}</Lamp> : say(word)}</span>
      {difference && (
        <small>
          {formatChange(shownPoints(first?.percentSatisfied ?? 0, difference.points), language)} (
          {say('range', {
            low: formatChange(difference.low, language),
            high: formatChange(difference.high, language),
          })}
          )
        </small>
      )}
    </span>
  )
}

/** The grade, and everything that speaks against the comparison. */
export function GradeCell({ pair: { grade, reasons } }: { pair: Pair }) {
  const say = useSay(comparisonWords)
  const { language } = useLanguage()
  return (
    <span className={styles.grade} data-grade={grade}>
      <strong>{say(`grade.${grade}`)}</strong>
      {reasons.length > 0 && (
        <small>
          {reasons.map(reason => reasonText(reason, say, share => formatShare(share, language))).join('; ')}
        </small>
      )}
    </span>
  )
}

function reasonText(
  reason: ComparabilityReasonView,
  say: SayComparison,
  share: (value: number) => string,
): string {
  switch (reason.kind) {
    case 'wording':
      return say(`reason.${reason.wording}`)
    case 'modes':
      return say('reason.modes', { moved: share(reason.moved) })
    case 'few':
      return say('reason.few', { n: reason.n })
    case 'too_few':
    case 'anonymity':
    case 'blind':
    case 'self_selected':
      return say(`reason.${reason.kind}`)
    default:
      return reason satisfies never
  }
}
