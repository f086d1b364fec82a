import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { Shell } from '@sixfold/ui/parts/shell'
import { SignedIn } from '@sixfold/ui/parts/signed-in'
import { Outlet, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { entranceWords } from '../words/entrance.ts'

/** The rooms of the house, and whether this person may enter. */
function useRooms(actor: StaffMember) {
  const say = useSay(entranceWords)
  return [
    { to: '/staff', label: say('staff'), open: can(actor, 'staff.invite') },
    { to: '/connections', label: say('connections'), open: true },
    { to: '/outbox', label: say('outbox'), open: can(actor, 'outbox.read') },
    { to: '/jobs', label: say('jobs'), open: can(actor, 'jobs.read') },
    { to: '/audit', label: say('audit'), open: can(actor, 'audit.read') },
  ]
}

/** The home app's shell, with the tabs of what this person may keep. */
export function HouseShell({ actor, children }: { actor: StaffMember; children: ReactNode }) {
  const say = useSay(entranceWords)
  const rooms = useRooms(actor).filter(room => room.open)
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
          <Room actor={actor} />
        </HouseShell>
      )}
    </SignedIn>
  )
}

/** A page, or, for who may not enter, what a page that does not exist says. */
function Room({ actor }: { actor: StaffMember }) {
  const say = useSay(entranceWords)
  const { pathname } = useLocation()
  const isClosed = useRooms(actor).some(({ to, open }) => !open && pathname.startsWith(to))
  if (isClosed) return <EmptyState title={say('closedRoom')}>{say('closedRoomText')}</EmptyState>
  return <Outlet />
}
