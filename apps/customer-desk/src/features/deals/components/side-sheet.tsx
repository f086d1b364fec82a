import { Button } from '@mantine/core'
import type { Deal } from '@sixfold/contract/deals'
import type { DealSide } from '@sixfold/domain/deals/deal'
import { formatInstant } from '@sixfold/ui/format'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFactors } from '../../../parts/factors.ts'
import { dealWords } from '../../../words/deals.ts'
import { CodeDialog } from './code-dialog.tsx'
import styles from './deals.module.css'
import { InterviewDialog } from './interview-dialog.tsx'

/** What one side says of a deal, and nothing of the other. */
export function SideSheet({ deal, side }: { deal: Deal; side: DealSide }) {
  const say = useSay(dealWords)
  const { language } = useLanguage()
  const [coding, setCoding] = useState(false)
  const [asking, setAsking] = useState(false)
  const { view, by, at, interview } = deal[side]
  return (
    <Sheet title={say(side === 'seller' ? 'sellerTitle' : 'buyerTitle')}>
      {view ? (
        <Said view={view} model={deal.model.key} />
      ) : (
        <p className={styles.quiet}>{say(side === 'seller' ? 'sellerNone' : 'buyerNone')}</p>
      )}
      {at !== null && (
        <p className={styles.quiet}>
          {say(by === '' ? 'fromList' : 'codedBy', { who: by, time: formatInstant(at, language) })}
        </p>
      )}
      <div className={styles.buttons}>
        {deal.editable && <Button onClick={() => setCoding(true)}>{say(view ? 'codeAgain' : 'code')}</Button>}
        {interview === 'none'
          ? deal.editable && <Button onClick={() => setAsking(true)}>{say('beginInterview')}</Button>
          : (interview === 'held' || deal.editable) && (
              <Button
                renderRoot={(props: object) => (
                  <Link to="/deals/$id/interview/$side" params={{ id: deal.id, side }} {...props} />
                )}
              >
                {say(interview === 'held' ? 'readInterview' : 'goOn')}
              </Button>
            )}
      </div>
      <CodeDialog deal={deal} side={side} opened={coding} onClose={() => setCoding(false)} />
      <InterviewDialog deal={deal} side={side} opened={asking} onClose={() => setAsking(false)} />
    </Sheet>
  )
}

function Said({ view, model }: { view: NonNullable<Deal['seller']['view']>; model: string }) {
  const say = useSay(dealWords)
  const factors = useFactors(model)
  const named = (key: string) => factors.find(factor => factor.key === key)
  const change = view.changeFactor === null ? undefined : named(view.changeFactor)
  return (
    <>
      {view.reasons.length === 0 && <p className={styles.quiet}>{say('noReason')}</p>}
      <ul className={styles.reasons}>
        {view.reasons.map(({ factor, attribute, spoke, decisive }) => {
          const known = named(factor)
          const part = known?.attributes.find(({ value }) => value === attribute)
          return (
            <li key={`${factor} ${attribute}`} className={styles.reason}>
              <FactorName index={known?.index ?? -1} name={known?.label ?? factor} />
              {part && <span>{part.label}</span>}
              <Lamp tone={spoke === 'for' ? 'good' : 'problem'}>
                {say(spoke === 'for' ? 'forUs' : 'againstUs')}
              </Lamp>
              {decisive && <span className={styles.quiet}>{say('decisive')}</span>}
            </li>
          )
        })}
      </ul>
      {(change || view.change !== '') && (
        <>
          <h3 className={styles.sub}>{say('wouldChange')}</h3>
          {change && <FactorName index={change.index} name={change.label} />}
          {view.change !== '' && <p className={styles.said}>{view.change}</p>}
        </>
      )}
    </>
  )
}
