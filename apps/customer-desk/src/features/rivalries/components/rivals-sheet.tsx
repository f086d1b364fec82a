import { Button, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { formatInstant } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { rivalWords } from '../../../words/rivals.ts'
import { accountsNamed, rivalsQuery, useAddRival, useRemoveRival } from '../queries.ts'
import styles from './rivals-sheet.module.css'

const SEARCH_AFTER_MS = 250

/** Who competes with an account, whichever of the two it was noted at; with `mayEdit` to add and remove. */
export function RivalsSheet({ accountId, mayEdit }: { accountId: string; mayEdit: boolean }) {
  const say = useSay(rivalWords)
  const { language } = useLanguage()
  const rivals = useQuery(rivalsQuery(accountId))
  const remove = useRemoveRival()
  return (
    <Sheet title={say('rivals')}>
      <p className={styles.quiet}>{say('rivalsHelp')}</p>
      <QueryStates
        query={rivals}
        isEmpty={({ items }) => items.length === 0}
        empty={<p className={styles.quiet}>{say('none')}</p>}
      >
        {({ items }) => (
          <ul className={styles.lines}>
            {items.map(({ accountId: otherId, name, by, at }) => (
              <li key={otherId} className={styles.line}>
                <div className={styles.name}>
                  <Link to="/accounts/$id" params={{ id: otherId }}>
                    {name}
                  </Link>
                  <p className={styles.quiet}>
                    {say('notedBy', { who: by, time: formatInstant(at, language) })}
                  </p>
                </div>
                {mayEdit && (
                  <Button
                    aria-label={say('removeOne', { name })}
                    loading={remove.isPending && remove.variables.otherId === otherId}
                    onClick={() => remove.mutate({ id: accountId, otherId })}
                  >
                    {say('remove')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryStates>
      {remove.isError && <p role="alert">{say('couldNot')}</p>}
      {mayEdit && (
        <RivalSearch
          accountId={accountId}
          known={(rivals.data?.items ?? []).map(({ accountId: otherId }) => otherId)}
        />
      )}
    </Sheet>
  )
}

/** Finds another company by name; choosing it notes it. */
function RivalSearch({ accountId, known }: { accountId: string; known: string[] }) {
  const say = useSay(rivalWords)
  const [search, setSearch] = useState('')
  const [wanted] = useDebouncedValue(search, SEARCH_AFTER_MS)
  const found = useQuery(accountsNamed(wanted))
  const add = useAddRival()
  const others = (found.data?.items ?? []).filter(({ id }) => id !== accountId && !known.includes(id))
  return (
    <Select
      label={say('add')}
      placeholder={say('search')}
      searchable
      value={null}
      searchValue={search}
      onSearchChange={setSearch}
      data={others.map(({ id, name }) => ({ value: id, label: name }))}
      // The server searches, also without diacritics.
      filter={({ options }) => options}
      nothingFoundMessage={found.isSuccess && wanted === search ? say('notFound') : undefined}
      disabled={add.isPending}
      error={add.isError && say('couldNot')}
      onChange={otherId => {
        if (otherId) add.mutate({ id: accountId, otherId }, { onSuccess: () => setSearch('') })
      }}
    />
  )
}
