import type { LogicFinding } from '@sixfold/domain/survey/logic/finding'
import { LampShape } from '@sixfold/ui/parts/lamp'
import type { CSSProperties, ReactNode } from 'react'
import { useMemo, useState } from 'react'
import type { SayLogic } from '../../../words/logic.ts'
import type { LogicSetting } from '../logic-setting.ts'
import type { MapRow } from '../map/layout.ts'
import { layoutMap } from '../map/layout.ts'
import { rowName, ruleWords } from '../map/row-words.ts'
import { rulesOf, wholeFindings } from '../map/rules.ts'
import { useNames } from '../use-names.ts'
import styles from './map.module.css'
import { MapArrows } from './map-arrows.tsx'

/** What of the survey a line leads to. */
export interface MapAddress {
  part?: 'welcome' | 'thanks'
  page?: string
  question?: string
}

export interface LogicMapProps {
  setting: LogicSetting
  findings: readonly LogicFinding[]
  onlyRuled: boolean
  link: (address: MapAddress, name: string) => ReactNode
}

/** Pages and questions from top to bottom: at the left what decides about what, at the right where it goes on. */
export function LogicMap({ setting, findings, onlyRuled, link }: LogicMapProps) {
  const names = useNames(setting)
  const { definition } = setting
  const layout = useMemo(
    () => layoutMap(definition, rulesOf(definition, findings), { onlyRuled }),
    [definition, findings, onlyRuled],
  )
  const [active, setActive] = useState<string | null>(null)
  const { rows, arrows, height, lanes } = layout
  const shared = { arrows, height, active }
  return (
    <>
      <Legend say={names.say} />
      <div className={styles.map} data-active={active !== null || undefined}>
        <MapArrows {...shared} side="left" lanes={lanes.left} />
        <ol className={styles.rows} style={lengths({ '--map-height': height })}>
          {rows.map(row => (
            <li
              key={row.key}
              className={styles.row}
              data-kind={row.kind}
              data-closes={row.closes || undefined}
              style={lengths({ '--row-top': row.top, '--row-height': row.height })}
              onPointerEnter={() => setActive(row.key)}
              onPointerLeave={() => setActive(null)}
              onFocus={() => setActive(row.key)}
              onBlur={() => setActive(null)}
            >
              <p className={styles.name}>
                {row.kind === 'more' ? rowName(row, names) : link(addressOf(row), rowName(row, names))}
                {row.page !== null &&
                  wholeFindings(findings, { page: row.page, question: row.question }).length > 0 && (
                    <Fault word={names.say('stateFault')} />
                  )}
              </p>
              {row.rules.map(rule => (
                <p key={rule.key} className={styles.rule}>
                  {rule.findings.length > 0 && <Fault word={names.say('stateFault')} />}
                  <span>{ruleWords(rule, names)}</span>
                </p>
              ))}
            </li>
          ))}
        </ol>
        <MapArrows {...shared} side="right" lanes={lanes.right} />
      </div>
    </>
  )
}

function Legend({ say }: { say: SayLogic }) {
  return (
    <ul className={styles.legend}>
      {(['show', 'require', 'jump'] as const).map(kind => (
        <li key={kind}>
          <svg width="28" height="10" viewBox="0 0 28 10" aria-hidden="true" focusable="false">
            <g className={styles.arrow} data-kind={kind}>
              <path className={styles.line} d="M3 5H22" />
              <path className={styles.tip} d="M28 5l-7 -4v8z" />
              <circle className={styles.dot} cx="3" cy="5" r="2" />
            </g>
          </svg>
          {say(({ show: 'legendShow', require: 'legendRequire', jump: 'legendJump' } as const)[kind])}
        </li>
      ))}
    </ul>
  )
}

function Fault({ word }: { word: string }) {
  return (
    <span className={styles.fault}>
      <LampShape tone="problem" /> {word}
    </span>
  )
}

function addressOf({ kind, page, question }: MapRow): MapAddress {
  if (question !== null) return { question }
  if (page !== null) return { page }
  return { part: kind === 'end' ? 'thanks' : 'welcome' }
}

/** Lengths for the style sheet, in sixteenths of the root's letter size, so that the map grows with the letters. */
function lengths(sixteenths: Record<`--${string}`, number>): CSSProperties {
  return Object.fromEntries(Object.entries(sixteenths).map(([name, value]) => [name, `${value / 16}rem`]))
}
