import type { SurveyDraft, SurveyVersion } from '@sixfold/contract/surveys'
import type { FactorModel } from '@sixfold/domain/factor-model'
import { TIME_BUDGET_MINUTES } from '@sixfold/domain/survey/review/burden'
import type { Finding } from '@sixfold/domain/survey/review/finding'
import { findingKey } from '@sixfold/domain/survey/review/finding-key'
import type { ReviewCircumstances } from '@sixfold/domain/survey/review/reviewer'
import { reviewer } from '@sixfold/domain/survey/review/reviewer'
import { compareVersions } from '@sixfold/domain/survey/versions'
import { useLanguage } from '@sixfold/ui/parts/language'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Editor, EditorSlots } from './editor-context.ts'
import { fieldId } from './editor-context.ts'
import type { SelectionAddress } from './selection.ts'
import { selectionOf } from './selection.ts'
import { useDraft } from './use-draft.ts'
import { useStep } from './use-step.ts'

export interface EditorInput {
  survey: SurveyDraft
  model: FactorModel
  /** What the draft is compared with: its latest version, or that of an earlier quarter. */
  before: SurveyVersion | null
  address: SelectionAddress
  /** The survey language that the address asks for. */
  language: string | undefined
  onAddress: (address: SelectionAddress & { language?: string | undefined }) => void
  slots: EditorSlots
  /** What a review of this survey may know beside the survey itself. */
  reviewed: ReviewSetting
}

/** What the collection plan says, and the advice that was kept on purpose. */
export interface ReviewSetting extends Pick<ReviewCircumstances, 'uses' | 'minutesAtMost' | 'purposeStated'> {
  /** Keys of findings. */
  kept: ReadonlySet<string>
}

/** Puts together what the parts of the editor work on. */
export function useEditorValue(
  { survey, model, before, address, language, onAddress, slots, reviewed }: EditorInput,
  { focus, openPalette }: { focus: (field: string) => void; openPalette: () => void },
): Editor & { announcement: string } {
  const { language: screens } = useLanguage()
  const session = useDraft(survey)
  const { definition } = session.draft
  const [announcement, announce] = useState('')
  // What is said about the whole survey may come a moment after the letter that was typed.
  const settled = useDeferredValue(definition)
  const [review] = useState(reviewer)
  const { kept: keptKeys, uses, minutesAtMost, purposeStated } = reviewed
  const all = useMemo(
    () =>
      review(settled, model, {
        kind: survey.kind,
        published: before?.definition ?? null,
        ...(uses ? { uses } : {}),
        ...(minutesAtMost === undefined ? {} : { minutesAtMost }),
        ...(purposeStated === undefined ? {} : { purposeStated }),
      }),
    [review, settled, model, survey.kind, before, uses, minutesAtMost, purposeStated],
  )
  const { findings, kept } = useMemo(() => {
    const isKept = (finding: Finding) => finding.severity === 'advises' && keptKeys.has(findingKey(finding))
    return { findings: all.filter(finding => !isKept(finding)), kept: all.filter(isKept) }
  }, [all, keptKeys])
  const changes = useMemo(() => before && compareVersions(before.definition, settled), [before, settled])
  const selection = useMemo(() => selectionOf(definition, address), [definition, address])
  const shown =
    [language, screens].find(one => one !== undefined && definition.languages.includes(one)) ??
    definition.defaultLanguage
  const step = useStep({ definition, selection, edit: session.edit, announce, focus })

  return {
    session,
    definition,
    model,
    selection,
    tab: address.tab,
    language: shown,
    findings,
    kept,
    minutesAtMost: minutesAtMost ?? TIME_BUDGET_MINUTES,
    changes,
    latestVersion: survey.latestVersion,
    changed:
      session.draft.pending.length > 0 ||
      // Publishing changes no revision: of two equal ones the query's is the younger.
      (survey.revision >= session.draft.saved.revision ? survey : session.draft.saved).changedSincePublished,
    announcement,
    announce,
    step,
    openPalette,
    slots,
    select(next, field, inLanguage = language) {
      // A field to go on in stands in the inspector's own tab; else the tab stays as it is.
      const tab = field && field !== 'canvas' ? undefined : address.tab
      onAddress({ tab, ...next, language: inLanguage })
      if (field) focus(field === 'canvas' ? fieldId('canvas', next.question ?? next.page) : field)
    },
  }
}
