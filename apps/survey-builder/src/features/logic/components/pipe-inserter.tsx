import { Button, Popover, Select, TextInput } from '@mantine/core'
import type { Language } from '@sixfold/domain/local-text'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { pipeText } from '@sixfold/domain/survey/logic/pipe'
import { askedBefore, placesOf } from '@sixfold/domain/survey/logic/places'
import type { TextPlace } from '@sixfold/domain/survey/texts'
import { IconBraces } from '@tabler/icons-react'
import type { FormEvent } from 'react'
import { useMemo, useState } from 'react'
import type { LogicSetting } from '../logic-setting.ts'
import { pipeChoices } from '../pipe-choices.ts'
import { useNames } from '../use-names.ts'
import styles from './logic.module.css'

interface PipeInserterProps {
  definition: SurveyDefinition
  language: Language
  /** Which text takes it up: only what is asked before can be put in. */
  place: TextPlace
  /** The text in which it is put, as its field is named. */
  label: string
  onInsert: (text: string) => void
}

const noRegions: LogicSetting['regions'] = []

/** Puts a place for an earlier answer, or for a fact about the customer, into a text. */
export function PipeInserter({ definition, language, place, label, onInsert }: PipeInserterProps) {
  const [opened, setOpened] = useState(false)
  const places = useMemo(() => placesOf(definition), [definition])
  const names = useNames({ definition, places, language, regions: noRegions })
  const { say } = names
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-xs"
          aria-label={`${say('insert')}: ${label}`}
          leftSection={<IconBraces size={14} stroke={1.5} aria-hidden="true" />}
          onClick={() => setOpened(!opened)}
        >
          {say('insert')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={say('insert')}>
        {opened && (
          <InsertForm
            names={names}
            before={askedBefore(place, definition, places)}
            onInsert={text => {
              setOpened(false)
              onInsert(text)
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

interface InsertFormProps {
  names: ReturnType<typeof useNames>
  before: ReturnType<typeof askedBefore>
  onInsert: (text: string) => void
}

function InsertForm({ names, before, onInsert }: InsertFormProps) {
  const { say } = names
  const groups = useMemo(() => pipeChoices(names, before), [names, before])
  const choices = groups.flatMap(({ items }) => items)
  const [chosen, setChosen] = useState<string | null>(choices[0]?.value ?? null)
  const [instead, setInstead] = useState('')
  const insert = (event: FormEvent) => {
    event.preventDefault()
    // The form of the editor around it, if any, is not meant.
    event.stopPropagation()
    const choice = choices.find(({ value }) => value === chosen)
    if (choice) onInsert(pipeText(choice.subject, instead))
  }
  return (
    <form className={styles.insert} onSubmit={insert}>
      <Select
        data-autofocus
        openOnFocus={false}
        label={say('insertWhat')}
        data={groups.map(({ group, items }) => ({
          group,
          items: items.map(({ value, label }) => ({ value, label })),
        }))}
        value={chosen}
        searchable
        limit={200}
        allowDeselect={false}
        nothingFoundMessage={say('insertNothing')}
        comboboxProps={{ withinPortal: false }}
        onChange={setChosen}
      />
      <TextInput
        label={say('insertInstead')}
        description={say('insertInsteadHelp')}
        value={instead}
        maxLength={200}
        onChange={event => setInstead(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled">
        {say('insertDo')}
      </Button>
    </form>
  )
}
