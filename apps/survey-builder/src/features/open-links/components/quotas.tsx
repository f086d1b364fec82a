import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { WaveQuotas } from '@sixfold/contract/open-links'
import type { Region } from '@sixfold/contract/staff'
import { formatNumber } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Meter } from '@sixfold/ui/parts/meter'
import { openLinkWords } from '../../../words/open-links.ts'
import { useGroupNames } from '../use-group-names.ts'
import styles from './open-links.module.css'
import { QuotaDialog } from './quota-dialog.tsx'

interface QuotasProps {
  waveId: string
  quotas: WaveQuotas
  regions: readonly Region[]
  mayEdit: boolean
}

/** The groups of which only so many answers are taken, and how full each is. */
export function Quotas({ waveId, quotas, regions, mayEdit }: QuotasProps) {
  const say = useSay(openLinkWords)
  const { language } = useLanguage()
  const names = useGroupNames()
  const [setting, dialog] = useDisclosure(false)
  const number = (value: number) => formatNumber(value, language)
  const limited = [
    { name: say('total'), ...quotas.total },
    ...quotas.regions.map(({ regionId, ...filled }) => ({
      name: regions.find(({ id }) => id === regionId)?.name ?? '',
      ...filled,
    })),
    ...quotas.questions.flatMap(question =>
      question.options.map(option => ({
        name: say('answerGroup', { question: names.question(question), answer: names.option(option) }),
        limit: option.limit,
        taken: option.taken,
      })),
    ),
  ].flatMap(({ limit, ...group }) => (limit === null ? [] : [{ ...group, limit }]))
  return (
    <div className={styles.quotas}>
      <h3>{say('quotas')}</h3>
      <p className={styles.lead}>{say(limited.length === 0 ? 'noQuotas' : 'quotasText')}</p>
      {limited.length > 0 && (
        <div className={styles.meters}>
          {limited.map(({ name, taken, limit }) => (
            <Meter
              key={name}
              label={name}
              value={Math.min(taken ?? 0, limit)}
              max={limit}
              text={say('takenOf', { taken: taken === null ? '–' : number(taken), limit: number(limit) })}
            />
          ))}
        </div>
      )}
      {mayEdit && (
        <div className={styles.foot}>
          <Button onClick={dialog.open}>{say('setQuotas')}</Button>
        </div>
      )}
      {setting && <QuotaDialog waveId={waveId} quotas={quotas} regions={regions} onClose={dialog.close} />}
    </div>
  )
}
