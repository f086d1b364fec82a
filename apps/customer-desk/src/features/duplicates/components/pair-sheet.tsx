import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { DuplicatePair } from '@sixfold/contract/duplicates'
import { Badge } from '@sixfold/ui/parts/badge'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useState } from 'react'
import { duplicateWords } from '../../../words/duplicates.ts'
import { useKeepApart, useMerge } from '../queries.ts'
import styles from './duplicates.module.css'
import type { ComparedPair, Side } from './pair-table.tsx'
import { PairTable } from './pair-table.tsx'

/** Two records side by side, and what is to become of them. `compared` says how they are shown. */
export function PairSheet({ pair, compared }: { pair: DuplicatePair; compared: ComparedPair }) {
  const say = useSay(duplicateWords)
  const { language } = useLanguage()
  const merge = useMerge()
  const apart = useKeepApart()
  const [asking, dialog] = useDisclosure(false)
  const [keep, setKeep] = useState<Side>(0)
  const [picks, setPicks] = useState<Readonly<Record<string, Side>>>({})
  const [first, second] = pair.records
  if (!first || !second) return null
  const [kept, dropped] = keep === 0 ? [first, second] : [second, first]
  const take = Object.entries(picks).flatMap(([field, side]) => (side === keep ? [] : [field]))
  const revisions = { [first.id]: first.revision, [second.id]: second.revision }

  return (
    <Sheet
      label={say('pairOf', { a: first.name, b: second.name })}
      aside={
        <span className={styles.reasons}>
          {pair.reasons.map(reason => (
            <Badge key={reason}>{say(reason)}</Badge>
          ))}
        </span>
      }
    >
      <PairTable
        pair={compared}
        keep={keep}
        onKeep={setKeep}
        picks={picks}
        onPick={(field, side) => setPicks({ ...picks, [field]: side })}
      />
      <div className={styles.actions}>
        <Button onClick={dialog.open}>{say('merge')}</Button>
        <Button
          variant="subtle"
          loading={apart.isPending}
          onClick={() =>
            apart.mutate(
              { id: pair.id },
              {
                onSuccess: () => toast.done(say('keptApart')),
                onError: error => toast.failed(error, language),
              },
            )
          }
        >
          {say('notTheSame')}
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        onClose={dialog.close}
        title={say('mergeTitle', { dropped: numbered(dropped), kept: numbered(kept) })}
        confirmLabel={say('mergeDo')}
        destructive
        busy={merge.isPending}
        error={merge.error}
        onConfirm={() =>
          merge.mutate(
            { id: pair.id, keep: kept.id, revisions, take },
            {
              onSuccess: () => {
                dialog.close()
                toast.done(say('merged', { name: kept.name }))
              },
            },
          )
        }
      >
        {say(pair.kind === 'contacts' ? 'mergeContactsText' : 'mergeAccountsText')}
      </ConfirmDialog>
    </Sheet>
  )
}

/** Both are often called the same. */
const numbered = ({ name, externalId }: { name: string; externalId: string }) => `${name} (${externalId})`
