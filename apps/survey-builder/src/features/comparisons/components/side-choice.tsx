import { Select } from '@mantine/core'
import { DIMENSIONS } from '@sixfold/domain/results/dimensions'
import type { SurveyKind } from '@sixfold/domain/survey/kind'
import { formatQuarter } from '@sixfold/ui/format'
import { useSay } from '@sixfold/ui/parts/language'
import type { SayComparison } from '../../../words/comparisons.ts'
import { comparisonWords } from '../../../words/comparisons.ts'
import styles from './comparisons.module.css'

interface Wave {
  id: string
  name: string
  kind: SurveyKind
  quarter: { year: number; quarter: number }
  parts: readonly string[]
}

interface Programme {
  id: string
  name: string
  waves: number
}

export interface Choices {
  waves: readonly Wave[]
  programmes: readonly Programme[]
  names: readonly { part: string; name: string }[]
}

interface SideChoiceProps {
  side: 'first' | 'second'
  choices: Choices
  value: string
  part: string
  onChange: (choice: { ref: string; part: string | undefined }) => void
}

/** Which result, and whose answers of it. */
export function SideChoice({ side, choices, value, part, onChange }: SideChoiceProps) {
  const say = useSay(comparisonWords)
  const partNames = new Map(partsOf(choices, value).map(one => [one, partText(one, choices.names, say)]))
  if (!partNames.has(part)) partNames.set(part, partText(part, choices.names, say))
  const isOnly = (name: string) => choices.waves.filter(wave => wave.name === name).length === 1
  return (
    <fieldset className={styles.side}>
      <legend>{say(side)}</legend>
      <Select
        aria-label={say(side)}
        data={[
          {
            group: say('waves'),
            items: choices.waves.map(({ id, name, quarter }) => ({
              value: `wave:${id}`,
              label: isOnly(name) ? name : say('wave', { name, quarter: formatQuarter(quarter) }),
            })),
          },
          {
            group: say('programmes'),
            items: choices.programmes.map(({ id, name, waves }) => ({
              value: `programme:${id}`,
              label: say('programme', { name, count: Math.min(4, waves) }),
            })),
          },
        ]}
        value={value}
        allowDeselect={false}
        searchable
        onChange={ref =>
          ref && onChange({ ref, part: partsOf(choices, ref).includes(part) ? part : undefined })
        }
      />
      <Select
        aria-label={`${say(side)}: ${say('part')}`}
        data={[...partNames].map(([key, label]) => ({ value: key, label }))}
        value={part}
        allowDeselect={false}
        onChange={next => onChange({ ref: value, part: next === null || next === 'all' ? undefined : next })}
      />
    </fieldset>
  )
}

/** Of a programme, whatever part one of its waves has. */
function partsOf({ waves }: Choices, ref: string): string[] {
  const wave = waves.find(({ id }) => ref === `wave:${id}`)
  const parts = wave ? wave.parts : waves.flatMap(one => one.parts)
  return ['all', ...new Set(parts.filter(part => part !== 'all'))]
}

const modes = ['web', 'phone', 'round_table'] as const
const seniorities = ['executive', 'manager', 'specialist'] as const

function partText(part: string, names: Choices['names'], say: SayComparison): string {
  if (part === 'all' || part === 'open') return say(`part.${part}`)
  const at = part.indexOf(':')
  const [name, key] = [part.slice(0, at), part.slice(at + 1)]
  if (name === 'mode') {
    const mode = modes.find(one => one === key)
    return mode ? say(`mode.${mode}`) : say('mode.other', { mode: key })
  }
  const dimension = DIMENSIONS.find(one => one === name)
  const seniority = name === 'seniority' && seniorities.find(one => one === key)
  const called = seniority
    ? say(`seniority.${seniority}`)
    : (names.find(one => one.part === part)?.name ?? key)
  return dimension ? say('segment', { dimension: say(`dimension.${dimension}`), name: called }) : called
}
