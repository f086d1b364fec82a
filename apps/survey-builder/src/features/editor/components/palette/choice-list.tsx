import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useEffect, useId, useRef } from 'react'
import styles from './choice-list.module.css'

export interface ChoiceGroup<Id extends string> {
  id: string
  label: string
  items: readonly { id: Id; content: ReactNode }[]
}

interface ChoiceListProps<Id extends string> {
  /** What is looked for. */
  label: string
  placeholder: string
  search: string
  onSearch: (search: string) => void
  groups: readonly ChoiceGroup<Id>[]
  /** The one that Enter takes; of all, the first one where this is gone. */
  active: Id | null
  onActive: (id: Id) => void
  onChoose: (id: Id) => void
  /** Cards side by side, or lines. */
  look: 'cards' | 'lines'
  /** Said where nothing fits. */
  empty: ReactNode
}

/** Type to filter, arrow keys to go about, Enter to take: the keyboard stays in the search field all the while. */
export function ChoiceList<Id extends string>(props: ChoiceListProps<Id>) {
  const { label, placeholder, search, onSearch, groups, onActive, onChoose, look, empty } = props
  const list = useId()
  const place = useRef<HTMLDivElement>(null)
  const ids = groups.flatMap(({ items }) => items.map(({ id }) => id))
  const active = props.active !== null && ids.includes(props.active) ? props.active : (ids[0] ?? null)
  const optionId = (id: string) => `${list}-${id}`

  useEffect(() => {
    if (active !== null) document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active, list])

  function keys(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (active !== null) onChoose(active)
      return
    }
    const next =
      place.current && active !== null && nextOption(place.current, optionId(active), event, search)
    if (!next) return
    event.preventDefault()
    onActive(next.dataset.option as Id)
  }
  return (
    <div className={styles.choices}>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-autocomplete="list"
        {...(active === null ? {} : { 'aria-activedescendant': optionId(active) })}
        aria-label={label}
        placeholder={placeholder}
        leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
        value={search}
        onChange={event => onSearch(event.currentTarget.value)}
        onKeyDown={keys}
      />
      <div className={styles.list} ref={place} id={list} role="listbox" aria-label={label}>
        {groups
          .filter(({ items }) => items.length > 0)
          .map(group => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, which a fieldset cannot be
            <div key={group.id} role="group" aria-label={group.label}>
              <p className={styles.group} aria-hidden="true">
                {group.label}
              </p>
              <div className={styles[look]} role="presentation">
                {group.items.map(({ id, content }) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the search field has the keyboard
                  // biome-ignore lint/a11y/useFocusableInteractive: it is named to the search field as its active one
                  <div
                    key={id}
                    id={optionId(id)}
                    data-option={id}
                    role="option"
                    aria-selected={id === active}
                    className={styles.option}
                    onMouseMove={() => id !== active && onActive(id)}
                    onClick={() => onChoose(id)}
                  >
                    {content}
                  </div>
                ))}
              </div>
            </div>
          ))}
      </div>
      {ids.length === 0 && <div className={styles.empty}>{empty}</div>}
    </div>
  )
}

/** The option that an arrow key leads to, as they stand on the screen; null for other keys and at the edges. */
function nextOption(
  place: HTMLElement,
  from: string,
  event: KeyboardEvent<HTMLInputElement>,
  search: string,
): HTMLElement | null {
  const options = [...place.querySelectorAll<HTMLElement>('[role="option"]')]
  const at = options.findIndex(({ id }) => id === from)
  const current = options[at]
  if (!current) return null
  // With words in the field, these two move in the words.
  const sideways = search === '' ? { ArrowLeft: at - 1, ArrowRight: at + 1 } : {}
  const steps: Record<string, number> = { ...sideways, PageUp: 0, PageDown: options.length - 1 }
  const step = steps[event.key]
  if (step !== undefined) return options[step] ?? null
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return null
  const down = event.key === 'ArrowDown'
  const here = current.getBoundingClientRect()
  const beyond = options
    .map(option => ({ option, box: option.getBoundingClientRect() }))
    .filter(({ box }) => (down ? box.top >= here.bottom - 1 : box.bottom <= here.top + 1))
  const distance = ({ top, left }: DOMRect) => Math.abs(top - here.top) * 1000 + Math.abs(left - here.left)
  beyond.sort((a, b) => distance(a.box) - distance(b.box))
  return beyond[0]?.option ?? null
}
