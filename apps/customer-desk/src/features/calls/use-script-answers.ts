import type { CallScript } from '@sixfold/contract/calls'
import type { StoredAnswer } from '@sixfold/contract/responses'
import type { Answers, AnswerValue } from '@sixfold/domain/survey/answers'
import { asApiError } from '@sixfold/ui/api-error'
import { useEffect, useRef, useState } from 'react'
import { useAnswer } from './queries.ts'

/** Words are kept when somebody stops typing, not with every letter. */
const PAUSE_MS = 400

export interface ScriptAnswers {
  language: string
  setLanguage: (language: string) => void
  answers: Answers
  give: (question: string, value: AnswerValue | null) => void
  /** Everything given so far, for the submission. */
  all: StoredAnswer[]
  faults: Readonly<Record<string, string>>
  /** Shows at the questions what a refusal says of them; false: it says nothing of them. */
  showFaults: (error: unknown, sent: readonly StoredAnswer[]) => boolean
  state: 'kept' | 'saving' | 'unsaved'
}

/** Answers as they are noted: on the screen at once, kept a moment later, and all of them sent with the outcome. */
export function useScriptAnswers(id: string, script: CallScript): ScriptAnswers {
  const [language, setLanguage] = useState(script.language)
  const [given, setGiven] = useState<Readonly<Record<string, StoredAnswer>>>(() =>
    Object.fromEntries(script.answers.map(answer => [answer.question, answer])),
  )
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [state, setState] = useState<ScriptAnswers['state']>('kept')
  const save = useAnswer()
  const waiting = useRef(new Map<string, StoredAnswer>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  function showFaults(error: unknown, sent: readonly StoredAnswer[]): boolean {
    const found = asApiError(error).fields.flatMap(({ path, message }) => {
      const [, place = '', value] = /^answers\.([^.]+)(\.value)?$/.exec(path.replace(/^submit\./, '')) ?? []
      const question = value ? sent[Number(place)]?.question : place
      return question ? [[question, message] as const] : []
    })
    setFaults(Object.fromEntries(found))
    return found.length > 0
  }

  function flush(now: string) {
    const batch = [...waiting.current.values()]
    if (batch.length === 0) return
    waiting.current.clear()
    setState('saving')
    save.mutate(
      { id, language: now, answers: batch },
      {
        onSuccess: () => {
          setFaults({})
          setState(waiting.current.size > 0 ? 'saving' : 'kept')
        },
        onError: error => {
          for (const answer of batch)
            if (!waiting.current.has(answer.question)) waiting.current.set(answer.question, answer)
          showFaults(error, batch)
          setState('unsaved')
        },
      },
    )
  }
  const latest = useRef(flush)
  latest.current = flush
  useEffect(() => () => clearTimeout(timer.current), [])

  return {
    language,
    setLanguage,
    answers: Object.fromEntries(
      Object.values(given).flatMap(({ question, value }) => (value === null ? [] : [[question, value]])),
    ),
    all: Object.values(given),
    give(question, value) {
      const answer = { question, value, revision: (given[question]?.revision ?? 0) + 1 }
      setGiven({ ...given, [question]: answer })
      waiting.current.set(question, answer)
      setState('saving')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => latest.current(language), PAUSE_MS)
    },
    faults,
    showFaults,
    state,
  }
}
