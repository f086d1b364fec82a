import { Button, Checkbox, Modal, SegmentedControl, Select, Textarea } from '@mantine/core'
import type { Deal, DealViewInput } from '@sixfold/contract/deals'
import type { DealReason, DealSide } from '@sixfold/domain/deals/deal'
import { asApiError } from '@sixfold/ui/api-error'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { useState } from 'react'
import type { NamedFactor } from '../../../parts/factors.ts'
import { useFactors } from '../../../parts/factors.ts'
import { dealWords } from '../../../words/deals.ts'
import { useCodeSide } from '../queries.ts'
import styles from './deals.module.css'

interface CodeProps {
  deal: Deal
  side: DealSide
  onClose: () => void
}

/** Codes what one side says on the six factors. */
export function CodeDialog({ opened, ...props }: CodeProps & { opened: boolean }) {
  const say = useSay(dealWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      size="lg"
      title={say('codeOf', { side: say(props.side) })}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <CodeForm {...props} />
    </Modal>
  )
}

function CodeForm({ deal, side, onClose }: CodeProps) {
  const say = useSay(dealWords)
  const sayCommon = useSay(commonWords)
  const factors = useFactors(deal.model.key)
  const code = useCodeSide()
  const before = deal[side].view
  const [reasons, setReasons] = useState<readonly DealReason[]>(before?.reasons ?? [])
  const [changeFactor, setChangeFactor] = useState(before?.changeFactor ?? null)
  const [change, setChange] = useState(before?.change ?? '')
  const isConflict = code.isError && asApiError(code.error).code === 'revision_conflict'
  const send = (view: DealViewInput | null) =>
    code.mutate(
      { id: deal.id, revision: deal.revision, side, view },
      {
        onSuccess() {
          toast.done(say(view ? 'saved' : 'takenOut'))
          onClose()
        },
      },
    )
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (!code.isPending) send({ reasons: [...reasons], changeFactor, change })
      }}
    >
      {code.isError && <FailureNotice error={code.error} text={isConflict ? say('clash') : undefined} />}
      <div>
        {factors.map(factor => (
          <FactorCode
            key={factor.key}
            factor={factor}
            reason={reasons.find(one => one.factor === factor.key)}
            onChange={next =>
              setReasons([...reasons.filter(one => one.factor !== factor.key), ...(next ? [next] : [])])
            }
          />
        ))}
      </div>
      <Select
        label={say('changeFactor')}
        placeholder={say('noChange')}
        value={changeFactor}
        clearable
        data={factors.map(({ key, label }) => ({ value: key, label }))}
        onChange={setChangeFactor}
      />
      <Textarea
        label={say('change')}
        value={change}
        maxLength={4000}
        autosize
        minRows={2}
        onChange={event => setChange(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" variant="filled" loading={code.isPending}>
          {say('save')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
        {before && (
          <Button variant="subtle" disabled={code.isPending} onClick={() => send(null)}>
            {say('takeOut')}
          </Button>
        )}
      </div>
    </form>
  )
}

interface FactorCodeProps {
  factor: NamedFactor
  reason: DealReason | undefined
  onChange: (reason: DealReason | null) => void
}

/** One factor: whether it was named, which way it spoke, and what of it. */
function FactorCode({ factor, reason, onChange }: FactorCodeProps) {
  const say = useSay(dealWords)
  const { key, label, index, attributes } = factor
  const speak = (spoke: string) =>
    onChange(
      spoke === 'for' || spoke === 'against'
        ? { factor: key, attribute: null, decisive: false, ...reason, spoke }
        : null,
    )
  return (
    <fieldset className={styles.factor}>
      <legend>
        <FactorName index={index} name={label} />
      </legend>
      <SegmentedControl
        aria-label={label}
        value={reason?.spoke ?? 'not'}
        onChange={speak}
        data={[
          { value: 'against', label: say('spokeAgainst') },
          { value: 'not', label: say('spokeNot') },
          { value: 'for', label: say('spokeFor') },
        ]}
      />
      {reason && (
        <div className={styles.more}>
          <Select
            aria-label={`${say('attribute')}: ${label}`}
            placeholder={say('wholeFactor')}
            value={reason.attribute}
            clearable
            data={attributes}
            onChange={attribute => onChange({ ...reason, attribute })}
          />
          <Checkbox
            label={say('decisive')}
            checked={reason.decisive}
            onChange={event => onChange({ ...reason, decisive: event.currentTarget.checked })}
          />
        </div>
      )}
    </fieldset>
  )
}
