import { Button } from '@mantine/core'
import type { KeptPolicy, PolicyDraft } from '@sixfold/contract/contact-policy'
import { policyConflictData } from '@sixfold/contract/contact-policy'
import { can } from '@sixfold/domain/permissions'
import { policyFaults } from '@sixfold/domain/policy-check'
import { asApiError } from '@sixfold/ui/api-error'
import { formatInstant } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { BaseSheet } from '../features/courtesy/components/base-sheet.tsx'
import styles from '../features/courtesy/components/courtesy.module.css'
import { FaultText } from '../features/courtesy/components/fault-text.tsx'
import { HistorySheet } from '../features/courtesy/components/history-sheet.tsx'
import { LawSheet } from '../features/courtesy/components/law-sheet.tsx'
import { RulesSheet } from '../features/courtesy/components/rules-sheet.tsx'
import { TryOutSheet } from '../features/courtesy/components/try-out-sheet.tsx'
import { policyQuery, useSavePolicy } from '../features/courtesy/queries.ts'
import { courtesyWords } from '../words/courtesy.ts'

/** `/courtesy`: how often, when and how customers are touched. */
export function CourtesyPage() {
  const say = useSay(courtesyWords)
  const policy = useQuery(policyQuery())
  return (
    <>
      <PageHeader
        title={say('title')}
        lead={say('lead')}
        actions={
          <>
            <Link to="/courtesy/calendars">{say('calendars')}</Link>
            <Link to="/courtesy/notice">{say('notice')}</Link>
          </>
        }
      />
      <QueryStates query={policy}>{kept => <PolicyEditor kept={kept} />}</QueryStates>
    </>
  )
}

const contentOf = ({ base, rules }: KeptPolicy): PolicyDraft => ({ base, rules })

function PolicyEditor({ kept }: { kept: KeptPolicy }) {
  const say = useSay(courtesyWords)
  const { language } = useLanguage()
  const actor = useSession().data?.actor
  const mayEdit = actor !== undefined && can(actor, 'policy.edit', { regionId: null })
  /** Null: nothing is changed, so what is kept is shown, also when somebody else changes it. */
  const [draft, setDraft] = useState<{ content: PolicyDraft; on: number } | null>(null)
  const [theirs, setTheirs] = useState<KeptPolicy | null>(null)
  const save = useSavePolicy()
  const content = draft?.content ?? contentOf(kept)
  const faults = policyFaults(content)
  const ofBase = faults.find(({ ruleId }) => ruleId === null)
  const change = (changes: Partial<PolicyDraft>) =>
    setDraft({ content: { ...content, ...changes }, on: draft?.on ?? kept.revision })
  const stand = () => {
    setDraft(null)
    setTheirs(null)
    save.reset()
  }
  const keep = (revision: number) =>
    save.mutate(
      { revision, ...content },
      {
        onSuccess: () => {
          stand()
          toast.done(say('saved'))
        },
        onError: thrown => {
          const conflict = policyConflictData.safeParse(asApiError(thrown).data)
          if (conflict.success) setTheirs(conflict.data.current)
        },
      },
    )
  return (
    <div className={styles.columns}>
      <div className={styles.stack}>
        <BaseSheet base={content.base} onChange={base => change({ base })} mayEdit={mayEdit} />
        <RulesSheet
          rules={content.rules}
          onChange={rules => change({ rules })}
          faults={faults}
          mayEdit={mayEdit}
        />
        {!mayEdit && <p className={styles.text}>{say('readOnly')}</p>}
        {draft && (
          <section aria-label={say('unsaved')}>
            {ofBase && (
              <p className={styles.fault}>
                <Lamp tone="problem">
                  {say('faults')}: {say('base')}, <FaultText fault={ofBase} />
                </Lamp>
              </p>
            )}
            {save.error && !theirs && <FailureNotice error={save.error} />}
            {theirs && (
              <p role="alert">
                {say('conflict', {
                  who: theirs.savedBy,
                  time: theirs.savedAt ? formatInstant(theirs.savedAt, language) : '',
                })}
              </p>
            )}
            <div className={styles.actions}>
              <Button
                variant="filled"
                loading={save.isPending}
                disabled={faults.length > 0}
                onClick={() => keep(theirs?.revision ?? draft.on)}
              >
                {say(theirs ? 'keepMine' : 'save')}
              </Button>
              <Button onClick={stand}>{say(theirs ? 'takeTheirs' : 'discard')}</Button>
              <Lamp tone={faults.length > 0 ? 'problem' : 'attention'}>
                {say(faults.length > 0 ? 'faults' : 'unsaved')}
              </Lamp>
            </div>
          </section>
        )}
        <HistorySheet />
      </div>
      <div className={styles.stack}>
        <TryOutSheet draft={draft?.content ?? null} sound={faults.length === 0} />
        <LawSheet base={ofBase ? kept.base : content.base} />
      </div>
    </div>
  )
}
