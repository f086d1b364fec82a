import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { textIn } from '@sixfold/domain/local-text'
import { FactorMark } from '@sixfold/ui/parts/factor-mark'
import { useSay } from '@sixfold/ui/parts/language'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { factorModelWords } from '../../../words/factor-models.ts'
import { useEditing } from '../editing-context.ts'
import styles from './model-editor.module.css'

interface FactorListProps {
  selected: string | undefined
  onSelect: (factor: string) => void
  onAdd: () => void
  onRemove: (factor: string, name: string) => void
}

/** The factors in their order, which gives each its hue and shape. */
export function FactorList({ selected, onSelect, onAdd, onRemove }: FactorListProps) {
  const say = useSay(factorModelWords)
  const { draft, language, reference } = useEditing()
  const { factors } = draft.content
  return (
    <section aria-labelledby="factors-title">
      <h2 id="factors-title" className={styles.heading}>
        {say('factors')}
      </h2>
      <ol className={styles.factorList}>
        {factors.map(({ key, name }, index) => {
          const shown = textIn(name, language, reference) || say('factor', { n: index + 1 })
          const isSelected = key === selected
          return (
            <li key={key} data-selected={isSelected || undefined}>
              <button
                type="button"
                className={styles.factor}
                aria-current={isSelected || undefined}
                onClick={() => onSelect(key)}
              >
                <FactorMark index={index} />
                <span>{shown}</span>
              </button>
              {isSelected && (
                <span className={styles.tools}>
                  <Tool
                    label={say('moveUp', { name: shown })}
                    disabled={index === 0}
                    onClick={() => draft.edit({ edit: 'move-factor', factor: key, by: -1 })}
                    icon={IconArrowUp}
                  />
                  <Tool
                    label={say('moveDown', { name: shown })}
                    disabled={index === factors.length - 1}
                    onClick={() => draft.edit({ edit: 'move-factor', factor: key, by: 1 })}
                    icon={IconArrowDown}
                  />
                  <Tool
                    label={say('removeFactor', { name: shown })}
                    onClick={() => onRemove(key, shown)}
                    icon={IconX}
                  />
                </span>
              )}
            </li>
          )
        })}
      </ol>
      <Button
        size="xs"
        variant="subtle"
        leftSection={<IconPlus size={15} stroke={1.75} aria-hidden="true" />}
        onClick={onAdd}
      >
        {say('addFactor')}
      </Button>
    </section>
  )
}

interface ToolProps {
  label: string
  disabled?: boolean
  onClick: () => void
  icon: typeof IconX
}

/** A small button with its words in a tip. */
export function Tool({ label, disabled = false, onClick, icon: Icon }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={28} aria-label={label} disabled={disabled} onClick={onClick}>
        <Icon size={16} stroke={1.5} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  )
}
