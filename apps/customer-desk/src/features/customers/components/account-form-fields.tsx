import { accountFields, accountKind } from '@sixfold/contract/customers'
import { can } from '@sixfold/domain/permissions'
import { NumberField, SelectField, TextField } from '@sixfold/ui/parts/fields'
import { useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import type { Control } from 'react-hook-form'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { deskWords } from '../../../words/desk.ts'
import { recordWords } from '../../../words/record.ts'
import { choicesQuery } from '../queries.ts'
import styles from './record.module.css'

/** The number in another system is given once, with the account. */
export const accountForm = accountFields.extend({ externalId: z.string().trim().max(100) })
export type AccountForm = z.infer<typeof accountForm>

/** The fields of an account, for a new one as for a change. */
export function AccountFormFields({ control, isNew }: { control: Control<AccountForm>; isNew: boolean }) {
  const say = useSay(deskWords)
  const sayRecord = useSay(recordWords)
  const session = useSession().data
  const { owners = [] } = useQuery(choicesQuery()).data ?? {}
  const regionId = useWatch({ control, name: 'regionId' })
  const regions = (session?.regions ?? []).filter(({ id }) =>
    session ? can(session.actor, 'customers.edit', { regionId: id }) : false,
  )
  return (
    <>
      <TextField control={control} name="name" label={sayRecord('name')} autoFocus={isNew} />
      <div className={styles.pair}>
        <SelectField
          control={control}
          name="kind"
          label={say('kind')}
          choices={accountKind.options.map(value => ({ value, label: say(value) }))}
        />
        <SelectField
          control={control}
          name="regionId"
          label={say('region')}
          help={isNew ? undefined : sayRecord('moveHelp')}
          choices={regions.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField control={control} name="segment" label={say('segment')} optional />
        <SelectField
          control={control}
          name="ownerId"
          label={sayRecord('owner')}
          optional
          searchable
          choices={owners
            .filter(({ regions: scope }) => scope === 'all' || scope.includes(regionId))
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
        <NumberField control={control} name="size" label={sayRecord('size')} optional min={0} />
        <NumberField
          control={control}
          name="annualRevenue"
          label={say('revenue')}
          help={sayRecord('revenueHelp')}
          optional
          min={0}
        />
        <NumberField
          control={control}
          name="fiscalYearEnds"
          label={sayRecord('fiscalYearEnds')}
          help={sayRecord('fiscalYearEndsHelp')}
          optional
          min={1}
          max={12}
        />
      </div>
      <TextField
        control={control}
        name="website"
        type="url"
        label={sayRecord('website')}
        optional
        placeholder="https://"
      />
      {isNew && (
        <TextField
          control={control}
          name="externalId"
          label={sayRecord('optionalNumber')}
          help={sayRecord('optionalNumberHelp')}
          optional
        />
      )}
    </>
  )
}
