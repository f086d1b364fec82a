import { Button, NumberInput, Select } from '@mantine/core'
import { CONFIDENCES, SENIORITIES, USUAL_RESPONSE_RATES } from '@sixfold/domain/survey/plan'
import { formatShare } from '@sixfold/ui/format'
import { NumberField } from '@sixfold/ui/parts/fields'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { Controller } from 'react-hook-form'
import { planWords } from '../../../words/plan.ts'
import { sureWords } from '../plan-words.ts'
import { PercentField } from './percent-field.tsx'
import styles from './plan.module.css'
import type { PlanFormState } from './plan-form.tsx'

interface AmountFieldsProps {
  form: PlanFormState
  onRecord: { executives: number; others: number }
}

/** Who could be asked, how hard they are to reach, and how exact the answer must be. */
export function AmountFields({ form, onRecord }: AmountFieldsProps) {
  const say = useSay(planWords)
  const { control } = form
  const take = () => {
    const set = (name: 'executive' | 'manager' | 'specialist', people: number) =>
      form.setValue(`groups.${name}.people`, people, { shouldDirty: true })
    set('executive', onRecord.executives)
    set('manager', 0)
    set('specialist', onRecord.others)
  }
  return (
    <Sheet title={say('amountTitle')}>
      <div className={styles.fields}>
        <PeopleTable form={form} />
        <p className={styles.quiet}>{say('ratesHelp')}</p>
        {onRecord.executives + onRecord.others > 0 && (
          <p className={styles.record}>
            {say('onRecord', onRecord)}{' '}
            <Button size="compact-xs" variant="subtle" onClick={take}>
              {say('takeRecord')}
            </Button>
          </p>
        )}
        <div className={styles.pair}>
          <PercentField control={control} name="marginOfError" label={say('margin')} min={0.1} max={50} />
          <Controller
            control={control}
            name="confidence"
            render={({ field }) => (
              <Select
                label={say('confidence')}
                value={String(field.value)}
                allowDeselect={false}
                checkIconPosition="right"
                data={[...CONFIDENCES]
                  .reverse()
                  .map(one => ({ value: String(one), label: sureWords(one, say) }))}
                onBlur={field.onBlur}
                onChange={value => field.onChange(CONFIDENCES.find(one => String(one) === value))}
              />
            )}
          />
          <NumberField
            control={control}
            name="designEffect"
            label={say('designEffect')}
            help={say('designEffectHelp')}
            min={1}
            max={50}
            step={0.1}
          />
          <NumberField control={control} name="minutes" label={say('minutes')} min={1} max={120} step={0.5} />
        </div>
      </div>
    </Sheet>
  )
}

/** One row for each seniority: the higher, the harder to reach. */
function PeopleTable({ form: { control } }: { form: PlanFormState }) {
  const say = useSay(planWords)
  const { language } = useLanguage()
  return (
    <table className={styles.people}>
      <thead>
        <tr>
          <th scope="col">{say('seniority')}</th>
          <th scope="col">{say('people')}</th>
          <th scope="col">{say('responseRate')}</th>
        </tr>
      </thead>
      <tbody>
        {SENIORITIES.map(seniority => (
          <tr key={seniority}>
            <th scope="row">{say(seniority)}</th>
            <td>
              <Controller
                control={control}
                name={`groups.${seniority}.people`}
                render={({ field, fieldState }) => (
                  <NumberInput
                    {...field}
                    aria-label={say('peopleOf', { group: say(seniority) })}
                    min={0}
                    allowDecimal={false}
                    allowNegative={false}
                    hideControls
                    error={fieldState.error?.message}
                    onChange={value => field.onChange(value === '' ? null : Number(value))}
                  />
                )}
              />
            </td>
            <td>
              <PercentField
                control={control}
                name={`groups.${seniority}.responseRate`}
                hiddenLabel={say('rateOf', { group: say(seniority) })}
                placeholder={say('usualRate', {
                  rate: formatShare(USUAL_RESPONSE_RATES[seniority], language),
                })}
                min={0.1}
                max={100}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
