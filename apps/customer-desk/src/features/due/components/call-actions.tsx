import { Button } from '@mantine/core'
import type { DueThing } from '@sixfold/contract/due'
import { MOST_TRIES, ownDueReasons } from '@sixfold/domain/due/due-step'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { isKnownReason, touchRefusalWords } from '@sixfold/ui/words/touch-refusals'
import { IconPhone } from '@tabler/icons-react'
import { dueWords } from '../../../words/due.ts'
import { useBegin, useEnd } from '../queries.ts'
import styles from './due.module.css'

const outcomes = ['made', 'no_answer', 'not_wanted'] as const

/** Begins a call, then shows the number and takes how it went. */
export function CallActions({ call }: { call: DueThing }) {
  const say = useSay(dueWords)
  const sayReason = useSay(touchRefusalWords)
  const me = useSession().data?.actor.id
  const { language } = useLanguage()
  const onError = (error: unknown) => toast.failed(error, language)
  const begin = useBegin()
  const end = useEnd()
  const { id, contact, accountName, begun, tries } = call
  if (!contact) return null
  const start = () =>
    begin.mutate(
      { id },
      {
        onSuccess: ({ begun: now, reason }) => {
          if (now || reason === null) return
          const own = ownDueReasons.find(one => one === reason)
          const known = isKnownReason(reason) ? sayReason(reason) : sayReason('other', { reason })
          toast.attention(say('notNow', { reason: own ? say(`reason.${own}`) : known }))
        },
        onError,
      },
    )
  const finish = (outcome: (typeof outcomes)[number]) =>
    end.mutate(
      { id, outcome },
      {
        onSuccess: () => {
          const isLast = outcome === 'no_answer' && tries + 1 >= MOST_TRIES
          toast.done(say(isLast ? 'toast.lastTry' : `toast.${outcome}`, { name: contact.name }))
        },
        onError,
      },
    )
  if (!begun)
    return (
      <div className={styles.actions}>
        <Button
          leftSection={<IconPhone size={16} stroke={1.75} aria-hidden="true" />}
          aria-label={say('callPerson', { name: contact.name, account: accountName })}
          loading={begin.isPending}
          onClick={start}
        >
          {say('call')}
        </Button>
      </div>
    )
  return (
    <fieldset className={styles.calling} disabled={end.isPending}>
      <legend className={styles.legend}>{say('outcomes', { name: contact.name })}</legend>
      <p className={styles.state}>
        {contact.phone && (
          <a className={styles.number} href={`tel:${contact.phone.replaceAll(/[^\d+]/g, '')}`}>
            {contact.phone}
          </a>
        )}
        {begun.by === me ? say('youCall') : say('callingNow', { name: begun.byName })}
      </p>
      <div className={styles.actions}>
        {outcomes.map(outcome => (
          <Button
            key={outcome}
            variant={outcome === 'made' ? 'filled' : 'default'}
            onClick={() => finish(outcome)}
          >
            {say(outcome)}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
