import { NumberInput, Select } from '@mantine/core'
import { IMPORTANCE, isRecord, NOT_APPLICABLE, placesOf, sumOf } from '@sixfold/domain/survey/answers'
import { partKey } from '@sixfold/domain/survey/definition'
import type { QuestionOf } from '@sixfold/domain/survey/question'
import { useSay } from '@sixfold/ui/parts/language'
import { useId } from 'react'
import { questionnaireWords } from '../../words/questionnaire.ts'
import { listOf } from './answering.ts'
import { PointField } from './point-field.tsx'
import type { FieldProps } from './question-field.tsx'
import styles from './questionnaire.module.css'

const POINTS = [1, 2, 3, 4, 5] as const

/** Each row on the scale of satisfaction. */
export function GridField({ question, textOf, value, onChange }: FieldProps<QuestionOf<'grid'>>) {
  const say = useSay(questionnaireWords)
  const base = useId()
  const given = value !== undefined && isRecord(value) ? value : {}
  const set = (key: string, point: number | string | null) => {
    const { [key]: _before, ...others } = given
    onChange(point === null ? others : { ...others, [key]: point })
  }
  const points = [
    ...POINTS.map(point => ({ value: point, label: String(point), name: say(`point${point}`) })),
    ...(question.offerNotApplicable
      ? [{ value: NOT_APPLICABLE, label: say('notApplicable'), name: say('notApplicable') }]
      : []),
  ]
  return (
    <div className={styles.parts}>
      {question.rows.map(({ id, text }) => (
        <div key={id} data-question={partKey(question.id, id)}>
          <p id={`${base}${id}`} className={styles.row}>
            {textOf(text)}
          </p>
          <PointField
            points={points}
            value={given[id]}
            labelledBy={`${base}${id}`}
            onChange={point => set(id, point)}
          />
          {question.importance && (
            <div data-question={partKey(question.id, partKey(id, IMPORTANCE))}>
              <p id={`${base}${id}i`} className={styles.help}>
                {say('importance')}
              </p>
              <PointField
                points={POINTS.map(point => ({ value: point, label: String(point), name: String(point) }))}
                value={given[partKey(id, IMPORTANCE)]}
                labelledBy={`${base}${id}i`}
                onChange={point => set(partKey(id, IMPORTANCE), point)}
              />
            </div>
          )}
        </div>
      ))}
    </div>
  )
}

/** Points that are shared out over the options. */
export function SumField({ question, textOf, value, onChange }: FieldProps<QuestionOf<'sum'>>) {
  const say = useSay(questionnaireWords)
  const given = value !== undefined && isRecord(value) ? value : {}
  return (
    <div className={styles.parts}>
      {question.options.map(({ id, text }) => (
        <NumberInput
          key={id}
          className={styles.short ?? ''}
          label={textOf(text)}
          value={given[id] ?? ''}
          min={0}
          max={question.total}
          allowDecimal={false}
          onChange={next => onChange({ ...given, [id]: typeof next === 'number' ? next : 0 })}
        />
      ))}
      <p className={styles.help} aria-live="polite">
        {say('left', { n: question.total - sumOf(given) })}
      </p>
    </div>
  )
}

/** The best first; an option that moves up leaves its place to nobody. */
export function RankingField({ question, textOf, value, onChange }: FieldProps<QuestionOf<'ranking'>>) {
  const say = useSay(questionnaireWords)
  const ranked = listOf(value)
  return (
    <div className={styles.parts}>
      {Array.from({ length: placesOf(question) }, (_, at) => at).map(at => (
        <Select
          key={at}
          className={styles.short ?? ''}
          label={say('rank', { n: at + 1 })}
          data={question.options.map(({ id, text }) => ({ value: id, label: textOf(text) }))}
          value={ranked[at] ?? null}
          disabled={at > ranked.length}
          clearable
          onChange={id => {
            const others = ranked.filter((one, place) => place !== at && one !== id)
            onChange(id === null ? others : [...others.slice(0, at), id, ...others.slice(at)])
          }}
        />
      ))}
    </div>
  )
}
