import { Button, Textarea } from '@mantine/core'
import type { DataRequest } from '@sixfold/contract/data-requests'
import { stateAfter } from '@sixfold/domain/data-requests/states'
import { can } from '@sixfold/domain/permissions'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { commonWords } from '@sixfold/ui/words/common'
import { useState } from 'react'
import { dataRequestWords } from '../../../words/data-requests.ts'
import { useAnswer, useCarryOut, useRefuse } from '../queries.ts'
import styles from './data-requests.module.css'

type Step = 'answer' | 'carry_out' | 'refuse'

/** What can be done about a request; each step is told to the person in the words that are typed here. */
export function RequestSteps({ request }: { request: DataRequest }) {
  const say = useSay(dataRequestWords)
  const actor = useSession().data?.actor
  const [step, setStep] = useState<Step | null>(null)
  const steps = (['answer', 'carry_out', 'refuse'] as const).filter(one => stateAfter(request, one) !== null)
  const mayWork = actor !== undefined && can(actor, 'data-request.work', request)
  const erases = request.kind === 'erasure'
  const mayErase = actor !== undefined && can(actor, 'data-request.erase', request)
  if (!mayWork || steps.length === 0) return null
  if (step) return <Telling request={request} step={step} onDone={() => setStep(null)} />
  const labels = {
    answer: say('answer'),
    carry_out: say(erases ? 'erase' : 'carryOut'),
    refuse: say('refuse'),
  }
  return (
    <>
      <fieldset
        className={styles.actions}
        aria-label={say('steps', { request: `${say(`kind.${request.kind}`)}, ${request.contactName}` })}
      >
        {steps
          .filter(one => one !== 'carry_out' || !erases || mayErase)
          .map(one => (
            <Button
              key={one}
              size="xs"
              variant={one === 'refuse' ? 'subtle' : 'default'}
              onClick={() => setStep(one)}
            >
              {labels[one]}
            </Button>
          ))}
      </fieldset>
      {erases && !mayErase && <p className={styles.quiet}>{say('noErase')}</p>}
    </>
  )
}

interface TellingProps {
  request: DataRequest
  step: Step
  onDone: () => void
}

function Telling({ request, step, onDone }: TellingProps) {
  const say = useSay(dataRequestWords)
  const sayCommon = useSay(commonWords)
  const { language } = useLanguage()
  const [text, setText] = useState('')
  const answer = useAnswer()
  const carryOut = useCarryOut()
  const refuse = useRefuse()
  const mutation = { answer, carry_out: carryOut, refuse }[step]
  const erases = step === 'carry_out' && request.kind === 'erasure'
  const word = erases ? 'erase' : step
  const { id, contactName: name } = request
  const send = () =>
    mutation.mutate(
      // Of an erasure nothing is kept that could be told.
      { id, text: erases ? say('toast.erase') : text.trim() },
      {
        onSuccess: () => {
          toast.done(say(`toast.${word}`))
          onDone()
        },
        onError: error => toast.failed(error, language),
      },
    )
  return (
    <form
      className={styles.telling}
      onSubmit={event => {
        event.preventDefault()
        send()
      }}
    >
      {erases ? (
        <p>{say('words.erase', { name })}</p>
      ) : (
        <Textarea
          label={say(`words.${step}`, { name })}
          description={say('words.help')}
          autosize
          minRows={3}
          maxLength={2000}
          ref={field => field?.focus()}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
      )}
      <div className={styles.actions}>
        <Button
          size="xs"
          type="submit"
          {...(erases ? { color: 'red' } : {})}
          loading={mutation.isPending}
          disabled={!erases && text.trim() === ''}
        >
          {say(`send.${word}`, { name })}
        </Button>
        <Button size="xs" variant="subtle" onClick={onDone}>
          {sayCommon('cancel')}
        </Button>
      </div>
    </form>
  )
}
