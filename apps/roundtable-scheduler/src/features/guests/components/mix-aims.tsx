import { Button, NumberInput, Select } from '@mantine/core'
import type { MixTarget } from '@sixfold/domain/roundtables/guest-mix'
import { GUEST_KINDS } from '@sixfold/domain/roundtables/guest-mix'
import { asApiError } from '@sixfold/ui/api-error'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useState } from 'react'
import { guestChoiceWords } from '../../../words/guest-choice.ts'
import { useSetMix } from '../queries.ts'
import styles from './guest-chooser.module.css'

interface MixAimsProps {
  id: string
  target: MixTarget
  revision: number
  segments: readonly string[]
  onKept: () => void
}

const percent = (share: number) => Math.round(share * 100)

/** Which mix the event aims at. */
export function MixAims({ id, target, revision, segments, onKept }: MixAimsProps) {
  const say = useSay(guestChoiceWords)
  const save = useSetMix()
  const [kinds, setKinds] = useState(
    () =>
      Object.fromEntries(GUEST_KINDS.map(kind => [kind, percent(target.kinds[kind])])) as Record<
        (typeof GUEST_KINDS)[number],
        number
      >,
  )
  const [first] = Object.entries(target.segments)
  const [segment, setSegment] = useState<string | null>(first?.[0] ?? null)
  const [share, setShare] = useState(percent(first?.[1] ?? 0.3))
  const sum = GUEST_KINDS.reduce((total, kind) => total + kinds[kind], 0)
  function keep() {
    const shares = {
      existing: kinds.existing / 100,
      prospect: kinds.prospect / 100,
      former: kinds.former / 100,
    }
    save.mutate(
      { id, revision, target: { kinds: shares, segments: segment ? { [segment]: share / 100 } : {} } },
      {
        onSuccess() {
          toast.done(say('aimsKept'))
          onKept()
        },
      },
    )
  }
  return (
    <div className={styles.aims}>
      <p className={styles.quiet}>{say('aimsText')}</p>
      <div className={styles.aimFields}>
        {GUEST_KINDS.map(kind => (
          <NumberInput
            key={kind}
            label={say(`kind.${kind}`)}
            suffix="%"
            min={0}
            max={100}
            clampBehavior="strict"
            allowDecimal={false}
            value={kinds[kind]}
            onChange={value => setKinds({ ...kinds, [kind]: Number(value) || 0 })}
          />
        ))}
        <Select
          label={say('segmentAim')}
          placeholder={say('noSegment')}
          data={[...segments]}
          value={segment}
          clearable
          onChange={setSegment}
        />
        {segment && (
          <NumberInput
            label={say('segmentShare')}
            suffix="%"
            min={0}
            max={100}
            clampBehavior="strict"
            allowDecimal={false}
            value={share}
            onChange={value => setShare(Number(value) || 0)}
          />
        )}
      </div>
      {sum !== 100 && <Lamp tone="attention">{say('aimsSum', { sum })}</Lamp>}
      {save.error != null && <FailureNotice error={asApiError(save.error)} />}
      <div>
        <Button disabled={sum !== 100} loading={save.isPending} onClick={keep}>
          {say('saveAims')}
        </Button>
      </div>
    </div>
  )
}
