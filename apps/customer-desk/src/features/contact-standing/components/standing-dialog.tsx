import { Modal } from '@mantine/core'
import type { Consent, OptOutPurpose } from '@sixfold/contract/contact-ledger'
import { useSay } from '@sixfold/ui/parts/language'
import { commonWords } from '@sixfold/ui/words/common'
import { touchWords } from '@sixfold/ui/words/touches'
import { standingWords } from '../../../words/standing.ts'
import { ConsentForm } from './consent-form.tsx'
import { SourceForm } from './source-form.tsx'

/** What is about to be noted. */
export type StandingStep =
  | { kind: 'consent' }
  | { kind: 'withdraw'; purpose: Consent['purpose'] }
  | { kind: 'optOut' }
  | { kind: 'optIn'; purpose: OptOutPurpose }
  | { kind: 'doNotCall'; doNotCall: boolean }

interface StandingDialogProps {
  contactId: string
  step: StandingStep | null
  onClose: () => void
}

export function StandingDialog({ contactId, step, onClose }: StandingDialogProps) {
  const sayCommon = useSay(commonWords)
  const title = useTitle(step)
  return (
    <Modal
      opened={step !== null}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      {step?.kind === 'consent' && <ConsentForm contactId={contactId} onClose={onClose} />}
      {step && step.kind !== 'consent' && (
        <SourceForm contactId={contactId} step={step} title={title} onClose={onClose} />
      )}
    </Modal>
  )
}

function useTitle(step: StandingStep | null): string {
  const say = useSay(standingWords)
  const sayTouch = useSay(touchWords)
  switch (step?.kind) {
    case undefined:
      return ''
    case 'consent':
      return say('addConsent')
    case 'withdraw':
      return say('withdrawOf', { purpose: sayTouch(step.purpose) })
    case 'optOut':
      return say('addOptOut')
    case 'optIn':
      return say('optInOf', { purpose: sayTouch(step.purpose) })
    case 'doNotCall':
      return say(step.doNotCall ? 'setDoNotCall' : 'clearDoNotCall')
  }
}
