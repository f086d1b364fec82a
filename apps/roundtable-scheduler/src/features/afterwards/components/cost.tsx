import { ActionIcon, Button, NumberInput, TextInput } from '@mantine/core'
import type { AfterwardsView } from '@sixfold/contract/afterwards'
import { asApiError } from '@sixfold/ui/api-error'
import { formatMoney } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { afterwardsWords } from '../../../words/afterwards.ts'
import { useSaveAfterwards } from '../queries.ts'
import styles from './afterwards.module.css'

interface CostProps {
  id: string
  view: AfterwardsView
  mayEdit: boolean
}

/** What the event cost, and each guest who came. */
export function Cost({ id, view, mayEdit }: CostProps) {
  const say = useSay(afterwardsWords)
  const { language } = useLanguage()
  const [editing, setEditing] = useState(false)
  const { items, currency, total, perHead } = view.cost
  const money = (amount: number) => formatMoney(amount, currency, language)
  if (editing) return <CostForm id={id} view={view} onDone={() => setEditing(false)} />
  return (
    <Sheet
      title={say('cost')}
      aside={
        mayEdit && (
          <Button size="xs" onClick={() => setEditing(true)}>
            {say('editCost')}
          </Button>
        )
      }
    >
      {items.length === 0 ? (
        <p className={styles.quiet}>{say('noCost')}</p>
      ) : (
        <>
          {perHead !== null && (
            <p className={styles.figure}>
              {money(Math.round(perHead))}
              <small>{say('perHead')}</small>
            </p>
          )}
          <dl className={styles.facts}>
            {items.map(({ what, amount }) => (
              <div key={`${what} ${amount}`}>
                <dt>{what}</dt>
                <dd>{money(amount)}</dd>
              </div>
            ))}
          </dl>
          <p className={styles.quiet}>{say('total', { total: money(total) })}</p>
        </>
      )}
    </Sheet>
  )
}

interface Line {
  key: string
  what: string
  amount: number | string
}

function CostForm({ id, view, onDone }: { id: string; view: AfterwardsView; onDone: () => void }) {
  const say = useSay(afterwardsWords)
  const save = useSaveAfterwards()
  const empty = (): Line => ({ key: crypto.randomUUID(), what: '', amount: '' })
  const [lines, setLines] = useState<Line[]>(() => [
    ...view.cost.items.map(item => ({ ...item, key: crypto.randomUUID() })),
    ...(view.cost.items.length === 0 ? [empty()] : []),
  ])
  const [currency, setCurrency] = useState(view.cost.currency)
  const change = (key: string, changes: Partial<Line>) =>
    setLines(lines.map(line => (line.key === key ? { ...line, ...changes } : line)))
  const costs = lines
    .filter(({ what }) => what.trim() !== '')
    .map(({ what, amount }) => ({ what: what.trim(), amount: Number(amount) || 0 }))
  function keep() {
    const ask = view.followUp.state !== 'off'
    save.mutate(
      { id, revision: view.revision, currency, costs, ask },
      {
        onSuccess() {
          toast.done(say('saved'))
          onDone()
        },
      },
    )
  }
  return (
    <Sheet title={say('cost')}>
      <div className={styles.stack}>
        <div className={styles.costs}>
          {lines.map(line => (
            <div key={line.key} className={styles.cost}>
              <TextInput
                label={say('what')}
                maxLength={120}
                value={line.what}
                onChange={event => change(line.key, { what: event.currentTarget.value })}
              />
              <NumberInput
                label={say('amount')}
                min={0}
                max={1e12}
                decimalScale={2}
                thousandSeparator=" "
                hideControls
                value={line.amount}
                onChange={amount => change(line.key, { amount })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={say('removeCost', { what: line.what })}
                onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}
              >
                <IconTrash size={16} stroke={1.5} aria-hidden="true" />
              </ActionIcon>
            </div>
          ))}
        </div>
        <div className={styles.row}>
          <Button size="xs" onClick={() => setLines([...lines, empty()])}>
            {say('addCost')}
          </Button>
          <TextInput
            label={say('currency')}
            w={96}
            maxLength={3}
            value={currency}
            onChange={event => setCurrency(event.currentTarget.value.toUpperCase())}
          />
        </div>
        {save.error != null && <FailureNotice error={asApiError(save.error)} />}
        <div className={styles.row}>
          <Button
            variant="filled"
            loading={save.isPending}
            disabled={!/^[A-Z]{3}$/.test(currency)}
            onClick={keep}
          >
            {say('save')}
          </Button>
          <Button variant="subtle" onClick={onDone}>
            {say('cancel')}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}
