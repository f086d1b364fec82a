import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useQuery } from '@tanstack/react-query'
import { caseWords } from '../../../words/cases.ts'
import { latestCasesQuery } from '../queries.ts'
import { CaseList } from './case-list.tsx'

/** What an account, or one person of it, complained about; nothing is said where nobody did. */
export function CasesSheet({ of }: { of: { accountId: string } | { contactId: string } }) {
  const say = useSay(caseWords)
  const { items = [] } = useQuery(latestCasesQuery(of)).data ?? {}
  if (items.length === 0) return null
  return (
    <Sheet title={say('cases')}>
      <CaseList cases={items} />
    </Sheet>
  )
}
