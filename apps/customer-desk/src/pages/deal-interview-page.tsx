import type { Deal, DealInterview } from '@sixfold/contract/deals'
import { DEAL_SIDES } from '@sixfold/domain/deals/deal'
import { formatInstant } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { InterviewForm } from '../features/deals/components/interview-form.tsx'
import { dealQuery, interviewQuery } from '../features/deals/queries.ts'
import { dealWords } from '../words/deals.ts'

/** `/desk/deals/…/interview/…`: the interview of one side of a deal, and nothing of the other. */
export function DealInterviewPage() {
  const { id, side: named } = useParams({ from: '/deals/$id/interview/$side' })
  const side = DEAL_SIDES.find(one => one === named) ?? 'seller'
  const deal = useQuery(dealQuery(id))
  const interview = useQuery({ ...interviewQuery(id, side), refetchOnWindowFocus: false })
  return (
    <QueryStates query={deal}>
      {found => (
        <QueryStates query={interview}>
          {one => <Interview key={`${one.dealId} ${one.side}`} deal={found} interview={one} />}
        </QueryStates>
      )}
    </QueryStates>
  )
}

function Interview({ deal, interview }: { deal: Deal; interview: DealInterview }) {
  const say = useSay(dealWords)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const { heldAt, begunAt, by, side } = interview
  const back = { to: '/deals/$id', params: { id: deal.id } } as const
  return (
    <>
      <PageHeader
        title={`${say('interview')}: ${say(side)}`}
        lead={
          <>
            <Link {...back}>{say('backToDeal')}</Link>
            {`, ${deal.name}. `}
            {heldAt === null
              ? say('begunOn', { time: formatInstant(begunAt, language), who: by })
              : say('heldOn', { time: formatInstant(heldAt, language), who: by })}
          </>
        }
      />
      <InterviewForm
        interview={interview}
        closed={interview.state === 'held' || !deal.editable}
        onFinished={() => void navigate(back)}
      />
    </>
  )
}
