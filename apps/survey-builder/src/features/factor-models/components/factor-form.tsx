import { Button } from '@mantine/core'
import type { ModelContent } from '@sixfold/contract/factor-models'
import { textIn } from '@sixfold/domain/local-text'
import { FactorMark } from '@sixfold/ui/parts/factor-mark'
import { useSay } from '@sixfold/ui/parts/language'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { factorModelWords } from '../../../words/factor-models.ts'
import { useEditing } from '../editing-context.ts'
import { Tool } from './factor-list.tsx'
import styles from './model-editor.module.css'
import { ModelText } from './model-text.tsx'

interface FactorFormProps {
  factor: ModelContent['factors'][number]
  index: number
  onAddAttribute: (factor: string) => void
  onRemoveAttribute: (factor: string, attribute: string, name: string) => void
}

/** One factor: its name, how it is rated as a whole, and its attributes. */
export function FactorForm({ factor, index, onAddAttribute, onRemoveAttribute }: FactorFormProps) {
  const say = useSay(factorModelWords)
  const { draft, language, reference } = useEditing()
  const { key, name, attributes } = factor
  const shown = textIn(name, language, reference) || say('factor', { n: index + 1 })
  return (
    <section className={styles.form} aria-labelledby="factor-title">
      <h2 id="factor-title" className={styles.factorTitle}>
        <FactorMark index={index} size={14} />
        {shown}
      </h2>
      <ModelText label={say('factorName')} place={{ factor: key, field: 'name' }} />
      <ModelText
        long
        label={say('overall')}
        help={say('overallHelp')}
        place={{ factor: key, field: 'overall' }}
      />
      <div>
        <h3 className={styles.heading}>{say('attributesTitle')}</h3>
        <p className={styles.help}>
          {say('attributesHelp')} {attributes.length === 0 && say('noAttributes')}
        </p>
      </div>
      <ol className={styles.attributes}>
        {attributes.map((attribute, at) => {
          const label = textIn(attribute.name, language, reference) || say('attribute', { n: at + 1 })
          const move = (by: -1 | 1) =>
            draft.edit({ edit: 'move-attribute', factor: key, attribute: attribute.key, by })
          return (
            <li key={attribute.key}>
              <fieldset className={styles.attribute}>
                <legend>{label}</legend>
                <ModelText
                  label={say('attributeName')}
                  place={{ factor: key, attribute: attribute.key, field: 'name' }}
                />
                <ModelText
                  long
                  label={say('statement')}
                  place={{ factor: key, attribute: attribute.key, field: 'statement' }}
                />
                <span className={styles.tools}>
                  <Tool
                    label={say('moveUp', { name: label })}
                    disabled={at === 0}
                    onClick={() => move(-1)}
                    icon={IconArrowUp}
                  />
                  <Tool
                    label={say('moveDown', { name: label })}
                    disabled={at === attributes.length - 1}
                    onClick={() => move(1)}
                    icon={IconArrowDown}
                  />
                  <Tool
                    label={say('removeFactor', { name: label })}
                    onClick={() => onRemoveAttribute(key, attribute.key, label)}
                    icon={IconX}
                  />
                </span>
              </fieldset>
            </li>
          )
        })}
      </ol>
      <Button
        size="xs"
        className={styles.add ?? ''}
        leftSection={<IconPlus size={15} stroke={1.75} aria-hidden="true" />}
        onClick={() => onAddAttribute(key)}
      >
        {say('addAttribute')}
      </Button>
    </section>
  )
}
