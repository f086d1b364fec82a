import { can } from '@sixfold/domain/permissions'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { caseWords } from '../../../words/cases.ts'
import { latestCasesQuery } from '../queries.ts'
import { CaseList } from './case-list.tsx'
import styles from './cases.module.css'
import { OpenCaseButton } from './open-dialog.tsx'

/** What went wrong for an account, or for one person of it. */
export function CasesSheet({ of }: { of: { accountId: string } | { contactId: string } }) {
  const say = useSay(caseWords)
  const actor = useSession().data?.actor
  const { items = [] } = useQuery(latestCasesQuery(of)).data ?? {}
  const mayOpen = 'accountId' in of && actor !== undefined && can(actor, 'case.work')
  if (items.length === 0 && !mayOpen) return null
  return (
    <Sheet title={say('cases')} aside={mayOpen ? <OpenCaseButton accountId={of.accountId} /> : undefined}>
      {items.length === 0 ? <p className={styles.quiet}>{say('empty')}</p> : <CaseList cases={items} />}
    </Sheet>
  )
}
