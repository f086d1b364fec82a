import { Button } from '@mantine/core'
import type { KeptFactorModel, ModelContent } from '@sixfold/contract/factor-models'
import type { ModelPlace } from '@sixfold/domain/factor-model-faults'
import { isKeepable, modelFaults, modelLanguages } from '@sixfold/domain/factor-model-faults'
import { textIn } from '@sixfold/domain/local-text'
import { formatInstant } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { LeaveDialog } from '@sixfold/ui/parts/leave-dialog'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { type ReactNode, useState } from 'react'
import { factorModelWords } from '../../../words/factor-models.ts'
import { EditingContext, placeId } from '../editing-context.ts'
import { newPartKey } from '../part-key.ts'
import { useFocusPlace } from '../use-focus-place.ts'
import { useModelDraft } from '../use-model-draft.ts'
import { useSaving } from '../use-saving.ts'
import { FactorForm } from './factor-form.tsx'
import { FactorList } from './factor-list.tsx'
import { ModelConflict } from './model-conflict.tsx'
import styles from './model-editor.module.css'
import { faultsId, ModelFaults } from './model-faults.tsx'
import { ModelLanguages } from './model-languages.tsx'
import { ModelSource } from './model-source.tsx'
import { ModelText } from './model-text.tsx'

interface ModelEditorProps {
  /** What is kept; null for a model that is new. */
  kept: KeptFactorModel | null
  initial: ModelContent
  /** Languages that the house writes in. */
  languages: readonly string[]
  /** How many surveys stand on this version. */
  surveys: number
  onSaved: (saved: KeptFactorModel) => void
  /** What else can be done with what is kept. */
  actions?: ReactNode
}

/** Writes a factor model in all its languages. */
export function ModelEditor({
  kept: opened,
  initial,
  languages,
  surveys,
  onSaved,
  actions,
}: ModelEditorProps) {
  const say = useSay(factorModelWords)
  const sayCommon = useSay(commonWords)
  const { language: screens } = useLanguage()
  const draft = useModelDraft(initial)
  const { content } = draft
  const [added, setAdded] = useState<readonly string[]>([])
  const all = [...new Set([...languages, ...modelLanguages({ key: '', version: 1, ...content }), ...added])]
  const reference = all[0] ?? screens
  const [language, setLanguage] = useState(all.includes(screens) ? screens : reference)
  const [selected, setSelected] = useState(content.factors[0]?.key)
  const [tried, setTried] = useState(false)
  const focusPlace = useFocusPlace()
  const saving = useSaving({ kept: opened, draft, onSaved })
  const kept = saving.seen
  const faults = modelFaults({ key: '', version: 1, ...content })
  // A model that was just begun is not told what it lacks before somebody wants to keep it.
  const shown = kept || tried ? faults : faults.filter(({ code }) => code === 'not_quarterly')
  const at = content.factors.findIndex(({ key }) => key === selected)
  const factor = content.factors[at]
  const name = textIn(content.name, screens, reference)

  function open(place: ModelPlace) {
    if (place.factor !== undefined) setSelected(place.factor)
    if (place.language !== undefined) setLanguage(place.language)
    focusPlace(placeId(place))
  }

  function addFactor() {
    const key = newPartKey('factor')
    draft.edit({ edit: 'add-factor', key })
    open({ factor: key, field: 'name' })
  }

  function addAttribute(to: string) {
    const key = newPartKey('attribute')
    draft.edit({ edit: 'add-attribute', factor: to, key })
    open({ factor: to, attribute: key, field: 'name' })
  }

  /** A removal is taken back as a whole. */
  function removal(message: string, remove: () => void) {
    remove()
    toast.done(message, { label: sayCommon('undo'), run: () => draft.replace(content) })
  }

  function save() {
    setTried(true)
    if (isKeepable(faults)) saving.save()
    else focusPlace(faultsId)
  }

  const next = kept?.used ? kept.version + 1 : (kept?.version ?? 1)
  return (
    <EditingContext value={{ draft, language, reference }}>
      <PageHeader
        title={name || say(kept ? 'untitled' : 'newModelTitle')}
        lead={
          kept?.savedAt &&
          say('savedAt', {
            version: kept.version,
            at: formatInstant(kept.savedAt, screens),
            by: kept.savedBy ?? '',
          })
        }
        actions={
          <>
            {actions}
            <Button
              variant="filled"
              loading={saving.pending}
              disabled={kept !== null && !draft.changed}
              onClick={save}
            >
              {kept?.used ? say('saveAs', { version: next }) : say('save')}
            </Button>
          </>
        }
      />
      {kept?.used && (
        <p className={styles.notice}>{say('savesInto', { n: surveys, version: kept.version, next })}</p>
      )}
      {saving.error && <FailureNotice error={saving.error} />}
      <ModelLanguages
        languages={all}
        onShow={setLanguage}
        onAdd={one => {
          setAdded([...added, one])
          setLanguage(one)
        }}
      />
      <div className={styles.columns}>
        <div className={styles.side}>
          <div className={`${styles.sheet} ${styles.about}`}>
            <ModelText label={say('modelName')} place={{ field: 'name' }} />
            <ModelSource />
          </div>
          <div className={styles.sheet}>
            <FactorList
              selected={factor?.key}
              onSelect={setSelected}
              onAdd={addFactor}
              onRemove={(key, shown) => {
                removal(say('removedFactor', { name: shown }), () =>
                  draft.edit({ edit: 'remove-factor', factor: key }),
                )
                setSelected(content.factors[at + 1]?.key ?? content.factors[at - 1]?.key)
              }}
            />
          </div>
        </div>
        {factor && (
          <div className={`${styles.sheet} ${styles.open}`}>
            <FactorForm
              factor={factor}
              index={at}
              onAddAttribute={addAttribute}
              onRemoveAttribute={(owner, attribute, shown) =>
                removal(say('removedAttribute', { name: shown }), () =>
                  draft.edit({ edit: 'remove-attribute', factor: owner, attribute }),
                )
              }
            />
          </div>
        )}
        {shown.length > 0 && (
          <div className={`${styles.sheet} ${styles.findings}`}>
            <ModelFaults faults={shown} onOpen={open} />
          </div>
        )}
      </div>
      {saving.theirs && (
        <ModelConflict
          theirs={saving.theirs}
          busy={saving.pending}
          onTake={saving.take}
          onKeep={saving.overwrite}
          onClose={saving.dismiss}
        />
      )}
      <LeaveDialog when={draft.changed} />
    </EditingContext>
  )
}
