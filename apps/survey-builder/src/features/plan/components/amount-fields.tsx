import { Button, Select } from '@mantine/core'
import { CONFIDENCES, SENIORITIES, USUAL_RESPONSE_RATES } from '@sixfold/domain/survey/plan'
import { formatShare } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { Controller } from 'react-hook-form'
import { planWords } from '../../../words/plan.ts'
import type { PlanFormState } from '../plan-form-state.ts'
import { sureWords } from '../plan-words.ts'
import styles from './plan.module.css'
import { QuantityField } from './quantity-field.tsx'

interface AmountFieldsProps {
  form: PlanFormState
  onRecord: { executives: number; others: number }
}

/** Who could be asked, how hard they are to reach, and how exact the answer must be. */
export function AmountFields({ form, onRecord }: AmountFieldsProps) {
  const say = useSay(planWords)
  const { control } = form
  return (
    <Sheet title={say('amountTitle')}>
      <div className={styles.fields}>
        <PeopleTable form={form} />
        <p className={styles.quiet}>{say('ratesHelp')}</p>
        {onRecord.executives + onRecord.others > 0 && <OnRecord form={form} onRecord={onRecord} />}
        <div className={styles.pair}>
          <QuantityField
            control={control}
            name="marginOfError"
            label={say('margin')}
            min={0.1}
            max={50}
            decimals={1}
            scale={100}
          />
          <ConfidenceField form={form} />
          <QuantityField
            control={control}
            name="designEffect"
            label={say('designEffect')}
            help={say('designEffectHelp')}
            min={1}
            max={50}
            decimals={2}
          />
          <QuantityField
            control={control}
            name="minutes"
            label={say('minutes')}
            min={1}
            max={120}
            decimals={1}
          />
        </div>
      </div>
    </Sheet>
  )
}

/** The people that the customer record holds, to be taken over; of others it is not known how high up they are. */
function OnRecord({ form, onRecord }: AmountFieldsProps) {
  const say = useSay(planWords)
  const take = (seniority: (typeof SENIORITIES)[number], people: number) =>
    form.setValue(`groups.${seniority}.people`, people, { shouldDirty: true })
  return (
    <p className={styles.record}>
      {say('onRecord', onRecord)}{' '}
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => {
          take('executive', onRecord.executives)
          take('manager', 0)
          take('specialist', onRecord.others)
        }}
      >
        {say('takeRecord')}
      </Button>
    </p>
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
              <QuantityField
                control={control}
                name={`groups.${seniority}.people`}
                hiddenLabel={say('peopleOf', { group: say(seniority) })}
                min={0}
              />
            </td>
            <td>
              <QuantityField
                control={control}
                name={`groups.${seniority}.responseRate`}
                hiddenLabel={say('rateOf', { group: say(seniority) })}
                placeholder={say('usualRate', {
                  rate: formatShare(USUAL_RESPONSE_RATES[seniority], language),
                })}
                min={0.1}
                max={100}
                decimals={1}
                scale={100}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ConfidenceField({ form: { control } }: { form: PlanFormState }) {
  const say = useSay(planWords)
  return (
    <Controller
      control={control}
      name="confidence"
      render={({ field }) => (
        <Select
          ref={field.ref}
          label={say('confidence')}
          value={String(field.value)}
          allowDeselect={false}
          checkIconPosition="right"
          data={[...CONFIDENCES].reverse().map(one => ({ value: String(one), label: sureWords(one, say) }))}
          onBlur={field.onBlur}
          onChange={value => field.onChange(CONFIDENCES.find(one => String(one) === value))}
        />
      )}
    />
  )
}
