import { Button } from '@mantine/core'
import type { WaveDetails } from '@sixfold/contract/waves'
import { can } from '@sixfold/domain/permissions'
import { formatInstant, formatQuarter } from '@sixfold/ui/format'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { BlindNote } from '../features/blind/components/blind-note.tsx'
import { CarrierSheet } from '../features/blind/components/carrier-sheet.tsx'
import { OpenLinks } from '../features/open-links/components/open-links.tsx'
import { WaveReplies } from '../features/wave-replies/components/wave-replies.tsx'
import { DraftWave } from '../features/waves/components/draft-wave.tsx'
import { Invitations } from '../features/waves/components/invitations.tsx'
import fields from '../features/waves/components/plan-fields.module.css'
import { WaveCoverageView } from '../features/waves/components/wave-coverage.tsx'
import { WaveFacts } from '../features/waves/components/wave-facts.tsx'
import { WaveQualityView } from '../features/waves/components/wave-quality.tsx'
import { WaveReminders } from '../features/waves/components/wave-reminders.tsx'
import { WaveSample } from '../features/waves/components/wave-sample.tsx'
import { WaveSteps } from '../features/waves/components/wave-steps.tsx'
import { regionNames, WaveState } from '../features/waves/components/wave-table.tsx'
import styles from '../features/waves/components/waves.module.css'
import { endOfDay } from '../features/waves/launch-plan.ts'
import { publishedQuery, useLiveWave, waveQuery } from '../features/waves/queries.ts'
import { draftWords } from '../words/drafts.ts'
import { waveWords } from '../words/waves.ts'

/** `/waves/<id>`: a wave from its draft to its end: what it would do, what becomes of it, live. */
export function WavePage() {
  const { id } = useParams({ from: '/pages/waves/$id' })
  const wave = useQuery(waveQuery(id))
  useLiveWave(id)
  return <QueryStates query={wave}>{data => <WaveView wave={data} />}</QueryStates>
}

function WaveView({ wave }: { wave: WaveDetails }) {
  const say = useSay(waveWords)
  const sayDraft = useSay(draftWords)
  const { language } = useLanguage()
  const { state } = useSearch({ from: '/pages/waves/$id' })
  const navigate = useNavigate({ from: '/waves/$id' })
  const session = useSession().data
  const surveys = useQuery({ ...publishedQuery(), enabled: wave.state === 'draft' })
  if (!session) return null
  const { regions, organisation, actor } = session
  const mayLaunch = wave.regionIds.every(regionId => can(actor, 'wave.launch', { regionId }))
  const isDraft = wave.state === 'draft'
  const isOver = wave.state === 'closed' || wave.state === 'archived'
  const latest = surveys.data?.items.find(({ id }) => id === wave.surveyId)?.latestVersion ?? wave.version
  return (
    <>
      <PageHeader
        title={wave.name}
        lead={
          <>
            <WaveState state={wave.state} />{' '}
            {[
              say('surveyVersion', { quarter: formatQuarter(wave.quarter), version: wave.version }),
              regionNames(wave, regions),
              say(isOver ? 'closedOn' : 'closesOn', { at: formatInstant(wave.closesAt, language) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </>
        }
        actions={
          <>
            {mayLaunch && (
              <WaveSteps
                wave={wave}
                zone={organisation.zone}
                onDiscarded={() => void navigate({ to: '/waves' })}
              />
            )}
            {!isDraft && wave.kind === 'quarterly' && (
              <Button
                variant="filled"
                renderRoot={props => (
                  <Link {...props} to="/results" search={{ quarter: formatQuarter(wave.quarter) }} />
                )}
              >
                {say('results')}
              </Button>
            )}
          </>
        }
      />
      {wave.state === 'paused' && (
        <p className={styles.banner} role="status">
          <LampShape tone="attention" /> {sayDraft('pausedNote')}
        </p>
      )}
      {wave.state === 'scheduled' && (
        <p className={styles.banner} role="status">
          <LampShape tone="none" />
          {sayDraft('scheduledNote', { at: formatInstant(wave.opensAt, language) })}
        </p>
      )}
      {wave.kind === 'blind' && !isDraft && <BlindNote isOver={isOver} className={styles.banner} />}
      {isDraft ? (
        <>
          <p className={styles.lead}>{sayDraft('draftLead')}</p>
          {wave.kind === 'blind' && mayLaunch && <CarrierSheet />}
          <DraftWave
            key={wave.revision}
            wave={wave}
            regions={regions}
            organisation={organisation}
            versions={Array.from({ length: latest }, (_, at) => latest - at)}
            mayLaunch={mayLaunch}
            onLaunched={() => window.scrollTo({ top: 0 })}
          />
        </>
      ) : (
        <>
          <WaveFacts wave={wave} />
          <div className={fields.stack}>
            {isOver && wave.kind !== 'blind' && (
              <WaveReplies waveId={wave.id} regions={regions} mayEdit={mayLaunch} />
            )}
            <WaveCoverageView waveId={wave.id} regions={regions} />
            {wave.kind !== 'blind' && wave.state !== 'scheduled' && <WaveQualityView waveId={wave.id} />}
            <WaveReminders wave={wave} />
            {wave.kind !== 'blind' && (
              <OpenLinks
                wave={wave}
                regions={regions}
                zone={organisation.zone}
                endOfDay={day => endOfDay(day, organisation.zone)}
                mayEdit={mayLaunch}
              />
            )}
            <WaveSample wave={wave} regions={regions} mayRedraw={mayLaunch} />
            <Invitations
              waveId={wave.id}
              regions={regions}
              state={state}
              onState={next => void navigate({ search: next ? { state: next } : {}, replace: true })}
            />
          </div>
        </>
      )}
    </>
  )
}
