import type { Region, StaffMember } from '@sixfold/contract/staff'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useSay } from '@sixfold/ui/parts/language'
import { Person } from '@sixfold/ui/parts/person'
import { shellWords } from '@sixfold/ui/words/shell'
import { houseWords } from '../../../words/house.ts'
import { regionsText } from '../regions-text.ts'
import styles from './staff.module.css'

export function MemberTable({
  members,
  regions,
}: {
  members: readonly StaffMember[]
  regions: readonly Region[]
}) {
  const say = useSay(houseWords)
  const sayShell = useSay(shellWords)
  return (
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
      ]}
    />
  )
}
