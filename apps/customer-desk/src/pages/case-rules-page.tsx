import { Button } from '@mantine/core'
import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import styles from '../features/case-rules/components/case-rules.module.css'
import { RuleDialog } from '../features/case-rules/components/rule-dialog.tsx'
import { RuleList } from '../features/case-rules/components/rule-list.tsx'
import { rulesQuery, useCreateRule } from '../features/case-rules/queries.ts'
import { ruleWords } from '../words/case-rules.ts'

/** `/desk/cases/rules`: when cases are opened by themselves. */
export function CaseRulesPage() {
  const say = useSay(ruleWords)
  const navigate = useNavigate()
  const actor = useSession().data?.actor
  const rules = useQuery(rulesQuery())
  const create = useCreateRule()
  const [writing, setWriting] = useState(false)
  const add = actor && can(actor, 'case-rule.edit') && (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
      onClick={() => setWriting(true)}
    >
      {say('add')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={say('rules')}
        lead={say('lead')}
        actions={
          <div className={styles.actions}>
            <Button renderRoot={(props: object) => <Link to="/cases" {...props} />}>{say('toCases')}</Button>
            {add}
          </div>
        }
      />
      <QueryStates
        query={rules}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState title={say('empty')} action={add}>
            {say('emptyText')}
          </EmptyState>
        }
      >
        {({ items }) => (
          <Sheet label={say('rules')}>
            <RuleList rules={items} />
          </Sheet>
        )}
      </QueryStates>
      <RuleDialog
        opened={writing}
        onClose={() => setWriting(false)}
        onSave={async input => {
          const { id } = await create.mutateAsync(input)
          await navigate({ to: '/cases/rules/$id', params: { id } })
        }}
      />
    </>
  )
}
