import type { KeptFactorModel } from '@sixfold/contract/factor-models'
import { modelConflictData } from '@sixfold/contract/factor-models'
import { asApiError } from '@sixfold/ui/api-error'
import { useEffect, useState } from 'react'
import { contentOf } from './model-edit.ts'
import { useSaveModel } from './queries.ts'
import type { ModelDraft } from './use-model-draft.ts'

interface SavingOptions {
  kept: KeptFactorModel | null
  draft: ModelDraft
  onSaved: (saved: KeptFactorModel) => void
}

/** Saves the draft. Where somebody else was first, `theirs` holds what stands now until a person has chosen. */
export function useSaving({ kept, draft, onSaved }: SavingOptions) {
  const saveModel = useSaveModel()
  const [theirs, setTheirs] = useState<KeptFactorModel | null>(null)
  /** What the changes are made on: news from elsewhere replaces it only while there are none. */
  const [seen, setSeen] = useState(kept)
  const { changed, keep } = draft
  useEffect(() => {
    if (!kept || changed || (kept.version === seen?.version && kept.revision === seen.revision)) return
    setSeen(kept)
    keep(contentOf(kept))
  }, [kept, seen, changed, keep])

  function stand(model: KeptFactorModel) {
    setTheirs(null)
    setSeen(model)
    keep(contentOf(model))
    onSaved(model)
  }

  async function saveOn(base: KeptFactorModel | null) {
    try {
      stand(await saveModel.run(base, draft.content))
    } catch (thrown) {
      const error = asApiError(thrown)
      if (error.code !== 'revision_conflict') return
      saveModel.reset()
      setTheirs(modelConflictData.safeParse(error.data).data?.current ?? null)
    }
  }

  return {
    pending: saveModel.pending,
    error: saveModel.error,
    theirs,
    seen,
    save: () => void saveOn(seen),
    overwrite: () => void saveOn(theirs),
    take: () => {
      if (theirs) stand(theirs)
    },
    dismiss: () => setTheirs(null),
  }
}
