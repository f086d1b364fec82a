import type { AccountOutline } from '@sixfold/contract/timelines'
import { textIn } from '@sixfold/domain/local-text'
import { factorLook } from '@sixfold/ui/factor-shape'
import { formatNumber, formatQuarter } from '@sixfold/ui/format'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { timelineWords } from '../../../words/timelines.ts'
import styles from './timelines.module.css'

type Score = AccountOutline['scores'][number]
type Point = Score['points'][number]

type ScoresProps = Pick<AccountOutline, 'scores' | 'minimumCell'>

/** How the account judges each factor, with its history and how many people said so. */
export function FactorScores(props: ScoresProps) {
  const say = useSay(timelineWords)
  return (
    <Sheet title={say('factors')}>
      <Scores {...props} />
    </Sheet>
  )
}

function Scores({ scores, minimumCell }: ScoresProps) {
  const say = useSay(timelineWords)
  const { language } = useLanguage()
  const points = scores[0]?.points ?? []
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return <p className={styles.quiet}>{say('noScores')}</p>
  if (scores.every(({ points: history }) => history.every(({ index }) => index === null)))
    return <p className={styles.quiet}>{say('scoresHidden', { n: minimumCell })}</p>
  const span = { from: formatQuarter(first.from), to: formatQuarter(last.to) }
  return (
    <>
      <table className={styles.scores}>
        <thead>
          <tr>
            <th scope="col">{say('factor')}</th>
            <th scope="col">{say('history', span)}</th>
            <th scope="col" className={styles.right}>
              {say('now')}
            </th>
            <th scope="col" className={styles.right}>
              {say('n')}
            </th>
          </tr>
        </thead>
        <tbody>
          {scores.map(({ factor, points: history }) => {
            const now = history.at(-1)
            return (
              <tr key={factor.key}>
                <th scope="row">
                  <FactorName index={factor.index} name={textIn(factor.name, language, 'en')} />
                </th>
                <td>
                  <History points={history} index={factor.index} />
                </td>
                {now?.index == null ? (
                  <td colSpan={2} className={styles.few}>
                    <abbr title={say('few', { n: minimumCell })}>{say('hidden')}</abbr>
                  </td>
                ) : (
                  <>
                    <td className={styles.score}>{formatNumber(now.index, language)}</td>
                    <td className={styles.right}>{now.n}</td>
                  </>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className={styles.note}>{say('scoresNote', { n: minimumCell })}</p>
    </>
  )
}

const WIDTH = 176
const HEIGHT = 42
const EDGE = 8
/** Far enough below the line that it cannot be read as a score. */
const HIDDEN_AT = 36
const AIM = 75

/** The index by half year; where it is hidden, an open circle and no line. */
function History({ points, index }: { points: readonly Point[]; index: number }) {
  const say = useSay(timelineWords)
  const { language } = useLanguage()
  const look = factorLook(index)
  const x = (at: number) => EDGE + (at * (WIDTH - 2 * EDGE)) / Math.max(1, points.length - 1)
  const y = (score: number) => 34 - (score / 100) * 28
  const said = points.map(({ from, to, index: score }) =>
    say('point', {
      from: formatQuarter(from),
      to: formatQuarter(to),
      score: score === null ? say('hidden') : formatNumber(score, language),
    }),
  )
  return (
    <svg width={WIDTH} height={HEIGHT} role="img" aria-label={said.join('; ')} className={styles.history}>
      <path d={`M0 ${y(AIM)}H${WIDTH}`} stroke="var(--line-strong)" strokeDasharray="1 4" />
      <path
        d={points
          .flatMap(({ index: score }, at) => {
            if (score === null) return []
            const joins = at > 0 && points[at - 1]?.index !== null
            return `${joins ? 'L' : 'M'}${x(at)} ${y(score)}`
          })
          .join('')}
        fill="none"
        stroke={look?.color}
        strokeWidth="1.75"
      />
      {points.map(({ from, index: score }, at) =>
        score === null ? (
          <circle
            key={formatQuarter(from)}
            cx={x(at)}
            cy={HIDDEN_AT}
            r="2"
            fill="none"
            stroke="var(--text-3)"
          />
        ) : (
          <path
            key={formatQuarter(from)}
            d={look?.path ?? ''}
            fill={look?.color}
            transform={placed(x(at), y(score), at === points.length - 1 ? 0.75 : 0.42)}
          />
        ),
      )}
    </svg>
  )
}

/** A factor's shape, drawn in a box of 12, around a point. */
const placed = (x: number, y: number, size: number) =>
  `translate(${x - 6 * size} ${y - 6 * size}) scale(${size})`
