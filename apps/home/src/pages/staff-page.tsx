import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { InvitationTable } from '../features/staff/components/invitation-table.tsx'
import { InviteDialog } from '../features/staff/components/invite-dialog.tsx'
import { MemberTable } from '../features/staff/components/member-table.tsx'
import styles from '../features/staff/components/staff.module.css'
import { staffQuery } from '../features/staff/queries.ts'
import { houseWords } from '../words/house.ts'

export function StaffPage() {
  const say = useSay(houseWords)
  const staff = useQuery(staffQuery())
  const session = useSession().data
  const regions = session?.regions ?? []
  const [inviting, dialog] = useDisclosure(false)
  return (
    <>
      <PageHeader
        title={say('staffTitle')}
        actions={
          <Button
            variant="filled"
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
            onClick={dialog.open}
          >
            {say('invite')}
          </Button>
        }
      />
      <QueryStates query={staff}>
        {({ members, invitations }) => (
          <div className={styles.stack}>
            <Sheet title={say('members')}>
              {session && <MemberTable actor={session.actor} members={members} regions={regions} />}
            </Sheet>
            <Sheet title={say('invitations')}>
              {invitations.length > 0 ? (
                <InvitationTable invitations={invitations} regions={regions} />
              ) : (
                <p className={styles.quiet}>{say('noInvitations')}</p>
              )}
            </Sheet>
          </div>
        )}
      </QueryStates>
      <InviteDialog opened={inviting} onClose={dialog.close} regions={regions} />
    </>
  )
}
