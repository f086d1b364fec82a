import { Button } from '@mantine/core'
import type { Deal } from '@sixfold/contract/deals'
import { DEAL_SIDES } from '@sixfold/domain/deals/deal'
import { dayText } from '@sixfold/ui/day-text'
import { formatNumber, formatQuarter } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { DealDialog } from '../features/deals/components/deal-dialog.tsx'
import styles from '../features/deals/components/deals.module.css'
import { ResultLamp } from '../features/deals/components/result-lamp.tsx'
import { SideSheet } from '../features/deals/components/side-sheet.tsx'
import { dealQuery } from '../features/deals/queries.ts'
import { Fact, Facts } from '../parts/facts.tsx'
import { dealWords } from '../words/deals.ts'

/** `/desk/deals/…`: one deal, and what each side says of how it ended. */
export function DealPage() {
  const { id } = useParams({ from: '/deals/$id' })
  const found = useQuery(dealQuery(id))
  return <QueryStates query={found}>{deal => <KnownDeal key={deal.id} deal={deal} />}</QueryStates>
}

function KnownDeal({ deal }: { deal: Deal }) {
  const say = useSay(dealWords)
  const [editing, setEditing] = useState(false)
  return (
    <>
      <PageHeader
        title={deal.name}
        lead={
          <>
            <Link to="/deals" search={{ view: 'list' }}>
              {say('back')}
            </Link>
            {', '}
            <Link to="/accounts/$id" params={{ id: deal.accountId }}>
              {deal.accountName}
            </Link>
          </>
        }
        actions={deal.editable && <Button onClick={() => setEditing(true)}>{say('edit')}</Button>}
      />
      <FactsSheet deal={deal} />
      <div className={styles.sides}>
        {DEAL_SIDES.map(side => (
          <SideSheet key={side} deal={deal} side={side} />
        ))}
      </div>
      <DealDialog deal={editing ? deal : null} onClose={() => setEditing(false)} />
    </>
  )
}

function FactsSheet({ deal }: { deal: Deal }) {
  const say = useSay(dealWords)
  const { language } = useLanguage()
  const regions = useSession().data?.regions ?? []
  const unknown = <span className={styles.quiet}>{say('unknown')}</span>
  return (
    <Sheet title={say('facts')} aside={<ResultLamp result={deal.result} />}>
      <Facts>
        {deal.result !== 'won' && (
          <Fact name={say('stage')}>{deal.stage ? say(`stage.${deal.stage}`) : say('stageUnknown')}</Fact>
        )}
        <Fact name={say('decided')}>
          {`${dayText(deal.decidedOn, language)} (${formatQuarter(deal.quarter)})`}
        </Fact>
        <Fact name={say('competitor')}>
          {deal.competitorName
            ? [deal.competitorName, deal.rivalProductName].filter(Boolean).join(', ')
            : say('noCompetitor')}
        </Fact>
        <Fact name={say('product')}>{deal.productName || unknown}</Fact>
        <Fact name={say('value')}>{deal.value === null ? unknown : formatNumber(deal.value, language)}</Fact>
        <Fact name={say('contact')}>
          {deal.contactId !== null && deal.contactName ? (
            <Link to="/contacts/$id" params={{ id: deal.contactId }}>
              {deal.contactName}
            </Link>
          ) : (
            <span className={styles.quiet}>{say('nobody')}</span>
          )}
        </Fact>
        <Fact name={say('ledBy')}>
          {deal.sellerName || <span className={styles.quiet}>{say('nobody')}</span>}
        </Fact>
        <Fact name={say('region')}>{regions.find(({ id }) => id === deal.regionId)?.name ?? ''}</Fact>
        {deal.externalId !== deal.id && <Fact name={say('number')}>{deal.externalId}</Fact>}
      </Facts>
    </Sheet>
  )
}
