import { Button } from '@mantine/core'
import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import fields from '../features/waves/components/plan-fields.module.css'
import { ProgrammeTable } from '../features/waves/components/programme-table.tsx'
import { WaveTable } from '../features/waves/components/wave-table.tsx'
import { programmesQuery } from '../features/waves/programme-queries.ts'
import { wavesQuery } from '../features/waves/queries.ts'
import { programmeWords } from '../words/programmes.ts'
import { waveWords } from '../words/waves.ts'

/** `/waves`: the standing intentions, and every run of them. */
export function WavesPage() {
  const say = useSay(waveWords)
  const sayProgramme = useSay(programmeWords)
  const waves = useQuery(wavesQuery())
  const programmes = useQuery(programmesQuery())
  const session = useSession().data
  const mayLaunch = session !== undefined && can(session.actor, 'wave.launch')
  const launchButton = mayLaunch && (
    <Button variant="filled" renderRoot={props => <Link {...props} to="/waves/new" />}>
      {say('launch')}
    </Button>
  )
  const programmeButton = mayLaunch && (
    <Button renderRoot={props => <Link {...props} to="/programmes/new" />}>
      {sayProgramme('newProgramme')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={say('wavesTitle')}
        lead={say('wavesLead')}
        actions={
          <>
            {programmeButton}
            {launchButton}
          </>
        }
      />
      <div className={fields.stack}>
        <Sheet title={sayProgramme('programmes')}>
          <QueryStates
            query={programmes}
            isEmpty={({ items }) => items.length === 0}
            empty={<p className={fields.quiet}>{sayProgramme('noProgrammesText')}</p>}
          >
            {({ items }) => <ProgrammeTable programmes={items} regions={session?.regions ?? []} />}
          </QueryStates>
        </Sheet>
        <QueryStates
          query={waves}
          isEmpty={({ items }) => items.length === 0}
          empty={
            <EmptyState title={say('noWaves')} action={launchButton}>
              {say('noWavesText')}
            </EmptyState>
          }
        >
          {({ items }) => (
            <Sheet title={say('wavesTitle')}>
              <WaveTable waves={items} regions={session?.regions ?? []} />
            </Sheet>
          )}
        </QueryStates>
      </div>
    </>
  )
}
