import { Button } from '@mantine/core'
import type { Requirement, RequirementHead } from '@sixfold/contract/requirements'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { requirementWords } from '../../../words/requirements.ts'
import { alikeQuery, useMerge } from '../queries.ts'
import { RequirementRow } from './requirement-row.tsx'
import styles from './requirements.module.css'

const numberOf = ({ receipt }: Pick<RequirementHead, 'receipt'>) => Number(receipt.replace(/\D/g, ''))

/** Others that may be the same, each with the way to make one of them. Nothing is shown where there are none. */
export function Alike({
  requirement,
  onMerged,
}: {
  requirement: Requirement
  onMerged: (id: string) => void
}) {
  const say = useSay(requirementWords)
  const { items = [] } = useQuery(alikeQuery(requirement.id)).data ?? {}
  const [other, setOther] = useState<RequirementHead | null>(null)
  const merge = useMerge()
  if (items.length === 0 || !requirement.editable) return null
  const [keep, drop] =
    other && numberOf(other) < numberOf(requirement) ? [other, requirement] : [requirement, other]
  return (
    <Sheet title={say('alike')}>
      <p className={styles.quiet} style={{ marginBottom: 'var(--s-4)' }}>
        {say('alikeText')}
      </p>
      <ul className={styles.list}>
        {items.map(one => (
          <RequirementRow
            key={one.id}
            one={one}
            aside={
              <Button
                size="xs"
                aria-label={say('mergeWith', { receipt: one.receipt })}
                onClick={() => {
                  merge.reset()
                  setOther(one)
                }}
              >
                {say('merge')}
              </Button>
            }
          />
        ))}
      </ul>
      <ConfirmDialog
        opened={other !== null}
        onClose={() => setOther(null)}
        title={say('mergeTitle', { one: requirement.receipt, other: other?.receipt ?? '' })}
        confirmLabel={say('merge')}
        busy={merge.isPending}
        error={merge.error}
        onConfirm={() =>
          other &&
          merge.mutate(
            { id: requirement.id, otherId: other.id },
            {
              onSuccess(kept) {
                toast.done(say('mergeDone', { receipt: kept.receipt }))
                setOther(null)
                onMerged(kept.id)
              },
            },
          )
        }
      >
        {say('mergeConsequence', { keep: keep.receipt, drop: drop?.receipt ?? '' })}
      </ConfirmDialog>
    </Sheet>
  )
}
