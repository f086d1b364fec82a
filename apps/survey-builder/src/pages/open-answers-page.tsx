import { Button } from '@mantine/core'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { openAnswersQuery, openExportAddress, useLiveOpenLinks } from '../features/open-links/queries.ts'
import { QuestionResults } from '../features/results/components/question-results.tsx'
import { useLiveWave } from '../features/waves/queries.ts'
import { openLinkWords } from '../words/open-links.ts'

/** `/waves/<id>/open-answers`: what people answered whom nobody had drawn, apart from the scores; live. */
export function OpenAnswersPage() {
  const say = useSay(openLinkWords)
  const { id } = useParams({ from: '/pages/waves/$id/open-answers' })
  const results = useQuery(openAnswersQuery(id))
  useLiveWave(id)
  useLiveOpenLinks(id)
  return (
    <>
      <PageHeader
        title={say('answersTitle')}
        lead={say('answersLead')}
        actions={
          <>
            <Button renderRoot={props => <Link {...props} to="/waves/$id" params={{ id }} />}>
              {say('back')}
            </Button>
            <Button component="a" href={openExportAddress(id)} download>
              {say('export')}
            </Button>
          </>
        }
      />
      <QueryStates query={results}>{data => <QuestionResults results={data} />}</QueryStates>
    </>
  )
}
