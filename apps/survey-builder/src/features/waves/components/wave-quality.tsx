import type { WaveQuality } from '@sixfold/contract/response-quality'
import { displayName } from '@sixfold/domain/language-name'
import { textIn } from '@sixfold/domain/local-text'
import { formatInstant, formatNumber, formatShare } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useQuery } from '@tanstack/react-query'
import { qualityWords } from '../../../words/quality.ts'
import { qualityQuery } from '../queries.ts'
import styles from './wave-quality.module.css'
import waves from './waves.module.css'

/** How the answers of a wave came, by counts alone, and which signs of haste or copying they show; live. */
export function WaveQualityView({ waveId }: { waveId: string }) {
  const say = useSay(qualityWords)
  const { language } = useLanguage()
  const quality = useQuery(qualityQuery(waveId))
  return (
    <Sheet title={say('title')}>
      <QueryStates query={quality}>
        {data =>
          data.suppressed ? (
            <p className={waves.quiet}>
              {data.untilClosed ? say('untilClosed') : say('empty', { minimum: data.minimumCell })}
            </p>
          ) : (
            <>
              <Figures data={data} />
              <Ways data={data} />
              <Signs data={data} />
              <WithAndWithout data={data} />
              {data.namelessSince && (
                <p className={styles.note}>
                  {say('nameless', { day: formatInstant(data.namelessSince, language, { show: 'date' }) })}
                </p>
              )}
            </>
          )
        }
      </QueryStates>
    </Sheet>
  )
}

function Figures({ data }: { data: WaveQuality }) {
  const say = useSay(qualityWords)
  const { language } = useLanguage()
  const number = (value: number) => formatNumber(value, language)
  const { medianMinutes, timed, severalFlags } = data
  return (
    <dl className={waves.split}>
      <div>
        <dt>{say('answers')}</dt>
        <dd>{number(data.responses ?? 0)}</dd>
      </div>
      <div>
        <dt>
          {say('minutes')}
          {timed !== null && <small>{say('timedOf', { n: number(timed) })}</small>}
        </dt>
        <dd>
          {medianMinutes === null
            ? '–'
            : formatNumber(medianMinutes, language, Number.isInteger(medianMinutes) ? 0 : 1)}
        </dd>
      </div>
      <div>
        <dt>
          {say('signed')}
          {severalFlags.count !== null && data.flagged.count !== 0 && (
            <small>{say('severalOf', { n: number(severalFlags.count) })}</small>
          )}
        </dt>
        <dd>
          <Shown of={data.flagged} minimum={data.minimumCell} short />
        </dd>
      </div>
    </dl>
  )
}

function Ways({ data: { modes, languages, minimumCell } }: { data: WaveQuality }) {
  const say = useSay(qualityWords)
  const { language } = useLanguage()
  const modeName = (mode: string) =>
    mode === 'web' || mode === 'open_link' || mode === 'embedded' || mode === 'phone'
      ? say(`mode.${mode}`)
      : mode
  return (
    <dl className={styles.ways}>
      <div>
        <dt>{say('ways')}</dt>
        {modes.map(({ mode, ...shown }) => (
          <dd key={mode}>
            {modeName(mode)} <Shown of={shown} minimum={minimumCell} />
          </dd>
        ))}
      </div>
      <div>
        <dt>{say('languages')}</dt>
        {languages.map(({ language: tag, ...shown }) => (
          <dd key={tag}>
            {displayName(tag, language)} <Shown of={shown} minimum={minimumCell} />
          </dd>
        ))}
      </div>
    </dl>
  )
}

function Signs({ data }: { data: WaveQuality }) {
  const say = useSay(qualityWords)
  const { language } = useLanguage()
  const { minimumCell, judged, responses } = data
  const note =
    judged !== responses
      ? say('judgedOf', { judged: formatNumber(judged, language), n: formatNumber(responses ?? 0, language) })
      : data.compared
        ? null
        : say('notCompared')
  return (
    <>
      {data.flags.length === 0 ? (
        <p>{say('noSigns')}</p>
      ) : (
        <DataTable
          caption={say('signs')}
          stacked
          rows={data.flags}
          rowKey={({ flag }) => flag}
          columns={[
            {
              key: 'sign',
              header: say('sign'),
              rowHeader: true,
              cell: ({ flag }) => (
                <>
                  {say(flag)}
                  <small className={waves.below}>{say(`${flag}.text`)}</small>
                </>
              ),
            },
            {
              key: 'count',
              header: say('count'),
              figure: true,
              cell: ({ count }) => <Shown of={{ count, most: false }} minimum={minimumCell} />,
            },
            {
              key: 'also',
              header: say('alsoOther'),
              figure: true,
              cell: ({ alsoOther }) => <Shown of={{ count: alsoOther, most: false }} minimum={minimumCell} />,
            },
          ]}
        />
      )}
      {data.flags.length > 0 && <p className={styles.meaning}>{say('meaning')}</p>}
      {note && <p className={styles.note}>{note}</p>}
    </>
  )
}

/** The same results with all answers, and without those that show signs: whether it matters at all. */
function WithAndWithout({ data: { factors, flags, minimumCell } }: { data: WaveQuality }) {
  const say = useSay(qualityWords)
  const { language } = useLanguage()
  if (factors.length === 0 || flags.length === 0) return null
  return (
    <>
      <DataTable
        caption={say('withAndWithout')}
        stacked
        captionShown
        rows={factors}
        rowKey={({ factor }) => factor}
        columns={[
          {
            key: 'factor',
            header: say('factor'),
            rowHeader: true,
            cell: ({ name }) => textIn(name, language, 'en'),
          },
          ...(['all', 'unflagged', 'withoutSeveral'] as const).map(key => ({
            key,
            header: say(`factors.${key}`),
            figure: true,
            cell: (row: WaveQuality['factors'][number]) => <Satisfied of={row[key]} minimum={minimumCell} />,
          })),
        ]}
      />
      <p className={styles.note}>{say('withAndWithoutText')}</p>
    </>
  )
}

function Satisfied({ of, minimum }: { of: WaveQuality['factors'][number]['all']; minimum: number }) {
  const say = useSay(qualityWords)
  const { language } = useLanguage()
  if (!of) return <abbr title={say('hiddenText', { minimum })}>{say('hidden')}</abbr>
  return (
    <>
      <span className={waves.figure}>{formatShare(of.percentSatisfied / 100, language, 1)}</span>
      <small className={waves.below}>{say('ofN', { n: formatNumber(of.n, language) })}</small>
    </>
  )
}

interface ShownProps {
  of: { count: number | null; most: boolean }
  minimum: number
  /** A dash in the place of words. */
  short?: boolean
}

function Shown({ of: { count, most }, minimum, short = false }: ShownProps) {
  const say = useSay(qualityWords)
  const { language } = useLanguage()
  if (count !== null) return <span className={waves.figure}>{formatNumber(count, language)}</span>
  if (most) return <span>{say('most')}</span>
  return <abbr title={say('hiddenText', { minimum })}>{short ? '–' : say('hidden')}</abbr>
}
