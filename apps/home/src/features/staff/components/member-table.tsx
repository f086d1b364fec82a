import { Button } from '@mantine/core'
import type { Region, StaffMember } from '@sixfold/contract/staff'
import { canGrantRole } from '@sixfold/domain/permissions'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useSay } from '@sixfold/ui/parts/language'
import { Person } from '@sixfold/ui/parts/person'
import { shellWords } from '@sixfold/ui/words/shell'
import { useState } from 'react'
import { houseWords } from '../../../words/house.ts'
import { regionsText } from '../regions-text.ts'
import { ChangeDialog } from './change-dialog.tsx'
import { EndDialog } from './end-dialog.tsx'
import styles from './staff.module.css'

export function MemberTable({
  actor,
  members,
  regions,
}: {
  /** Who looks: they change colleagues whom they could have invited, and never themselves. */
  actor: StaffMember
  members: readonly StaffMember[]
  regions: readonly Region[]
}) {
  const say = useSay(houseWords)
  const sayShell = useSay(shellWords)
  const [changing, setChanging] = useState<StaffMember>()
  const [ending, setEnding] = useState<StaffMember>()
  const mayChange = (member: StaffMember) =>
    member.id !== actor.id && canGrantRole(actor, member.role, member.regions)
  return (
    <>
      <DataTable
        caption={say('members')}
        rows={members}
        rowKey={member => member.id}
        columns={[
          {
            key: 'name',
            header: say('name'),
            rowHeader: true,
            cell: member => (
              <span className={styles.person}>
                <Person name={member.name} />
                {member.name}
              </span>
            ),
          },
          { key: 'email', header: say('email'), cell: member => member.email },
          { key: 'role', header: say('role'), cell: member => sayShell(member.role) },
          {
            key: 'regions',
            header: say('regions'),
            cell: member => regionsText(member.regions, regions, say('allRegions'), say('noRegions')),
          },
          {
            key: 'language',
            header: say('language'),
            cell: member => (member.language === 'vi' ? 'Tiếng Việt' : 'English'),
          },
          {
            key: 'actions',
            header: say('change'),
            headerHidden: true,
            figure: true,
            cell: member =>
              mayChange(member) && (
                <>
                  <Button
                    size="xs"
                    variant="subtle"
                    onClick={() => setChanging(member)}
                    aria-label={`${say('change')}: ${member.name}`}
                  >
                    {say('change')}
                  </Button>
                  <Button
                    size="xs"
                    variant="subtle"
                    onClick={() => setEnding(member)}
                    aria-label={`${say('end')}: ${member.name}`}
                  >
                    {say('end')}
                  </Button>
                </>
              ),
          },
        ]}
      />
      <ChangeDialog member={changing} regions={regions} onClose={() => setChanging(undefined)} />
      <EndDialog member={ending} onClose={() => setEnding(undefined)} />
    </>
  )
}
