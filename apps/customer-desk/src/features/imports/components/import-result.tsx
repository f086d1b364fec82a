import { Button } from '@mantine/core'
import type { ImportRun } from '@sixfold/contract/imports'
import type { ImportKind } from '@sixfold/domain/customers/import-columns'
import { can } from '@sixfold/domain/permissions'
import { formatNumber } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { Link } from '@tanstack/react-router'
import { importPageWords } from '../../../words/imports.ts'
import { useRepeatImport } from '../queries.ts'
import styles from './imports.module.css'

/** What became of an import, and what can be done next. */
export function ImportResult({ run }: { run: ImportRun }) {
  if (run.state === 'refused') return <Refused run={run} />
  return <Ended run={run} />
}

function Refused({ run }: { run: ImportRun }) {
  const say = useSay(importPageWords)
  const repeat = useRepeatImport()
  const session = useSession().data
  const good = run.rows - run.faultyRows
  // Without a faulty row it is the file itself: a heading is missing, a quotation mark never closes.
  const isWhole = run.faultyRows === 0
  const wantsRegions = run.faults.some(({ column }) => column === 'region')
  const wantsProducts = run.faultGroups.some(({ column }) => column === 'product_id') && !run.createProducts
  const may = (action: 'settings.edit' | 'products.edit') =>
    session !== undefined && can(session.actor, action, { regionId: null })
  const { skipFaulty, createRegions, createProducts } = run
  const asBefore = { skipFaulty, createRegions, createProducts }
  return (
    <>
      <h2 className={styles.outcome}>
        <LampShape tone="attention" size={12} />
        {say('resultRefused')}
      </h2>
      <p className={styles.text}>
        {isWhole ? say('refusedWhole') : say('refusedText', { faulty: run.faultyRows, good })}
      </p>
      <Ignored run={run} />
      {repeat.error && <FailureNotice error={repeat.error} />}
      <div className={styles.next}>
        {!isWhole && good > 0 && (
          <Button
            variant="filled"
            loading={repeat.isPending}
            onClick={() => repeat.mutate({ id: run.id, ...asBefore, skipFaulty: true })}
          >
            {say('importRest', { n: good })}
          </Button>
        )}
        {!isWhole && wantsRegions && may('settings.edit') && !run.createRegions && (
          <Button
            loading={repeat.isPending}
            onClick={() => repeat.mutate({ id: run.id, ...asBefore, createRegions: true })}
          >
            {say('createAndRetry')}
          </Button>
        )}
        {!isWhole && wantsProducts && may('products.edit') && (
          <Button
            loading={repeat.isPending}
            onClick={() => repeat.mutate({ id: run.id, ...asBefore, createProducts: true })}
          >
            {say('createProductsAndRetry')}
          </Button>
        )}
        <AnotherFile isNext={isWhole} />
      </div>
    </>
  )
}

function Ended({ run }: { run: ImportRun }) {
  const say = useSay(importPageWords)
  const { language } = useLanguage()
  const count = (n: number) => formatNumber(n, language)
  const looks = {
    done: { tone: 'good', text: null },
    cancelled: { tone: 'attention', text: 'resultCancelled' },
    failed: { tone: 'problem', text: 'resultFailed' },
  } as const
  const { tone, text } = looks[run.state === 'done' || run.state === 'failed' ? run.state : 'cancelled']
  return (
    <>
      <h2 className={styles.outcome}>
        <LampShape tone={tone} size={12} />
        {say('resultDone', { n: run.done })}
      </h2>
      {text && <p className={styles.text}>{say(text)}</p>}
      <dl className={styles.figures}>
        {countedOf(run).map(kind => (
          <div key={kind}>
            <dt>{say(kind)}</dt>
            <dd>
              {say('new', { n: count(run[`${kind}Created`]) })}
              <small>{say('updated', { n: count(run[`${kind}Updated`]) })}</small>
            </dd>
          </div>
        ))}
        <div>
          <dt>{say('leftOut')}</dt>
          <dd>{say('lines', { n: run.faultyRows })}</dd>
        </div>
        {run.marked > 0 && (
          <div>
            <dt>{say('marked')}</dt>
            <dd>
              {count(run.marked)}
              <small>{say('markedText')}</small>
            </dd>
          </div>
        )}
      </dl>
      {run.regionsCreated.length > 0 && (
        <p className={styles.text}>{say('regionsCreated', { names: run.regionsCreated.join(', ') })}</p>
      )}
      {run.productsCreated.length > 0 && (
        <p className={styles.text}>{say('productsCreated', { names: run.productsCreated.join(', ') })}</p>
      )}
      <Ignored run={run} />
      <div className={styles.next}>
        <Button renderRoot={(props: object) => <Link to="/accounts" {...props} />} variant="filled">
          {say('seeAccounts')}
        </Button>
        <AnotherFile />
      </div>
    </>
  )
}

/** What a file of this kind holds. */
function countedOf({ kind }: ImportRun): ImportKind[] {
  return kind === 'contacts' ? ['accounts', 'contacts'] : [kind]
}

function Ignored({ run }: { run: ImportRun }) {
  const say = useSay(importPageWords)
  if (run.ignoredColumns.length === 0) return null
  return <p className={styles.text}>{say('ignored', { names: run.ignoredColumns.join(', ') })}</p>
}

function AnotherFile({ isNext = false }: { isNext?: boolean }) {
  const say = useSay(importPageWords)
  return (
    <Button
      renderRoot={(props: object) => <Link to="/imports" {...props} />}
      {...(isNext ? { variant: 'filled' } : {})}
    >
      {say('another')}
    </Button>
  )
}
