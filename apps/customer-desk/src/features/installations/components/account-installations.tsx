import { Button } from '@mantine/core'
import type { Installation } from '@sixfold/contract/installations'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { recordWords } from '../../../words/record.ts'
import { installationsQuery, useRemoveInstallation } from '../queries.ts'
import { InstallationDialog } from './installation-dialog.tsx'
import { InstallationList } from './installation-list.tsx'
import styles from './installations.module.css'

interface AccountInstallationsProps {
  accountId: string
  people: readonly { id: string; name: string }[]
  mayEdit: boolean
}

/** What an account bought: the list, and the ways to change it. */
export function AccountInstallations({ accountId, people, mayEdit }: AccountInstallationsProps) {
  const say = useSay(recordWords)
  const things = useQuery(installationsQuery(accountId))
  const [edited, setEdited] = useState<Installation | 'new' | null>(null)
  const [removed, setRemoved] = useState<Installation | null>(null)
  return (
    <Sheet
      title={say('bought')}
      aside={
        mayEdit && (
          <Button
            size="xs"
            leftSection={<IconPlus size={14} stroke={1.75} aria-hidden="true" />}
            onClick={() => setEdited('new')}
          >
            {say('addThing')}
          </Button>
        )
      }
    >
      <QueryStates
        query={things}
        isEmpty={({ items }) => items.length === 0}
        empty={<p className={styles.nothing}>{say(mayEdit ? 'noThings' : 'noThingsForYou')}</p>}
      >
        {({ items }) => (
          <InstallationList
            installations={items}
            onEdit={mayEdit ? setEdited : undefined}
            onRemove={setRemoved}
          />
        )}
      </QueryStates>
      <InstallationDialog
        thing={edited}
        accountId={accountId}
        people={people}
        onClose={() => setEdited(null)}
      />
      <RemoveDialog thing={removed} onClose={() => setRemoved(null)} />
    </Sheet>
  )
}

function RemoveDialog({ thing, onClose }: { thing: Installation | null; onClose: () => void }) {
  const say = useSay(recordWords)
  const remove = useRemoveInstallation()
  const product = thing?.productName ?? ''
  return (
    <ConfirmDialog
      opened={thing !== null}
      onClose={onClose}
      title={say('removeThing', { product })}
      confirmLabel={say('removeIt')}
      busy={remove.isPending}
      error={remove.error}
      destructive
      onConfirm={() => {
        if (!thing) return
        remove.mutate(
          { id: thing.id, revision: thing.revision },
          {
            onSuccess() {
              toast.done(say('thingRemoved', { product }))
              onClose()
            },
          },
        )
      }}
    >
      <p>{say('removeThingText')}</p>
    </ConfirmDialog>
  )
}
