import { Button } from '@mantine/core'
import { can } from '@sixfold/domain/permissions'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Exclusions } from '../features/waves/components/exclusions.tsx'
import { NextQuarter } from '../features/waves/components/next-quarter.tsx'
import fields from '../features/waves/components/plan-fields.module.css'
import { ProgrammeForm } from '../features/waves/components/programme-form.tsx'
import { WaveTable } from '../features/waves/components/wave-table.tsx'
import { programmeQuery, useDraftWave } from '../features/waves/programme-queries.ts'
import { publishedQuery, wavesQuery } from '../features/waves/queries.ts'
import { programmeWords } from '../words/programmes.ts'

/** `/programmes/<id>`: a standing intention, its waves, and the next one. */
export function ProgrammePage() {
  const { language } = useLanguage()
  const say = useSay(programmeWords)
  const { id } = useParams({ from: '/pages/programmes/$id' })
  const programme = useQuery(programmeQuery(id))
  const surveys = useQuery(publishedQuery())
  const waves = useQuery(wavesQuery())
  const session = useSession().data
  const navigate = useNavigate()
  const draft = useDraftWave()
  const open = ({ id: wave }: { id: string }) => void navigate({ to: '/waves/$id', params: { id: wave } })
  return (
    <QueryStates query={programme}>
      {data => {
        const own = (waves.data?.items ?? []).filter(wave => wave.programmeId === id)
        const mayEdit =
          session !== undefined &&
          data.regionIds.every(regionId => can(session.actor, 'wave.launch', { regionId }))
        return (
          <>
            <PageHeader
              title={data.name}
              lead={
                <>
                  {say(data.kind)} · <Link to="/waves">{say('back')}</Link>
                </>
              }
              actions={
                mayEdit && (
                  <>
                    <Button
                      loading={draft.isPending}
                      onClick={() =>
                        draft.mutate(
                          { id },
                          { onSuccess: open, onError: error => toast.failed(error, language) },
                        )
                      }
                    >
                      {say('draftWave')}
                    </Button>
                    <NextQuarter programmeId={id} regions={session.regions} onDrafted={open} />
                  </>
                )
              }
            />
            <div className={fields.stack}>
              <Sheet title={say('wave')}>
                {own.length === 0 ? (
                  <p className={fields.quiet}>{say('noWaves')}</p>
                ) : (
                  <WaveTable waves={own} regions={session?.regions ?? []} />
                )}
              </Sheet>
              <ProgrammeForm
                key={data.revision}
                programme={data}
                surveys={surveys.data?.items ?? []}
                regions={session?.regions ?? []}
                mayEdit={mayEdit}
                onCreated={() => undefined}
              />
              <Exclusions programme={data} mayEdit={mayEdit} />
            </div>
          </>
        )
      }}
    </QueryStates>
  )
}
