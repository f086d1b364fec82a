import { Button } from '@mantine/core'
import type { Standing } from '@sixfold/contract/contact-ledger'
import { formatInstant } from '@sixfold/ui/format'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { touchWords } from '@sixfold/ui/words/touches'
import { type ReactNode, useState } from 'react'
import { standingWords } from '../../../words/standing.ts'
import styles from './standing.module.css'
import type { StandingStep } from './standing-dialog.tsx'
import { StandingDialog } from './standing-dialog.tsx'

interface StandingSheetProps {
  contactId: string
  standing: Standing
  mayNote: boolean
}

/** Consent with its proof, refusals by purpose, and whether the telephone may ring. */
export function StandingSheet({ contactId, standing, mayNote }: StandingSheetProps) {
  const say = useSay(standingWords)
  const sayTouch = useSay(touchWords)
  const { language } = useLanguage()
  const [step, setStep] = useState<StandingStep | null>(null)
  const day = (instant: string) => formatInstant(instant, language, { show: 'date' })
  const said = ({ source, at }: { source: string; at: string }) =>
    say('optOutLine', { source: sourceText(source, say), day: day(at) })
  const refused = standing.optOuts.filter(({ ended }) => ended === null)
  const act = (label: string, name: string, next: StandingStep) =>
    mayNote && (
      <Button size="xs" variant="subtle" aria-label={name} onClick={() => setStep(next)}>
        {label}
      </Button>
    )
  return (
    <Sheet title={say('standing')}>
      <Part
        title={say('consents')}
        nothing={standing.consents.length === 0 && say('noConsents')}
        action={act(say('addConsent'), say('addConsent'), { kind: 'consent' })}
      >
        {standing.consents.map(consent => {
          const { purpose, wordingVersion: version, proof, at, withdrawnAt, source } = consent
          const name = sayTouch(purpose)
          return (
            <li key={`${purpose} ${at} ${version}`}>
              <div>
                <Lamp tone={withdrawnAt ? 'none' : 'good'}>
                  {withdrawnAt ? `${name}, ${say('withdrawnOn', { day: day(withdrawnAt) })}` : name}
                </Lamp>
                <p className={styles.note}>
                  {say('consentNote', { version, proof, source: sourceText(source, say), day: day(at) })}
                </p>
              </div>
              {!withdrawnAt &&
                act(say('withdraw'), say('withdrawOf', { purpose: name }), { kind: 'withdraw', purpose })}
            </li>
          )
        })}
      </Part>
      <Part
        title={say('optOuts')}
        nothing={refused.length === 0 && say('noOptOuts')}
        action={act(say('addOptOut'), say('addOptOut'), { kind: 'optOut' })}
      >
        {refused.map(optOut => {
          const name = sayTouch(optOut.purpose)
          return (
            <li key={`${optOut.purpose} ${optOut.source}`}>
              <div>
                <Lamp tone="attention">{name}</Lamp>
                <p className={styles.note}>{said(optOut)}</p>
              </div>
              {act(say('optIn'), say('optInOf', { purpose: name }), {
                kind: 'optIn',
                purpose: optOut.purpose,
              })}
            </li>
          )
        })}
      </Part>
      <Part
        title={say('doNotCall')}
        action={act(
          say(standing.doNotCall ? 'clearDoNotCall' : 'setDoNotCall'),
          say(standing.doNotCall ? 'clearDoNotCall' : 'setDoNotCall'),
          { kind: 'doNotCall', doNotCall: standing.doNotCall === null },
        )}
      >
        <li>
          <div>
            <Lamp tone={standing.doNotCall ? 'attention' : 'good'}>
              {say(standing.doNotCall ? 'mayNotCall' : 'mayCall')}
            </Lamp>
            {standing.doNotCall && <p className={styles.note}>{said(standing.doNotCall)}</p>}
          </div>
        </li>
      </Part>
      {standing.asking && (
        <Part title={say('asking')} action={null}>
          <li>
            <div>
              <Lamp tone="attention">{say(`asking.${standing.asking.atMostEvery}`)}</Lamp>
              <p className={styles.note}>{said(standing.asking)}</p>
            </div>
          </li>
        </Part>
      )}
      <StandingDialog contactId={contactId} step={step} onClose={() => setStep(null)} />
    </Sheet>
  )
}

const sources = ['portal', 'portal:data-request', 'staff:data-request'] as const

/** What the product noted by itself has words; what colleagues typed is shown as it is. */
function sourceText(source: string, say: ReturnType<typeof standingWords>): string {
  const known = sources.find(one => one === source)
  return known ? say(`source.${known}`) : source
}

function Part({
  title,
  nothing = false,
  action,
  children,
}: {
  title: string
  nothing?: string | false
  action: ReactNode
  children: ReactNode
}) {
  return (
    <section className={styles.part}>
      <header className={styles.head}>
        <h3>{title}</h3>
        {action}
      </header>
      {nothing ? <p className={styles.note}>{nothing}</p> : <ul className={styles.list}>{children}</ul>}
    </section>
  )
}
