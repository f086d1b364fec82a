import type { ShownReason } from '@sixfold/contract/guest-choice'
import { textIn } from '@sixfold/domain/local-text'
import { dayText } from '@sixfold/ui/day-text'
import { FactorMark } from '@sixfold/ui/parts/factor-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { guestChoiceWords } from '../../../words/guest-choice.ts'
import styles from './guest-chooser.module.css'

/** Why somebody is suggested, the strongest reason first. */
export function ReasonList({ reasons }: { reasons: readonly ShownReason[] }) {
  const text = useReasonText()
  if (reasons.length === 0) return null
  return (
    <span className={styles.reasons}>
      {reasons.map(reason => (
        <span key={reason.kind} className={styles.reason}>
          {'factor' in reason && <FactorMark index={reason.factor.index} size={10} />}
          {text(reason)}
        </span>
      ))}
    </span>
  )
}

function useReasonText() {
  const { language } = useLanguage()
  const say = useSay(guestChoiceWords)
  return (reason: ShownReason): string => {
    switch (reason.kind) {
      case 'low_factor':
        return say('low_factor', { factor: textIn(reason.factor.name, language, 'en') })
      case 'low_segment':
        return say('low_segment', {
          segment: reason.segment,
          factor: textIn(reason.factor.name, language, 'en'),
        })
      case 'open_requirement':
        return say('open_requirement', { receipts: reason.receipts.join(', ') })
      case 'invited_long_ago':
        return say('invited_long_ago', { date: dayText(reason.on, language) })
      case 'prospect_for':
        return say('prospect_for', { product: reason.product })
      case 'uses_product':
        return say('uses_product', { product: reason.product })
      default:
        return say(reason.kind)
    }
  }
}
