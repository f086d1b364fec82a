import type { CallOutcome, CallRefusal, CallView } from '@sixfold/contract/calls'
import { MOST_TRIES } from '@sixfold/domain/due/due-step'
import { formatInstant } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { callWords } from '../../words/calls.ts'
import { useAgree, useBegin, useEnd } from './queries.ts'
import type { ScriptAnswers } from './use-script-answers.ts'

export interface EndDetails {
  refusal?: CallRefusal
  callBack?: { date: string; time: string }
  /** Sends the answers along. */
  submit?: boolean
}

/** What one can do with a call; each outcome leads on to the next call. */
export function useCall({ call, nextId }: CallView, noted: ScriptAnswers | null) {
  const say = useSay(callWords)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const [note, setNote] = useState('')
  const begin = useBegin()
  const agree = useAgree()
  const end = useEnd()
  const { id, contact, tries } = call
  const name = contact?.name ?? ''
  const onError = (error: unknown) => toast.failed(error, language)

  const goOn = () =>
    nextId === null
      ? void navigate({ to: '/calls' })
      : void navigate({ to: '/calls/$id', params: { id: nextId } })

  function tell(outcome: CallOutcome, callBackAt: string | null) {
    switch (outcome) {
      case 'no_answer':
      case 'busy':
      case 'voicemail':
        return toast.done(say(tries + 1 >= MOST_TRIES ? 'toast.lastTry' : 'toast.again'))
      case 'call_back':
        return toast.done(
          say('toast.call_back', {
            time: callBackAt
              ? formatInstant(callBackAt, language, contact ? { zone: contact.zone } : {})
              : '',
          }),
        )
      case 'wrong_number':
        return toast.attention(say('toast.wrong_number', { name }), {
          label: say('openRecord'),
          run: () => void navigate({ to: '/contacts/$id', params: { id: contact?.id ?? '' } }),
        })
      default:
        return toast.done(say(`toast.${outcome}`, { name }))
    }
  }

  /** Rejects with what was refused: dialogs show it in their fields. */
  async function finish(outcome: CallOutcome, { submit, ...details }: EndDetails = {}): Promise<void> {
    const answers = submit && noted ? { answers: noted.all, language: noted.language } : undefined
    const { callBackAt } = await end.mutateAsync({
      id,
      outcome,
      ...details,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      ...(answers ? { submit: answers } : {}),
    })
    tell(outcome, callBackAt)
    goOn()
  }

  return {
    note,
    setNote,
    isDialling: begin.isPending,
    isEnding: end.isPending,
    isAgreeing: agree.isPending,
    dial: () => begin.mutate({ id }, { onError }),
    agree: () => agree.mutate({ id }, { onError }),
    finish,
    /** Where nothing else can show what went wrong. */
    finishOrTell: (outcome: CallOutcome, details?: EndDetails) =>
      void finish(outcome, details).catch((error: unknown) => {
        if (details?.submit && noted?.showFaults(error, noted.all)) toast.attention(say('unfinished'))
        else onError(error)
      }),
    goOn,
  }
}
