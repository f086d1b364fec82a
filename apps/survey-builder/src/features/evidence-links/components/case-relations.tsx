import type { CaseRelationView, EvidenceLinksView } from '@sixfold/contract/evidence-links'
import type { CaseFigure } from '@sixfold/domain/evidence/source-links'
import { CASE_FIGURES } from '@sixfold/domain/evidence/source-links'
import { textIn } from '@sixfold/domain/local-text'
import { formatChange, formatNumber, formatShare } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { evidenceLinkWords } from '../../../words/evidence-links.ts'
import { digitsOf, foundIn } from '../found.ts'
import styles from './evidence-links.module.css'

type Cases = NonNullable<EvidenceLinksView['cases']>

interface FactorRow {
  factor: string
  name: CaseRelationView['name']
  index: number
  by: Partial<Record<CaseFigure, CaseRelationView>>
}

/** Cases of one quarter with the scores of the next, factor by factor. */
export function CaseRelations({ cases, confidence }: { cases: Cases; confidence: number }) {
  const say = useSay(evidenceLinkWords)
  const { language } = useLanguage()
  const rows = rowsOf(cases.relations)
  const known = cases.relations.filter(relation => foundIn(relation) !== null).length
  return (
    <Sheet title={say('cases')}>
      <p className={styles.why}>
        {say('casesWhy')} {say('casesCount', { count: cases.count })}
      </p>
      {known > 0 && <Sentences relations={cases.relations} />}
      <DataTable
        caption={say('cases')}
        rows={rows}
        rowKey={({ factor }) => factor}
        columns={[
          {
            key: 'factor',
            header: say('factor'),
            rowHeader: true,
            cell: ({ index, name }: FactorRow) => (
              <FactorName index={index} name={textIn(name, language, 'en')} />
            ),
          },
          ...CASE_FIGURES.map(figure => ({
            key: figure,
            header: <span title={say(`figureWhy.${figure}`)}>{say(`figure.${figure}`)}</span>,
            cell: ({ by }: FactorRow) => <Relation relation={by[figure]} />,
          })),
        ]}
      />
      <p className={styles.note}>
        {CASE_FIGURES.map(figure => say(`figureWhy.${figure}`)).join(' ')}{' '}
        {known > 0 &&
          say('many', {
            count: known,
            confidence: formatShare(confidence, language),
            expected: formatNumber(known * (1 - confidence), language, 1),
          })}
      </p>
    </Sheet>
  )
}

/** What stands out, in words. */
function Sentences({ relations }: { relations: readonly CaseRelationView[] }) {
  const say = useSay(evidenceLinkWords)
  const { language } = useLanguage()
  const sentences = CASE_FIGURES.flatMap(figure =>
    (['lower', 'higher'] as const).flatMap(direction => {
      const names = relations
        .filter(relation => relation.figure === figure && foundIn(relation) === direction)
        .map(({ name }) => textIn(name, language, 'en'))
      const values = { figure: say(`figure.${figure}`), factors: names.join(', ') }
      return names.length > 0 ? [say(direction === 'lower' ? 'casesFound' : 'casesFoundHigher', values)] : []
    }),
  )
  return <p className={styles.sentence}>{sentences.length > 0 ? sentences.join(' ') : say('casesNothing')}</p>
}

function Relation({ relation }: { relation: CaseRelationView | undefined }) {
  const say = useSay(evidenceLinkWords)
  const { language } = useLanguage()
  if (!relation) return null
  const { correlation, interval, pairs, accounts } = relation
  const found = foundIn(relation)
  const number = (value: number) => formatChange(value, language, digitsOf(relation, value))
  return (
    <span className={styles.cell}>
      {correlation === null ? (
        <span className={styles.quiet}>{say('few')}</span>
      ) : (
        <strong>
          {interval
            ? say('relation', {
                correlation: number(correlation),
                low: number(interval.low),
                high: number(interval.high),
              })
            : say('relationAlone', { correlation: number(correlation) })}
        </strong>
      )}
      {found && (
        <span>
          {found === 'lower' ? <Lamp tone="problem">{say('found.lower')}</Lamp> : say(`found.${found}`)}
        </span>
      )}
      <small>{say('relationBasis', { pairs, accounts })}</small>
    </span>
  )
}

function rowsOf(relations: readonly CaseRelationView[]): FactorRow[] {
  const rows = new Map<string, FactorRow>()
  for (const relation of relations) {
    const { factor, name, index, figure } = relation
    const row = rows.get(factor) ?? { factor, name, index, by: {} }
    row.by[figure] = relation
    rows.set(factor, row)
  }
  return [...rows.values()]
}
