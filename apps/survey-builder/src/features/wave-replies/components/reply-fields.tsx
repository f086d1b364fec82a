import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import type { Region } from '@sixfold/contract/staff'
import type { KeptReplies, WaveReply } from '@sixfold/contract/wave-replies'
import { displayName } from '@sixfold/domain/language-name'
import { textIn } from '@sixfold/domain/local-text'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { replyWords } from '../../../words/wave-replies.ts'
import styles from './wave-replies.module.css'

export interface ReplyFieldsProps {
  number: number
  item: WaveReply
  of: KeptReplies
  regions: readonly Region[]
  mayEdit: boolean
  onChange: (item: WaveReply) => void
  onRemove: () => void
}

/** One thing that was done: about which factor, where, in the languages of the survey. */
export function ReplyFields({ number, item, of, regions, mayEdit, onChange, onRemove }: ReplyFieldsProps) {
  const say = useSay(replyWords)
  const { language } = useLanguage()
  const change = (changes: Partial<WaveReply>) => onChange({ ...item, ...changes })
  const everywhere = 'all'
  return (
    <fieldset className={styles.reply} disabled={!mayEdit} aria-label={say('entry', { number })}>
      <div className={styles.row}>
        <Select
          label={say('factor')}
          allowDeselect={false}
          value={item.factor}
          onChange={factor => factor && change({ factor })}
          data={of.factors.map(({ key, name }) => ({
            value: key,
            label: textIn(name, language, 'en'),
          }))}
        />
        <Select
          label={say('region')}
          allowDeselect={false}
          value={item.regionId ?? everywhere}
          onChange={region => change({ regionId: region === everywhere ? null : region })}
          data={[
            { value: everywhere, label: say('everywhere') },
            ...regions
              .filter(({ id }) => of.regionIds.includes(id))
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      {of.languages.map(tag => (
        <div key={tag} className={styles.row} lang={tag}>
          <Textarea
            label={say('said', { language: displayName(tag, language) })}
            autosize
            minRows={2}
            maxLength={1000}
            value={item.said[tag] ?? ''}
            onChange={event => change({ said: { ...item.said, [tag]: event.currentTarget.value } })}
          />
          <Textarea
            label={say('did', { language: displayName(tag, language) })}
            autosize
            minRows={2}
            maxLength={1000}
            value={item.did[tag] ?? ''}
            onChange={event => change({ did: { ...item.did, [tag]: event.currentTarget.value } })}
          />
        </div>
      ))}
      <div className={styles.end}>
        <SegmentedControl
          aria-label={say('state')}
          value={item.state}
          onChange={state => change({ state: state === 'done' ? 'done' : 'doing' })}
          data={[
            { value: 'done', label: say('done') },
            { value: 'doing', label: say('doing') },
          ]}
        />
        <TextInput
          type="date"
          label={say(item.state === 'done' ? 'doneOn' : 'dueOn')}
          value={item.on ?? ''}
          onChange={event => change({ on: event.currentTarget.value || null })}
        />
        {mayEdit && (
          <Button variant="subtle" onClick={onRemove} aria-label={say('removeEntry', { number })}>
            {say('remove')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
