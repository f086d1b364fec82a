import { Button } from '@mantine/core'
import type { CallRequest } from '@sixfold/contract/call-requests'
import { displayName } from '@sixfold/domain/language-name'
import { formatInstant } from '@sixfold/ui/format'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { toast } from '@sixfold/ui/parts/toast'
import { TouchReason } from '@sixfold/ui/parts/touch-reason'
import { IconPhone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { callRequestWords } from '../../../words/call-requests.ts'
import { callRequestQuery, useBeginCall } from '../queries.ts'
import styles from './call-requests.module.css'

/** What is needed to call somebody who asked for it; the number to dial comes once the contact policy agrees. */
export function CallRequestDetail({ id }: { id: string }) {
  const request = useQuery(callRequestQuery(id))
  return <QueryStates query={request}>{data => <Facts request={data} />}</QueryStates>
}

function Facts({ request }: { request: CallRequest }) {
  const say = useSay(callRequestWords)
  return (
    <div className={styles.facts}>
      <WhenAndWhere request={request} />
      {request.state === 'open' && <CallNow request={request} />}
      {request.phone !== null && request.phone !== request.phoneOnRecord && (
        <p className={styles.quiet}>{say('numberGiven')}</p>
      )}
    </div>
  )
}

/** When it suits, in the person's own words, and the language to talk in. */
export function WhenAndWhere({ request }: { request: CallRequest }) {
  const say = useSay(callRequestWords)
  const { language } = useLanguage()
  return (
    <p>
      {request.when === '' ? say('anyTime') : say('when', { when: request.when })}{' '}
      <span className={styles.quiet}>
        {say('language', { language: displayName(request.language, language) })}
      </span>
    </p>
  )
}

function CallNow({ request }: { request: CallRequest }) {
  const say = useSay(callRequestWords)
  const { language } = useLanguage()
  const begin = useBeginCall()
  const number = request.phone ?? request.phoneOnRecord
  if (number === null) return <Lamp tone="attention">{say('noNumber')}</Lamp>
  if (begin.data?.begun)
    return (
      <p className={styles.number} role="status">
        <IconPhone size={16} stroke={1.5} aria-hidden="true" />
        <a href={`tel:${number.replace(/[^+\d]/g, '')}`}>{number}</a>
      </p>
    )
  return (
    <div role="status">
      {begin.data?.reason && (
        <p className={styles.refused}>
          <Lamp tone="attention">{say('notNow')}</Lamp> <TouchReason reason={begin.data.reason} />{' '}
          {begin.data.earliest &&
            say('from', {
              time: formatInstant(begin.data.earliest, language, request.zone ? { zone: request.zone } : {}),
            })}
        </p>
      )}
      <Button
        size="xs"
        leftSection={<IconPhone size={14} stroke={1.5} aria-hidden="true" />}
        loading={begin.isPending}
        onClick={() => begin.mutate({ id: request.id }, { onError: error => toast.failed(error, language) })}
      >
        {say('call')}
      </Button>
    </div>
  )
}
