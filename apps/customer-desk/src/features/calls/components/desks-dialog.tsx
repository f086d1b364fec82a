import { Button, MultiSelect } from '@mantine/core'
import type { CallDesk } from '@sixfold/contract/calls'
import { displayName } from '@sixfold/domain/language-name'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { callWords } from '../../../words/calls.ts'
import { callDesksQuery, useSaveDesk } from '../queries.ts'
import { CallDialog } from './call-dialog.tsx'
import styles from './calls.module.css'

/** Who calls in which language, region by region. */
export function DesksDialog({ onClose }: { onClose: () => void }) {
  const say = useSay(callWords)
  const desks = useQuery(callDesksQuery())
  return (
    <CallDialog title={say('desks')} onClose={onClose}>
      <p>{say('desksText')}</p>
      <QueryStates
        query={desks}
        isEmpty={({ items }) => items.length === 0}
        empty={<p className={styles.quiet}>{say('noRegions')}</p>}
      >
        {({ items, members, languages }) =>
          items.map(desk => (
            <DeskForm key={`${desk.regionId} ${desk.revision}`} {...{ desk, members, languages }} />
          ))
        }
      </QueryStates>
    </CallDialog>
  )
}

interface DeskFormProps {
  desk: CallDesk
  members: readonly { id: string; name: string }[]
  languages: readonly string[]
}

function DeskForm({ desk, members, languages }: DeskFormProps) {
  const say = useSay(callWords)
  const { language: reader } = useLanguage()
  const region = useSession().data?.regions.find(({ id }) => id === desk.regionId)?.name ?? ''
  const [chosen, setChosen] = useState(
    () => new Map(desk.desks.map(({ language, memberIds }) => [language, memberIds])),
  )
  const save = useSaveDesk()
  const submit = () =>
    save.mutate(
      {
        regionId: desk.regionId,
        revision: desk.revision,
        desks: [...chosen].map(([language, memberIds]) => ({ language, memberIds })),
      },
      {
        onSuccess: () => toast.done(say('deskSaved', { region })),
        onError: error => toast.failed(error, reader),
      },
    )
  return (
    <form
      className={styles.desk}
      aria-label={region}
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <h3>{region}</h3>
      {languages.map(language => (
        <MultiSelect
          key={language}
          label={displayName(language, reader)}
          aria-label={say('deskOf', { language: displayName(language, reader), region })}
          data={members.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen.get(language) ?? []}
          searchable
          onChange={ids => setChosen(new Map([...chosen, [language, ids]]))}
        />
      ))}
      <div>
        <Button type="submit" loading={save.isPending}>
          {say('saveDesk')}
        </Button>
      </div>
    </form>
  )
}
