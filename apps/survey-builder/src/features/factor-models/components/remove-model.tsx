import { Button } from '@mantine/core'
import type { KeptFactorModel } from '@sixfold/contract/factor-models'
import { textIn } from '@sixfold/domain/local-text'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useState } from 'react'
import { factorModelWords } from '../../../words/factor-models.ts'
import { useRemoveModel } from '../queries.ts'

/** Removes a version that no survey stands on. */
export function RemoveModel({ model, onRemoved }: { model: KeptFactorModel; onRemoved: () => void }) {
  const say = useSay(factorModelWords)
  const { language } = useLanguage()
  const remove = useRemoveModel()
  const [asking, setAsking] = useState(false)
  const { key, version, revision } = model
  const name = textIn(model.name, language, 'en') || say('untitled')
  return (
    <>
      <Button onClick={() => setAsking(true)}>{say('remove')}</Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={say('removeTitle', { version, name })}
        confirmLabel={say('removeDo', { version })}
        busy={remove.isPending}
        error={remove.error}
        destructive
        onConfirm={() =>
          remove.mutate(
            { key, version, revision },
            {
              onSuccess: () => {
                toast.done(say('removed', { name, version }))
                onRemoved()
              },
            },
          )
        }
      >
        <p>{say('removeText')}</p>
      </ConfirmDialog>
    </>
  )
}
