import { can } from '@sixfold/domain/permissions'
import { useSay } from '@sixfold/ui/parts/language'
import { Shell } from '@sixfold/ui/parts/shell'
import { SignedIn } from '@sixfold/ui/parts/signed-in'
import { Outlet } from '@tanstack/react-router'
import { deskWords } from '../words/desk.ts'

export function DeskLayout() {
  const say = useSay(deskWords)
  return (
    <SignedIn>
      {({ actor }) => (
        <Shell
          app="desk"
          tabs={[
            { to: '/', label: say('accounts') },
            { to: '/contacts', label: say('contacts') },
            ...(can(actor, 'customers.import') ? [{ to: '/imports', label: say('imports') }] : []),
          ]}
        >
          <Outlet />
        </Shell>
      )}
    </SignedIn>
  )
}
