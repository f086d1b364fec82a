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
import { WaveTable } from '../features/waves/components/wave-table.tsx'
import { wavesQuery } from '../features/waves/queries.ts'
import { waveWords } from '../words/waves.ts'

export function WavesPage() {
  const say = useSay(waveWords)
  const waves = useQuery(wavesQuery())
  const session = useSession().data
  const launchButton = session && can(session.actor, 'wave.launch') && (
    <Button variant="filled" renderRoot={props => <Link {...props} to="/waves/new" />}>
      {say('launch')}
    </Button>
  )
  return (
    <>
      <PageHeader title={say('wavesTitle')} lead={say('wavesLead')} actions={launchButton} />
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
          <Sheet label={say('wavesTitle')}>
            <WaveTable waves={items} regions={session?.regions ?? []} />
          </Sheet>
        )}
      </QueryStates>
    </>
  )
}
