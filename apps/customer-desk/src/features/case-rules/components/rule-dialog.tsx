import { Button, Modal } from '@mantine/core'
import type { CaseRule, RuleInput } from '@sixfold/contract/case-rules'
import { ruleInput, ruleTerms } from '@sixfold/contract/case-rules'
import { SEVERITIES } from '@sixfold/domain/cases/case-kinds'
import { textIn } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import { SENIORITIES } from '@sixfold/domain/survey/plan'
import { MultiSelectField, NumberField, SelectField, TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { commonWords } from '@sixfold/ui/words/common'
import { z } from 'zod'
import { ruleWords } from '../../../words/case-rules.ts'
import { caseWords } from '../../../words/cases.ts'
import { useFactorChoices, useSegmentChoices } from '../queries.ts'

interface RuleDialogProps {
  opened: boolean
  onClose: () => void
  /** Absent: a new one. */
  rule?: CaseRule
  onSave: (input: RuleInput) => Promise<unknown>
}

export function RuleDialog(props: RuleDialogProps) {
  const say = useSay(ruleWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={say(props.rule ? 'edit' : 'add')}
      size="lg"
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <RuleForm {...props} />
    </Modal>
  )
}

/** A field of a form holds a text. */
const ruleForm = ruleInput.extend({
  terms: ruleTerms.extend({ atMost: z.enum(['1', '2', '3']).transform(Number) }),
})

const blank: z.input<typeof ruleForm>['terms'] = {
  trigger: 'score',
  factors: [],
  atMost: '2',
  segments: [],
  regionIds: [],
  seniorities: [],
  revenueFrom: null,
  severity: 'normal',
}

function RuleForm({ rule, onSave, onClose }: RuleDialogProps) {
  const say = useSay(ruleWords)
  const sayCase = useSay(caseWords)
  const sayCommon = useSay(commonWords)
  const { language } = useLanguage()
  const factors = useFactorChoices()
  const segments = useSegmentChoices()
  const session = useSession().data
  const own = (session?.regions ?? []).filter(
    ({ id }) => session !== undefined && can(session.actor, 'case-rule.edit', { regionId: id }),
  )
  const isAll = session?.actor.regions === 'all'
  const state = useContractForm({
    schema: ruleForm,
    defaultValues: rule
      ? { name: rule.name, terms: { ...rule.terms, atMost: `${rule.terms.atMost as 1 | 2 | 3}` } }
      : { name: '', terms: { ...blank, regionIds: isAll ? [] : own.map(({ id }) => id) } },
    async submit(values) {
      await onSave(values)
      onClose()
    },
  })
  const { control, formState, watch } = state.form
  const trigger = watch('terms.trigger')
  return (
    <ContractForm of={state} label={say(rule ? 'edit' : 'add')}>
      <TextField
        control={control}
        name="name"
        label={say('name')}
        placeholder={say('namePlaceholder')}
        autoFocus
      />
      <SelectField
        control={control}
        name="terms.trigger"
        label={say('trigger')}
        choices={ruleTerms.shape.trigger.options.map(value => ({ value, label: say(`trigger.${value}`) }))}
      />
      {trigger === 'score' && (
        <>
          <MultiSelectField
            control={control}
            name="terms.factors"
            label={say('factors')}
            placeholder={say('anyFactor')}
            choices={factors.map(({ key, name }) => ({ value: key, label: textIn(name, language, 'en') }))}
            searchable
            optional
          />
          <SelectField
            control={control}
            name="terms.atMost"
            label={say('atMost')}
            choices={(['1', '2', '3'] as const).map(value => ({ value, label: say(`atMost.${value}`) }))}
          />
        </>
      )}
      <MultiSelectField
        control={control}
        name="terms.regionIds"
        label={say('regions')}
        {...(isAll ? { placeholder: say('allRegions') } : {})}
        choices={own.map(({ id, name }) => ({ value: id, label: name }))}
        optional={isAll}
      />
      <MultiSelectField
        control={control}
        name="terms.segments"
        label={say('segments')}
        placeholder={say('allSegments')}
        choices={segments}
        optional
      />
      {trigger !== 'silence' && (
        <MultiSelectField
          control={control}
          name="terms.seniorities"
          label={say('seniorities')}
          placeholder={say('anybody')}
          choices={[...SENIORITIES, '' as const].map(value => ({ value, label: say(`seniority.${value}`) }))}
          optional
        />
      )}
      <NumberField
        control={control}
        name="terms.revenueFrom"
        label={say('revenueFrom')}
        help={say('revenueHelp')}
        min={0}
        optional
      />
      <SelectField
        control={control}
        name="terms.severity"
        label={say('severity')}
        choices={SEVERITIES.map(value => ({ value, label: sayCase(`severity.${value}`) }))}
      />
      {rule?.state === 'on' && <p>{say('retry')}</p>}
      <FormActions>
        <Button type="submit" variant="filled" loading={formState.isSubmitting}>
          {say('save')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </FormActions>
    </ContractForm>
  )
}
