import type { DataRequest } from '@sixfold/contract/data-requests'
import { formatInstant } from '@sixfold/ui/format'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { dataRequestWords } from '../../../words/data-requests.ts'
import styles from './data-requests.module.css'
import { RequestSteps } from './request-steps.tsx'

/** One request: who wants what, by when, and what can be done about it. */
export function RequestRow({ request }: { request: DataRequest }) {
  const say = useSay(dataRequestWords)
  const { language } = useLanguage()
  const { kind, text, contactId, contactName, accountId, accountName, source, answer, effects } = request
  const day = formatInstant(request.askedAt, language, { show: 'date' })
  const ended = request.lamp === 'ended'
  const held = !ended && (kind === 'objection' || kind === 'restriction')
  return (
    <li className={styles.request}>
      <div className={styles.words}>
        <h2 className={styles.what}>{say(`kind.${kind}`)}</h2>
        <p className={styles.place}>
          {contactId === null ? (
            <span>{say('erased')}</span>
          ) : (
            <Link to="/contacts/$id" params={{ id: contactId }}>
              {contactName}
            </Link>
          )}
          <Link to="/accounts/$id" params={{ id: accountId }}>
            {accountName}
          </Link>
          <span>{say(source === 'portal' ? 'asked' : 'noted', { day })}</span>
        </p>
        {text !== '' && <p className={styles.text}>{text}</p>}
        {held && <p className={styles.quiet}>{say('held')}</p>}
        {answer !== '' && <p className={styles.quiet}>{say('told', { text: answer })}</p>}
        {kind === 'erasure' && request.state === 'done' && <Effects effects={effects} />}
        <RequestSteps request={request} />
      </div>
      <div className={styles.side}>{ended ? <Ending request={request} /> : <Clock request={request} />}</div>
    </li>
  )
}

const tones = { overdue: 'problem', soon: 'attention', on_time: 'none' } as const

/** The clock that runs, as a lamp; the other one below. A clock ends with its last day. */
function Clock({ request }: { request: DataRequest }) {
  const say = useSay(dataRequestWords)
  const { language } = useLanguage()
  const lastDay = (by: string) =>
    formatInstant(new Date(Date.parse(by) - 1).toISOString(), language, { show: 'date' })
  const { lamp, state, answerBy, carryOutBy } = request
  const opened = state === 'open'
  const late = lamp === 'overdue' ? 'late' : 'by'
  const text = opened
    ? say(`${late}.answer`, { day: lastDay(answerBy) })
    : say(`${late}.carryOut`, { day: lastDay(carryOutBy) })
  return (
    <>
      <Lamp tone={lamp === 'ended' ? 'none' : tones[lamp]}>{text}</Lamp>
      {opened ? (
        <span>{say('by.carryOut', { day: lastDay(carryOutBy) })}</span>
      ) : (
        <span>{say(state === 'under_way' ? 'state.under_way' : 'state.answered')}</span>
      )}
    </>
  )
}

function Ending({ request: { state, handledBy, endedAt, askedAt } }: { request: DataRequest }) {
  const say = useSay(dataRequestWords)
  const { language } = useLanguage()
  const day = formatInstant(endedAt ?? askedAt, language, { show: 'date' })
  return (
    <>
      <Lamp tone={state === 'refused' ? 'none' : 'good'}>
        {say(state === 'refused' ? 'state.refused' : 'state.done')}
      </Lamp>
      <span>{handledBy === '' ? say('bySystem', { day }) : say('doneBy', { name: handledBy, day })}</span>
    </>
  )
}

/** What erasing somebody did to the numbers. */
function Effects({ effects }: Pick<DataRequest, 'effects'>) {
  const say = useSay(dataRequestWords)
  return (
    <>
      {effects.map(({ waveId, waveName: wave, fate, before, after: n }) => (
        <p key={waveId} className={styles.quiet}>
          {say(`effect.${fate}`, { wave, before, n })}
        </p>
      ))}
      <p className={styles.quiet}>{say('noEffect')}</p>
    </>
  )
}
