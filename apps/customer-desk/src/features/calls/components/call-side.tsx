import type { CallView, SaidBefore } from '@sixfold/contract/calls'
import { textIn } from '@sixfold/domain/local-text'
import { dayText } from '@sixfold/ui/day-text'
import { formatInstant } from '@sixfold/ui/format'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { Link } from '@tanstack/react-router'
import { callWords } from '../../../words/calls.ts'
import styles from './calls.module.css'

/** What one wants to know before somebody answers: open cases, earlier calls, what they said, what they bought. */
export function CallSide({ view }: { view: CallView }) {
  const say = useSay(callWords)
  const { language } = useLanguage()
  const zone = view.call.contact?.zone
  return (
    <div className={styles.side}>
      <Sheet title={say('cases')}>
        <Rows none={say('noCases')}>
          {view.openCases.map(({ id, receipt, text, openedAt }) => (
            <li key={id}>
              <Link to="/cases/$id" params={{ id }}>
                {receipt}
              </Link>
              <p className={styles.clamp}>{text}</p>
              <p className={styles.small}>{formatInstant(openedAt, language, { show: 'date' })}</p>
            </li>
          ))}
        </Rows>
      </Sheet>
      <Sheet title={say('attempts')}>
        <Rows none={say('noAttempts')}>
          {view.attempts.map(({ at, byName, outcome, refusal, note }) => (
            <li key={at}>
              <p>
                {say('attempt', {
                  outcome: say(`outcome.${outcome}`),
                  time: formatInstant(at, language, zone ? { zone } : {}),
                  name: byName,
                })}
              </p>
              {refusal && <p className={styles.small}>{say(`refusal.${refusal}`)}</p>}
              {note && <p className={styles.small}>{note}</p>}
            </li>
          ))}
        </Rows>
      </Sheet>
      <Sheet title={say('said')}>
        <Rows none={say('nothingSaid')}>
          {view.said.map(said => (
            <Said key={said.id} said={said} />
          ))}
        </Rows>
      </Sheet>
      <Sheet title={say('bought')}>
        <Rows none={say('nothingSaid')}>
          {view.bought.map(({ id, productName, installedOn, purchasedOn, isThis }) => (
            <li key={id}>
              <p>
                {productName}
                {isThis && <span className={styles.tag}>{say('isThis')}</span>}
              </p>
              <p className={styles.small}>
                {installedOn
                  ? say('installedOn', { day: dayText(installedOn, language) })
                  : purchasedOn && say('purchasedOn', { day: dayText(purchasedOn, language) })}
              </p>
            </li>
          ))}
        </Rows>
      </Sheet>
    </div>
  )
}

function Rows({ children, none }: { children: React.ReactNode[]; none: string }) {
  return children.length === 0 ? (
    <p className={styles.quiet}>{none}</p>
  ) : (
    <ul className={styles.rows}>{children}</ul>
  )
}

function Said({ said: { title, at, scores, recommend, words } }: { said: SaidBefore }) {
  const say = useSay(callWords)
  const { language } = useLanguage()
  return (
    <li>
      <p>{title}</p>
      <p className={styles.small}>{formatInstant(at, language, { show: 'date' })}</p>
      <ul className={styles.scores}>
        {scores.map(({ factor, name, index, score }) => (
          <li key={factor}>
            <FactorName index={index} name={textIn(name, language, 'en')} />
            <b>{score}</b>
          </li>
        ))}
      </ul>
      {recommend !== null && <p className={styles.small}>{say('recommend', { n: recommend })}</p>}
      {words.map(text => (
        <blockquote key={text} className={styles.words}>
          {text}
        </blockquote>
      ))}
    </li>
  )
}
