import { Radio } from '@mantine/core'
import { useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { duplicateWords } from '../../../words/duplicates.ts'
import styles from './duplicates.module.css'

/** The first or the second of two records. */
export type Side = 0 | 1

export interface ComparedPair {
  /** Where each record has its page. */
  to: '/accounts/$id' | '/contacts/$id'
  records: readonly { id: string; name: string }[]
  /** `choosable`: what stays can be chosen where the two differ. */
  rows: readonly { field: string; label: string; values: readonly [string, string]; choosable: boolean }[]
}

export interface PairTableProps {
  pair: ComparedPair
  keep: Side
  onKeep: (side: Side) => void
  picks: Readonly<Record<string, Side>>
  onPick: (field: string, side: Side) => void
}

/** Where two records differ, line by line: what stays is chosen. What they agree on stands below. */
export function PairTable({ pair, keep, onKeep, picks, onPick }: PairTableProps) {
  const say = useSay(duplicateWords)
  const name = useId()
  const sides = [0, 1] as const
  const differing = pair.rows.filter(({ values }) => values[0] !== values[1])
  const alike = pair.rows.filter(({ values }) => values[0] === values[1] && values[0] !== '')
  return (
    <table className={styles.pair}>
      <thead>
        <tr>
          <td />
          {sides.map(side => (
            <th key={side} scope="col">
              <Link to={pair.to} params={{ id: pair.records[side]?.id ?? '' }}>
                {pair.records[side]?.name}
              </Link>
              <Radio
                name={name}
                label={say('staysHere')}
                aria-label={say('keepThis', { name: pair.records[side]?.name ?? '', place: side + 1 })}
                checked={keep === side}
                onChange={() => onKeep(side)}
              />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {differing.map(({ field, label, values, choosable }) => {
          const isChoice = choosable && values.every(value => value !== '')
          return (
            <tr key={field}>
              <th scope="row">{label}</th>
              {sides.map(side => (
                <td key={side}>
                  {isChoice ? (
                    <Radio
                      name={`${name} ${field}`}
                      label={values[side]}
                      aria-label={`${label}: ${values[side]}`}
                      checked={(picks[field] ?? keep) === side}
                      onChange={() => onPick(field, side)}
                    />
                  ) : (
                    values[side] || <span className={styles.quiet}>{say('nothing')}</span>
                  )}
                </td>
              ))}
            </tr>
          )
        })}
        {alike.length > 0 && (
          <tr>
            <th scope="row">{say('alike')}</th>
            <td colSpan={2}>
              <dl className={styles.alike}>
                {alike.map(({ field, label, values }) => (
                  <div key={field}>
                    <dt>{label}</dt> <dd>{values[0]}</dd>
                  </div>
                ))}
              </dl>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
