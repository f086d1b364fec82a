import { Button } from '@mantine/core'
import type { CaseRule } from '@sixfold/contract/case-rules'
import { switchOnFault } from '@sixfold/domain/case-rules/rule-state'
import { formatInstant } from '@sixfold/ui/format'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import styles from '../features/case-rules/components/case-rules.module.css'
import { RuleDialog } from '../features/case-rules/components/rule-dialog.tsx'
import { RuleState } from '../features/case-rules/components/rule-list.tsx'
import { TrialSheet } from '../features/case-rules/components/trial-sheet.tsx'
import { ruleQuery, useChangeRule, useRemoveRule, useSwitchRule } from '../features/case-rules/queries.ts'
import { useTermsText } from '../features/case-rules/use-terms-text.ts'
import { ruleWords } from '../words/case-rules.ts'

/** `/desk/cases/rules/<id>`: what a rule says, what it would have done, and its switch. */
export function CaseRulePage() {
  const { id } = useParams({ from: '/cases/rules/$id' })
  const rule = useQuery(ruleQuery(id))
  return <QueryStates query={rule}>{found => <Rule rule={found} />}</QueryStates>
}

function Rule({ rule }: { rule: CaseRule }) {
  const say = useSay(ruleWords)
  const { language } = useLanguage()
  const textOf = useTermsText()
  const change = useChangeRule()
  const [writing, setWriting] = useState(false)
  const { id, revision, name } = rule
  const mayBeOn = switchOnFault(rule, rule.trial) !== 'not_tried'
  return (
    <>
      <PageHeader
        title={name}
        lead={say('by', {
          name: rule.createdBy,
          day: formatInstant(rule.changedAt, language, { show: 'date' }),
        })}
        actions={
          <div className={styles.actions}>
            <Button renderRoot={(props: object) => <Link to="/cases/rules" {...props} />}>
              {say('rules')}
            </Button>
            {rule.editable && <RemoveButton rule={rule} />}
            {rule.editable && <Button onClick={() => setWriting(true)}>{say('edit')}</Button>}
            {rule.editable && <SwitchButton rule={rule} disabled={rule.state !== 'on' && !mayBeOn} />}
          </div>
        }
      />
      <div className={styles.stack}>
        <Sheet title={say('terms')} aside={<RuleState state={rule.state} />}>
          <div className={styles.stack}>
            <ul className={styles.terms}>
              {textOf(rule.terms).map(text => (
                <li key={text}>{text}</li>
              ))}
            </ul>
            <p className={styles.quiet}>
              {rule.onSince !== null && `${say('onSince', { time: formatInstant(rule.onSince, language) })} `}
              {rule.opened !== null && say('opened', { n: rule.opened })}
            </p>
            {rule.editable && rule.state !== 'on' && !mayBeOn && (
              <p className={styles.quiet}>{say('tryFirst')}</p>
            )}
          </div>
        </Sheet>
        <TrialSheet rule={rule} />
      </div>
      <RuleDialog
        opened={writing}
        onClose={() => setWriting(false)}
        rule={rule}
        onSave={input => change.mutateAsync({ id, revision, ...input })}
      />
    </>
  )
}

function SwitchButton({ rule: { id, revision, state }, disabled }: { rule: CaseRule; disabled: boolean }) {
  const say = useSay(ruleWords)
  const { language } = useLanguage()
  const flip = useSwitchRule()
  const on = state !== 'on'
  return (
    <Button
      {...(on ? { variant: 'filled' } : {})}
      disabled={disabled}
      loading={flip.isPending}
      onClick={() =>
        flip.mutate(
          { id, revision, on },
          {
            onSuccess: () => toast.done(say(on ? 'switchedOn' : 'switchedOff')),
            onError: error => toast.failed(error, language),
          },
        )
      }
    >
      {say(on ? 'switchOn' : 'switchOff')}
    </Button>
  )
}

/** Only while it never opened a case. */
function RemoveButton({ rule: { id, revision, name, opened, state } }: { rule: CaseRule }) {
  const say = useSay(ruleWords)
  const navigate = useNavigate()
  const remove = useRemoveRule()
  const [asking, setAsking] = useState(false)
  if (opened !== 0 || state === 'on') return null
  return (
    <>
      <Button onClick={() => setAsking(true)}>{say('remove')}</Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={say('removeAsk', { name })}
        confirmLabel={say('remove')}
        busy={remove.isPending}
        error={remove.error}
        destructive
        onConfirm={() =>
          remove.mutate(
            { id, revision },
            {
              onSuccess: () => {
                toast.done(say('removed'))
                void navigate({ to: '/cases/rules' })
              },
            },
          )
        }
      >
        {say('removeText')}
      </ConfirmDialog>
    </>
  )
}
