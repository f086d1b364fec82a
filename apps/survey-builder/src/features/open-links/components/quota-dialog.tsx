import { Button, Modal, NumberInput, Select } from '@mantine/core'
import type { WaveQuotas } from '@sixfold/contract/open-links'
import type { Region } from '@sixfold/contract/staff'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { useState } from 'react'
import { openLinkWords } from '../../../words/open-links.ts'
import { useSetQuotas } from '../queries.ts'
import type { Limits } from '../quota-limits.ts'
import { limitsOf, quotasOf } from '../quota-limits.ts'
import { useGroupNames } from '../use-group-names.ts'
import styles from './open-links.module.css'

interface QuotaDialogProps {
  waveId: string
  quotas: WaveQuotas
  regions: readonly Region[]
  onClose: () => void
}

/** How many open answers are taken: in all, by region, by answer. Empty: as many as come. */
export function QuotaDialog({ waveId, quotas, regions, onClose }: QuotaDialogProps) {
  const say = useSay(openLinkWords)
  const sayCommon = useSay(commonWords)
  const names = useGroupNames()
  const set = useSetQuotas()
  // What was seen when the dialog was opened: whoever changes it meanwhile is not overwritten.
  const [seen] = useState(quotas)
  const [limits, setLimits] = useState<Limits>(() => limitsOf(quotas))
  const limited = seen.questions.find(({ options }) => options.some(({ limit }) => limit !== null))
  const [chosen, setChosen] = useState((limited ?? seen.questions[0])?.question ?? null)
  const question = seen.questions.find(one => one.question === chosen)
  const box = (group: string, label: string, taken: number | null) => (
    <NumberInput
      key={group}
      label={label}
      description={taken === null ? say('tooFew') : say('soFar', { n: taken })}
      min={1}
      max={1_000_000}
      allowDecimal={false}
      allowNegative={false}
      value={limits[group] ?? ''}
      onChange={value => setLimits({ ...limits, [group]: typeof value === 'number' ? value : null })}
    />
  )
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={say('quotasTitle')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          set.mutate(
            { waveId, plan: seen.plan, quotas: quotasOf(limits) },
            {
              onSuccess() {
                toast.done(say('quotasSaved'))
                onClose()
              },
            },
          )
        }}
      >
        <p className={styles.lead}>{`${say('quotasText')} ${say('limitHelp')}`}</p>
        <div className={styles.boxes}>{box('total', say('total'), seen.total.taken)}</div>
        <fieldset className={styles.group}>
          <legend>{say('byRegion')}</legend>
          <p className={styles.lead}>{say('byRegionHelp')}</p>
          <div className={styles.boxes}>
            {seen.regions.map(({ regionId, taken }) =>
              box(`region:${regionId}`, regions.find(({ id }) => id === regionId)?.name ?? '', taken),
            )}
          </div>
        </fieldset>
        <fieldset className={styles.group}>
          <legend>{say('byAnswer')}</legend>
          {seen.questions.length === 0 ? (
            <p className={styles.lead}>{say('noQuestions')}</p>
          ) : (
            <Select
              label={say('question')}
              placeholder={say('chooseQuestion')}
              allowDeselect={false}
              data={seen.questions.map(one => ({ value: one.question, label: names.question(one) }))}
              value={chosen}
              onChange={setChosen}
            />
          )}
          {question && (
            <div className={styles.boxes}>
              {question.options.map(option =>
                box(`answer:${question.question}:${option.option}`, names.option(option), option.taken),
              )}
            </div>
          )}
        </fieldset>
        {set.error && <FailureNotice error={set.error} />}
        <div className={styles.buttons}>
          <Button type="submit" variant="filled" loading={set.isPending}>
            {sayCommon('save')}
          </Button>
          <Button onClick={onClose}>{sayCommon('cancel')}</Button>
        </div>
      </form>
    </Modal>
  )
}
