import { Select } from '@mantine/core'
import { formatQuarter } from '@sixfold/ui/format'
import { useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import type { SayComparison } from '../../../words/comparisons.ts'
import { comparisonWords } from '../../../words/comparisons.ts'
import styles from './comparisons.module.css'

interface Wave {
  id: string
  name: string
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
  const regions = useSession().data?.regions ?? []
  const partNames = new Map(partsOf(choices, value).map(one => [one, partText(one, regions, say)]))
  if (!partNames.has(part)) partNames.set(part, partText(part, regions, say))
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
              label: waveText(name, formatQuarter(quarter), say),
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

/** A name that says its quarter already is not followed by it. */
function waveText(name: string, quarter: string, say: SayComparison): string {
  return name.includes(quarter) ? name : say('wave', { name, quarter })
}

/** Of a programme, whatever part one of its waves has. */
function partsOf({ waves }: Choices, ref: string): string[] {
  const wave = waves.find(({ id }) => ref === `wave:${id}`)
  const parts = wave ? wave.parts : waves.flatMap(one => one.parts)
  return ['all', ...new Set(parts.filter(part => part !== 'all'))]
}

const dimensions = ['region', 'segment', 'role', 'product', 'mode'] as const
const modes = ['web', 'phone'] as const

function partText(
  part: string,
  regions: readonly { id: string; name: string }[],
  say: SayComparison,
): string {
  if (part === 'all' || part === 'open') return say(`part.${part}`)
  const at = part.indexOf(':')
  const [dimension, key] = [part.slice(0, at), part.slice(at + 1)]
  if (dimension === 'mode') {
    const mode = modes.find(one => one === key)
    return mode ? say(`mode.${mode}`) : say('mode.other', { mode: key })
  }
  const known = dimensions.find(one => one === dimension)
  const name = dimension === 'region' ? (regions.find(({ id }) => id === key)?.name ?? key) : key
  return known ? say('segment', { dimension: say(`dimension.${known}`), name }) : name
}
