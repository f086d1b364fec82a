import { NumberInput, Select } from '@mantine/core'
import type { WavePlan } from '@sixfold/contract/wave-plan'
import { isStratified, SAMPLING_METHODS, STRATA_BY } from '@sixfold/domain/sampling/sample-design'
import { useSay } from '@sixfold/ui/parts/language'
import { programmeWords } from '../../../words/programmes.ts'
import { stratumChoices } from '../plan-state.ts'
import styles from './plan-fields.module.css'
import type { PlanFieldsProps } from './plan-fields.tsx'

const strataWords = { region: 'byRegion', segment: 'bySegment', seniority: 'bySeniority' } as const
const PANELS = [2, 3, 4, 6]

/** How the people of a wave are chosen out of everybody it could ask. */
export function SampleFields({ plan, regions, panels, onChange }: PlanFieldsProps) {
  const say = useSay(programmeWords)
  const { design } = plan
  const change = (part: Partial<WavePlan['design']>) => onChange({ ...plan, design: { ...design, ...part } })
  const sized = design.method !== 'census' && design.method !== 'quota'
  return (
    <fieldset className={styles.group}>
      <legend>{say('how')}</legend>
      <Select
        label={say('method')}
        description={say(`${design.method}Text`)}
        value={design.method}
        allowDeselect={false}
        data={SAMPLING_METHODS.map(value => ({ value, label: say(value) }))}
        onChange={value => change({ method: SAMPLING_METHODS.find(one => one === value) ?? 'census' })}
      />
      {sized && (
        <NumberInput
          label={say('size')}
          min={1}
          allowDecimal={false}
          value={design.size ?? ''}
          onChange={value => change({ size: typeof value === 'number' ? value : null })}
        />
      )}
      {isStratified(design) && (
        <Select
          label={say('strataBy')}
          value={design.strataBy}
          allowDeselect={false}
          data={STRATA_BY.map(value => ({ value, label: say(strataWords[value]) }))}
          onChange={value =>
            change({ strataBy: STRATA_BY.find(one => one === value) ?? 'region', quotas: {} })
          }
        />
      )}
      {design.method === 'quota' && (
        <Quotas plan={plan} regions={regions} onQuotas={quotas => change({ quotas })} />
      )}
      {panels && (
        <Select
          label={say('panels')}
          description={say('panelsHelp')}
          value={design.panels === null ? 'none' : String(design.panels)}
          allowDeselect={false}
          data={[
            { value: 'none', label: say('noPanels') },
            ...PANELS.map(n => ({ value: String(n), label: say('panelCount', { n }) })),
          ]}
          onChange={value => change({ panels: value === 'none' ? null : Number(value) })}
        />
      )}
    </fieldset>
  )
}

interface QuotasProps extends Pick<PlanFieldsProps, 'plan' | 'regions'> {
  onQuotas: (quotas: Record<string, number>) => void
}

function Quotas({ plan, regions, onQuotas }: QuotasProps) {
  const say = useSay(programmeWords)
  const { quotas } = plan.design
  const choices = stratumChoices(plan, {
    region: id => regions.find(region => region.id === id)?.name ?? id,
    seniority: name =>
      name === 'executive' || name === 'manager' || name === 'specialist' ? say(name) : say('unknown'),
  })
  return (
    <div className={styles.quotas}>
      {choices.map(({ stratum, name }) => (
        <NumberInput
          key={stratum}
          label={say('quotaOf', { group: name })}
          min={1}
          allowDecimal={false}
          value={quotas[stratum] ?? ''}
          onChange={value => {
            const { [stratum]: _, ...others } = quotas
            onQuotas(typeof value === 'number' ? { ...others, [stratum]: value } : others)
          }}
        />
      ))}
    </div>
  )
}
