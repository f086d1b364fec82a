import { ActionIcon, Button, Select } from '@mantine/core'
import type { CaseDetail } from '@sixfold/contract/cases'
import { isOver } from '@sixfold/domain/cases/case-state'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { caseWords } from '../../../words/cases.ts'
import { latestCasesQuery, useMerge, useRelate } from '../queries.ts'
import styles from './cases.module.css'

/** Cases that belong together: linked, or merged into one. */
export function RelatedSheet({ one }: { one: CaseDetail }) {
  const say = useSay(caseWords)
  const [choosing, choose] = useState<'relate' | 'merge' | null>(null)
  const relate = useRelate()
  return (
    <Sheet title={say('related')}>
      {relate.isError && <FailureNotice error={relate.error} />}
      {one.related.length === 0 && <p className={styles.quiet}>{say('related.none')}</p>}
      <ul className={styles.lines}>
        {one.related.map(({ id, receipt, state }) => (
          <li key={id}>
            <span>
              <Link to="/cases/$id" params={{ id }}>
                {receipt}
              </Link>{' '}
              <span className={styles.quiet}>{say(`state.${state}`)}</span>
            </span>
            {one.editable && id !== one.mergedInto?.id && (
              <ActionIcon
                variant="subtle"
                aria-label={say('unrelate', { receipt })}
                onClick={() => relate.mutate({ id: one.id, to: id, on: false })}
              >
                <IconX size={16} stroke={1.75} aria-hidden="true" />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {one.editable && choosing === null && (
        <div className={styles.buttons}>
          <Button size="xs" onClick={() => choose('relate')}>
            {say('relate')}
          </Button>
          {!isOver(one.state) && (
            <Button size="xs" onClick={() => choose('merge')}>
              {say('merge')}
            </Button>
          )}
        </div>
      )}
      {choosing && <OtherCase one={one} what={choosing} onDone={() => choose(null)} />}
    </Sheet>
  )
}

interface OtherCaseProps {
  one: CaseDetail
  what: 'relate' | 'merge'
  onDone: () => void
}

function OtherCase({ one, what, onDone }: OtherCaseProps) {
  const say = useSay(caseWords)
  const [other, setOther] = useState<string | null>(null)
  const relate = useRelate()
  const merge = useMerge()
  const doing = what === 'relate' ? relate : merge
  const { items = [] } = useQuery(latestCasesQuery({ accountId: one.accountId })).data ?? {}
  const related = new Set(one.related.map(({ id }) => id))
  const choices = items.filter(
    ({ id, state }) => id !== one.id && (what === 'relate' ? !related.has(id) : !isOver(state)),
  )
  const send = () => {
    if (other === null) return
    if (what === 'relate') relate.mutate({ id: one.id, to: other, on: true }, { onSuccess: onDone })
    else merge.mutate({ id: one.id, into: other }, { onSuccess: onDone })
  }
  return (
    <div className={styles.form}>
      {doing.isError && <FailureNotice error={doing.error} />}
      {what === 'merge' && <p className={styles.hint}>{say('merge.lead')}</p>}
      {choices.length === 0 ? (
        <p className={styles.quiet}>{say('otherCase.none')}</p>
      ) : (
        <Select
          label={say('otherCase')}
          value={other}
          onChange={setOther}
          data={choices.map(({ id, receipt, text }) => ({
            value: id,
            label: `${receipt} · ${text.slice(0, 60)}`,
          }))}
        />
      )}
      <div className={styles.buttons}>
        {choices.length > 0 && (
          <Button variant="filled" disabled={other === null} loading={doing.isPending} onClick={send}>
            {say(what)}
          </Button>
        )}
        <Button onClick={onDone}>{say('cancel')}</Button>
      </div>
    </div>
  )
}
