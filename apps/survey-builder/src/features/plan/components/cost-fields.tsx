import { SelectField } from '@sixfold/ui/parts/fields'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useMemo } from 'react'
import { planWords } from '../../../words/plan.ts'
import type { PlanControl } from '../plan-form-state.ts'
import styles from './plan.module.css'
import { QuantityField } from './quantity-field.tsx'

/** What it costs in hours and money, and what it may cost. */
export function CostFields({ control }: { control: PlanControl }) {
  const say = useSay(planWords)
  const { language } = useLanguage()
  const currencies = useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'currency' })
    return Intl.supportedValuesOf('currency').map(code => ({
      value: code,
      label: `${code}, ${names.of(code) ?? code}`,
    }))
  }, [language])
  return (
    <Sheet title={say('costTitle')}>
      <div className={styles.fields}>
        <SelectField
          control={control}
          name="currency"
          label={say('currency')}
          choices={currencies}
          searchable
        />
        <div className={styles.pair}>
          <QuantityField control={control} name="costs.hours" label={say('hours')} min={0} decimals={1} />
          <QuantityField
            control={control}
            name="costs.hourlyRate"
            label={say('hourlyRate')}
            min={0}
            decimals={2}
          />
          <QuantityField
            control={control}
            name="costs.perInvitation"
            label={say('perInvitation')}
            min={0}
            decimals={2}
          />
          <QuantityField
            control={control}
            name="costs.other"
            label={say('otherCosts')}
            min={0}
            decimals={2}
          />
          <QuantityField
            control={control}
            name="budget.hours"
            label={say('budgetHours')}
            help={say('noLimit')}
            min={0}
            decimals={1}
          />
          <QuantityField
            control={control}
            name="budget.money"
            label={say('budgetMoney')}
            help={say('noLimit')}
            min={0}
            decimals={2}
          />
        </div>
      </div>
    </Sheet>
  )
}
