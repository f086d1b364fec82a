import { Button, Select } from '@mantine/core'
import type { EvidenceLinksView } from '@sixfold/contract/evidence-links'
import { formatInstant, formatQuarter, formatShare } from '@sixfold/ui/format'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useSession } from '@sixfold/ui/session'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { CaseRelations } from '../features/evidence-links/components/case-relations.tsx'
import { DealRelations } from '../features/evidence-links/components/deal-relations.tsx'
import { EventRelations } from '../features/evidence-links/components/event-relations.tsx'
import styles from '../features/evidence-links/components/evidence-links.module.css'
import { evidenceLinksQuery } from '../features/evidence-links/queries.ts'
import { evidenceLinkWords } from '../words/evidence-links.ts'

/** `/results/links?region=…`: what goes along with what the same accounts say. */
export function EvidenceLinksPage() {
  const say = useSay(evidenceLinkWords)
  const { region } = useSearch({ from: '/pages/results/links' })
  const navigate = useNavigate({ from: '/results/links' })
  const regions = useSession().data?.regions ?? []
  const query = useQuery({ ...evidenceLinksQuery(region), placeholderData: keepPreviousData })
  return (
    <>
      <PageHeader
        title={say('title')}
        lead={say('lead')}
        actions={
          regions.length > 1 && (
            <Select
              aria-label={say('region')}
              w={200}
              data={[
                { value: 'all', label: say('allRegions') },
                ...regions.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={region ?? 'all'}
              allowDeselect={false}
              onChange={next =>
                void navigate({
                  search: next === null || next === 'all' ? {} : { region: next },
                  replace: true,
                })
              }
            />
          )
        }
      />
      <QueryStates
        query={query}
        isEmpty={({ state }) => state === 'nothing'}
        empty={
          <EmptyState
            title={say('nothing')}
            action={<Button renderRoot={props => <Link {...props} to="/waves" />}>{say('toWaves')}</Button>}
          >
            {say('nothingText')}
          </EmptyState>
        }
      >
        {links =>
          links.state === 'coming' ? (
            <p className={styles.why} role="status">
              {say('coming')}
            </p>
          ) : (
            <Links links={links} />
          )
        }
      </QueryStates>
    </>
  )
}

function Links({ links }: { links: EvidenceLinksView }) {
  const say = useSay(evidenceLinkWords)
  const { language } = useLanguage()
  const { cases, deals, events, quarters, confidence, at, outdated } = links
  const [from, to] = [quarters[0], quarters.at(-1)]
  return (
    <div className={styles.stack}>
      <p className={styles.cause}>{say('cause')}</p>
      {cases && <CaseRelations cases={cases} confidence={confidence} />}
      {deals && <DealRelations deals={deals} />}
      {events && <EventRelations events={events} />}
      <p className={styles.note}>
        {from &&
          to &&
          at &&
          say('basis', {
            count: quarters.length,
            from: formatQuarter(from),
            to: formatQuarter(to),
            confidence: formatShare(confidence, language),
            at: formatInstant(at, language),
          })}{' '}
        {outdated && say('outdated')}
      </p>
    </div>
  )
}
