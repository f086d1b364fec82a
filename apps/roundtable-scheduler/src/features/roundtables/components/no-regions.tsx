import { Button } from '@mantine/core'
import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { yearWords } from '../../../words/year.ts'

/** What stands in place of everything while there is no region; whoever may import customers is led there. */
export function NoRegions() {
  const say = useSay(yearWords)
  const actor = useSession().data?.actor
  const action = actor && can(actor, 'customers.import') && (
    <Button component="a" href="/desk/imports" variant="filled">
      {say('importCustomers')}
    </Button>
  )
  return (
    <EmptyState title={say('noRegions')} {...(action ? { action } : {})}>
      {say('noRegionsText')}
    </EmptyState>
  )
}
