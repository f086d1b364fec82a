import { can } from '@sixfold/domain/permissions'
import { useSay } from '@sixfold/ui/parts/language'
import { Shell } from '@sixfold/ui/parts/shell'
import { SignedIn } from '@sixfold/ui/parts/signed-in'
import { Outlet } from '@tanstack/react-router'
import { yearWords } from '../words/year.ts'

export function SchedulerLayout() {
  const say = useSay(yearWords)
  return (
    <SignedIn>
      {({ actor }) => (
        <Shell
          app="scheduler"
          layout="flush"
          tabs={[
            { to: '/', label: say('tabYear') },
            { to: '/requirements', label: say('tabRequirements') },
            { to: '/speakers', label: say('tabSpeakers') },
            ...(can(actor, 'roundtable.plan') ? [{ to: '/plan', label: say('tabPlan') }] : []),
          ]}
        >
          <Outlet />
        </Shell>
      )}
    </SignedIn>
  )
}
