import type { CaseDetail } from '@sixfold/contract/cases'
import { displayName } from '@sixfold/domain/language-name'
import { formatInstant } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ReplySheet } from '../features/case-replies/components/reply-sheet.tsx'
import { CaseTimeline } from '../features/cases/components/case-timeline.tsx'
import styles from '../features/cases/components/cases.module.css'
import { ClocksSheet } from '../features/cases/components/clocks-sheet.tsx'
import { FactsSheet } from '../features/cases/components/facts-sheet.tsx'
import { FilesSheet } from '../features/cases/components/files-sheet.tsx'
import { NextSteps } from '../features/cases/components/next-steps.tsx'
import { RelatedSheet } from '../features/cases/components/related-sheet.tsx'
import { VerdictSheet } from '../features/cases/components/verdict-sheet.tsx'
import { caseQuery, useLiveCase } from '../features/cases/queries.ts'
import record from '../features/customers/components/record.module.css'
import { caseWords } from '../words/cases.ts'

/** `/desk/cases/…`: one case until its customer says that it is solved. */
export function CasePage() {
  const { id } = useParams({ from: '/cases/$id' })
  useLiveCase(id)
  const found = useQuery(caseQuery(id))
  return <QueryStates query={found}>{one => <KnownCase key={one.id} one={one} />}</QueryStates>
}

function KnownCase({ one }: { one: CaseDetail }) {
  const say = useSay(caseWords)
  const { language } = useLanguage()
  const ours = one.kind !== 'complaint'
  return (
    <>
      <PageHeader
        title={one.receipt}
        lead={
          <>
            <Link to="/accounts/$id" params={{ id: one.accountId }}>
              {one.accountName}
            </Link>
            {`, ${say('receivedOn', { time: formatInstant(one.openedAt, language) })}`}
          </>
        }
        actions={<Link to="/cases">{say('back')}</Link>}
      />
      <div className={record.columns}>
        <div className={styles.stack}>
          <Sheet title={say(ours ? 'words.ours' : 'words')}>
            {one.text === '' ? (
              <p className={styles.quiet}>{say(one.answerHidden ? 'answerHidden' : 'wordsErased')}</p>
            ) : (
              <p className={styles.words} lang={one.language}>
                {one.text}
              </p>
            )}
            {!ours && (
              <p className={styles.note}>
                {say('written', { language: displayName(one.language, language) })}
              </p>
            )}
          </Sheet>
          <NextSteps one={one} />
          <VerdictSheet one={one} />
          <ReplySheet
            caseId={one.id}
            closed={one.state === 'closed'}
            language={one.language}
            told={one.resolution?.told ?? ''}
            editable={one.editable}
          />
          <CaseTimeline one={one} />
        </div>
        <div className={styles.stack}>
          <FactsSheet one={one} />
          <ClocksSheet one={one} />
          <RelatedSheet one={one} />
          <FilesSheet one={one} />
        </div>
      </div>
    </>
  )
}
