import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import { useSay } from '@sixfold/ui/parts/language'
import { Shell } from '@sixfold/ui/parts/shell'
import { SignedIn } from '@sixfold/ui/parts/signed-in'
import { Outlet } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { entranceWords } from '../words/entrance.ts'

/** The home app's shell, with the tabs of what this person may keep. */
export function HouseShell({ actor, children }: { actor: StaffMember; children: ReactNode }) {
  const say = useSay(entranceWords)
  const rooms = [
    { to: '/staff', label: say('staff'), open: can(actor, 'staff.invite') },
    { to: '/outbox', label: say('outbox'), open: can(actor, 'outbox.read') },
    { to: '/jobs', label: say('jobs'), open: can(actor, 'jobs.read') },
  ].filter(room => room.open)
  const tabs = rooms.length > 0 ? [{ to: '/', label: say('start') }, ...rooms] : []
  return (
    <Shell app="home" tabs={tabs}>
      {children}
    </Shell>
  )
}

export function HouseLayout() {
  return (
    <SignedIn>
      {({ actor }) => (
        <HouseShell actor={actor}>
          <Outlet />
        </HouseShell>
      )}
    </SignedIn>
  )
}
