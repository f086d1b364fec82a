import { Textarea } from '@mantine/core'
import type { CallOutcome, CallView, CallScript as Script } from '@sixfold/contract/calls'
import { formatInstant } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import type { KeyboardEvent, ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { callWords } from '../../../words/calls.ts'
import { useCall } from '../use-call.ts'
import type { ScriptAnswers } from '../use-script-answers.ts'
import { useScriptAnswers } from '../use-script-answers.ts'
import { CallBackDialog } from './call-back-dialog.tsx'
import { CallHead } from './call-head.tsx'
import { CallScript } from './call-script.tsx'
import { CallSide } from './call-side.tsx'
import styles from './calls.module.css'
import { ComplaintDialog } from './complaint-dialog.tsx'
import { KeyButton } from './key-button.tsx'
import { RefusalDialog } from './refusal-dialog.tsx'

export interface CallConsoleProps {
  view: CallView
  now: string
  /** Why it cannot be made now, in words; null: it can, or is over. */
  reason: ReactNode
}

/** One call: whom, what to ask, how it went. Everything by one key while the console has the focus. */
export function CallConsole({ view, ...props }: CallConsoleProps) {
  return view.script ? (
    <ScriptedConsole view={view} script={view.script} {...props} />
  ) : (
    <Console view={view} noted={null} {...props} />
  )
}

function ScriptedConsole({ script, ...props }: CallConsoleProps & { script: Script }) {
  const noted = useScriptAnswers(props.view.call.id, script)
  return <Console {...props} noted={noted} />
}

/** Outcomes that need nothing more than their key. */
const atOnce = {
  n: 'no_answer',
  b: 'busy',
  v: 'voicemail',
  w: 'wrong_number',
  p: 'not_responsible',
} as const satisfies Record<string, CallOutcome>

function Console({ view, noted, now, reason }: CallConsoleProps & { noted: ScriptAnswers | null }) {
  const say = useSay(callWords)
  const { language } = useLanguage()
  const me = useSession().data?.actor.id
  const [asking, setAsking] = useState<'call_back' | 'refusal' | 'complaint' | null>(null)
  const call = useCall(view, noted)
  const own = useRef<HTMLDivElement>(null)
  const { state, begun, contact, dueAt } = view.call
  const isOpen = state === 'waiting' || state === 'due'
  const mayDial = state === 'due' && !begun && contact !== null
  const agreed = view.script?.agreedAt != null && view.script.state === 'open'
  const isBegun = begun !== null
  // A step or a dialog takes away what had the focus: then the letters would do nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each of them.
  useEffect(() => {
    if (asking === null && !own.current?.contains(document.activeElement))
      own.current?.focus({ preventScroll: true })
  }, [isBegun, state, asking])

  const keys: Record<string, () => void> = {
    ...(mayDial ? { c: call.dial } : {}),
    ...(begun
      ? {
          ...Object.fromEntries(
            Object.entries(atOnce).map(([key, outcome]) => [key, () => call.finishOrTell(outcome)]),
          ),
          k: () => setAsking('call_back'),
          r: () => setAsking('refusal'),
          x: () => setAsking('complaint'),
          s: () => call.finishOrTell('made', agreed ? { submit: true } : {}),
          ...(view.script?.state === 'open' && !view.script.agreedAt ? { a: call.agree } : {}),
        }
      : {}),
    j: call.goOn,
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { target } = event
    const isTyping =
      target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'radio')
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || asking !== null || call.isEnding) return
    const run = keys[event.key.toLowerCase()]
    if (!run) return
    event.preventDefault()
    run()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys repeat the buttons inside for as long as the console has the focus.
    <div className={styles.console} ref={own} tabIndex={-1} onKeyDown={onKeyDown}>
      <div className={styles.main}>
        <Sheet label={say('outcomes')}>
          <CallHead view={view} now={now} />
          {!isOpen && <p className={styles.state}>{say('over')}</p>}
          {isOpen && !begun && reason && <p className={styles.state}>{reason}</p>}
          {isOpen && !begun && dueAt !== null && dueAt > now && (
            <p className={styles.state}>
              {say('mayNotYet', {
                time: formatInstant(dueAt, language, contact ? { zone: contact.zone } : {}),
              })}
            </p>
          )}
          {begun && (
            <p className={styles.state}>
              {begun.by === me ? say('dialling') : say('calling', { name: begun.byName })}
            </p>
          )}
          {begun ? (
            <>
              <fieldset className={styles.outcomes} disabled={call.isEnding}>
                <legend className={styles.legend}>{say('outcomes')}</legend>
                {Object.entries(atOnce).map(([letter, outcome]) => (
                  <KeyButton
                    key={letter}
                    letter={letter}
                    label={say(`outcome.${outcome}`)}
                    onClick={() => call.finishOrTell(outcome)}
                  />
                ))}
                <KeyButton
                  letter="k"
                  label={say('outcome.call_back')}
                  onClick={() => setAsking('call_back')}
                />
                <KeyButton
                  letter="r"
                  label={say('outcome.not_wanted')}
                  onClick={() => setAsking('refusal')}
                />
                <KeyButton letter="x" label={say('complaint')} onClick={() => setAsking('complaint')} />
                <KeyButton
                  letter="s"
                  variant="filled"
                  label={say(agreed ? 'finish' : 'outcome.made')}
                  onClick={() => call.finishOrTell('made', agreed ? { submit: true } : {})}
                />
                {agreed && (
                  <button type="button" className={styles.link} onClick={() => call.finishOrTell('made')}>
                    {say('withoutAnswers')}
                  </button>
                )}
              </fieldset>
              <Textarea
                label={say('note')}
                description={say('noteHelp')}
                autosize
                minRows={1}
                maxRows={4}
                maxLength={500}
                value={call.note}
                onChange={event => call.setNote(event.currentTarget.value)}
              />
            </>
          ) : (
            <div className={styles.outcomes}>
              {mayDial && (
                <KeyButton
                  letter="c"
                  label={say('dial')}
                  variant="filled"
                  loading={call.isDialling}
                  onClick={call.dial}
                />
              )}
              <KeyButton letter="j" label={say(view.nextId ? 'next' : 'back')} onClick={call.goOn} />
            </div>
          )}
          <p className={styles.small}>{say('keysHelp')}</p>
        </Sheet>
        {view.script && noted ? (
          <CallScript
            script={view.script}
            noted={noted}
            isBegun={isBegun}
            isAgreeing={call.isAgreeing}
            isEnding={call.isEnding}
            onFinish={() => call.finishOrTell('made', { submit: true })}
            onAgree={call.agree}
          />
        ) : (
          isOpen && (
            <Sheet title={say('script')}>
              <p className={styles.quiet}>{say('noScript')}</p>
            </Sheet>
          )
        )}
      </div>
      <CallSide view={view} />
      {asking === 'call_back' && contact && (
        <CallBackDialog
          contact={contact}
          now={now}
          onClose={() => setAsking(null)}
          onChoose={callBack => call.finish('call_back', { callBack })}
        />
      )}
      {asking === 'refusal' && (
        <RefusalDialog
          name={contact?.name ?? ''}
          isPending={call.isEnding}
          onClose={() => setAsking(null)}
          onChoose={refusal => call.finishOrTell('not_wanted', { refusal })}
        />
      )}
      {asking === 'complaint' && <ComplaintDialog view={view} onClose={() => setAsking(null)} />}
    </div>
  )
}
