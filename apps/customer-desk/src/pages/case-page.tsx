import type { CaseRecord } from '@sixfold/contract/cases'
import { displayName } from '@sixfold/domain/language-name'
import { textIn } from '@sixfold/domain/local-text'
import { formatInstant } from '@sixfold/ui/format'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from '../features/cases/components/cases.module.css'
import { caseQuery } from '../features/cases/queries.ts'
import record from '../features/customers/components/record.module.css'
import { caseWords } from '../words/cases.ts'

/** `/desk/cases/…`: one complaint as the customer wrote it, and who looks after it. */
export function CasePage() {
  const { id } = useParams({ from: '/cases/$id' })
  const found = useQuery(caseQuery(id))
  return <QueryStates query={found}>{one => <KnownCase key={one.id} one={one} />}</QueryStates>
}

function KnownCase({ one }: { one: CaseRecord }) {
  const say = useSay(caseWords)
  const { language } = useLanguage()
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
        <Sheet title={say('words')}>
          {one.text === '' ? (
            <p className={styles.quiet}>{say('wordsErased')}</p>
          ) : (
            <p className={styles.words} lang={one.language}>
              {one.text}
            </p>
          )}
          <p className={styles.note}>{say('written', { language: displayName(one.language, language) })}</p>
        </Sheet>
        <Sheet title={say('facts')} aside={<Lamp tone="attention">{say(`state.${one.state}`)}</Lamp>}>
          <dl className={record.fields}>
            <Fact name={say('contact')}>
              {one.contactId === null ? (
                <span className={styles.quiet}>{say('erased')}</span>
              ) : (
                <Link to="/contacts/$id" params={{ id: one.contactId }}>
                  {one.contactName}
                </Link>
              )}
            </Fact>
            <Fact name={say('about')}>
              {one.factor ? (
                <FactorName index={one.factor.index} name={textIn(one.factor.name, language, 'en')} />
              ) : (
                <span className={styles.quiet}>{say('noFactor')}</span>
              )}
            </Fact>
            <Fact name={say('answer')}>{say(one.answerWanted ? 'answerWanted' : 'noAnswerWanted')}</Fact>
            <Fact name={say('owner')}>
              {one.ownerName || <span className={styles.quiet}>{say('noOwner')}</span>}
            </Fact>
            <Fact name={say('wave')}>
              {one.waveName || <span className={styles.quiet}>{say('noWave')}</span>}
            </Fact>
            <Fact name={say('kind')}>{say(`kind.${one.kind}`)}</Fact>
          </dl>
        </Sheet>
      </div>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={record.field}>
      <dt>{name}</dt>
      <dd className={record.value}>{children}</dd>
    </div>
  )
}
