import { Button } from '@mantine/core'
import { can } from '@sixfold/domain/permissions'
import { formatInstant, formatQuarter } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { CloseWave } from '../features/waves/components/close-wave.tsx'
import { Invitations } from '../features/waves/components/invitations.tsx'
import { WaveFacts } from '../features/waves/components/wave-facts.tsx'
import { regionNames, WaveState } from '../features/waves/components/wave-table.tsx'
import { useLiveWave, waveQuery } from '../features/waves/queries.ts'
import { waveWords } from '../words/waves.ts'

/** `/waves/<id>`: what becomes of a wave, live. */
export function WavePage() {
  const say = useSay(waveWords)
  const { language } = useLanguage()
  const { id } = useParams({ from: '/pages/waves/$id' })
  const { state } = useSearch({ from: '/pages/waves/$id' })
  const navigate = useNavigate({ from: '/waves/$id' })
  const wave = useQuery(waveQuery(id))
  const session = useSession().data
  useLiveWave(id)
  return (
    <QueryStates query={wave}>
      {data => {
        const mayClose =
          session !== undefined &&
          data.regionIds.every(regionId => can(session.actor, 'wave.launch', { regionId }))
        return (
          <>
            <PageHeader
              title={data.name}
              lead={
                <>
                  <WaveState state={data.state} />{' '}
                  {[
                    say('surveyVersion', { quarter: formatQuarter(data.quarter), version: data.version }),
                    regionNames(data, session?.regions ?? []),
                    say(data.state === 'closed' ? 'closedOn' : 'closesOn', {
                      at: formatInstant(data.closesAt, language),
                    }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </>
              }
              actions={
                <>
                  {mayClose && data.state !== 'closed' && <CloseWave wave={data} />}
                  <Button
                    variant="filled"
                    renderRoot={props => (
                      <Link {...props} to="/results" search={{ quarter: formatQuarter(data.quarter) }} />
                    )}
                  >
                    {say('results')}
                  </Button>
                </>
              }
            />
            <WaveFacts wave={data} />
            <Invitations
              waveId={id}
              regions={session?.regions ?? []}
              state={state}
              onState={next => void navigate({ search: next ? { state: next } : {}, replace: true })}
            />
          </>
        )
      }}
    </QueryStates>
  )
}
