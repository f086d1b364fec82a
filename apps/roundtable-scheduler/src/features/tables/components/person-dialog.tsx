import { ActionIcon, Modal, MultiSelect, Select } from '@mantine/core'
import type { SeatedPerson, TablePlan } from '@sixfold/contract/table-plans'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { commonWords } from '@sixfold/ui/words/common'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { tableWords } from '../../../words/tables.ts'
import { rivalsQuery, useAddRival, useNoteInterests, useRemoveRival } from '../queries.ts'
import { useTableText } from '../table-text.ts'
import styles from './tables.module.css'

interface PersonDialogProps {
  id: string
  plan: TablePlan
  person: SeatedPerson | undefined
  onClose: () => void
}

/** What the plan should know of a guest: products under consideration, and competitors of the account. */
export function PersonDialog({ id, plan, person, onClose }: PersonDialogProps) {
  const say = useSay(tableWords)
  const sayCommon = useSay(commonWords)
  const { nameOf } = useTableText(plan)
  const note = useNoteInterests()
  return (
    <Modal
      opened={person !== undefined}
      onClose={onClose}
      title={person && say('about', { name: nameOf(person) })}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      {person && (
        <div className={styles.form}>
          {note.isError && <FailureNotice error={note.error} />}
          <MultiSelect
            label={say('considers')}
            description={say('considersHelp')}
            data={plan.products.map(product => ({ value: product.id, label: product.name }))}
            value={person.considers}
            maxValues={20}
            searchable
            clearable
            disabled={note.isPending}
            onChange={productIds => note.mutate({ id, guestId: person.id, productIds })}
          />
          {person.accountId && (
            <Rivals plan={plan} accountId={person.accountId} accountName={person.accountName} />
          )}
        </div>
      )}
    </Modal>
  )
}

function Rivals({
  plan,
  accountId,
  accountName,
}: {
  plan: TablePlan
  accountId: string
  accountName: string
}) {
  const say = useSay(tableWords)
  const query = useQuery(rivalsQuery(accountId))
  const [add, remove] = [useAddRival(), useRemoveRival()]
  const error = add.error ?? remove.error
  return (
    <section aria-label={say('rivals', { account: accountName })}>
      <h3>{say('rivals', { account: accountName })}</h3>
      <p className={styles.quiet}>{say('rivalsHelp')}</p>
      {error && <FailureNotice error={error} />}
      <QueryStates query={query}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className={styles.quiet}>{say('rivalsNone')}</p>}
            <ul className={styles.rivals}>
              {items.map(rival => (
                <li key={rival.accountId}>
                  {rival.name}
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={36}
                    aria-label={say('noLonger', { name: rival.name })}
                    onClick={() => remove.mutate({ id: accountId, otherId: rival.accountId })}
                  >
                    <IconX size={16} stroke={1.5} aria-hidden="true" />
                  </ActionIcon>
                </li>
              ))}
            </ul>
            <Select
              label={say('addRival')}
              searchable
              value={null}
              data={plan.accounts
                .filter(one => one.id !== accountId && !items.some(item => item.accountId === one.id))
                .map(one => ({ value: one.id, label: one.name }))}
              onChange={otherId => otherId && add.mutate({ id: accountId, otherId })}
            />
          </>
        )}
      </QueryStates>
    </section>
  )
}
