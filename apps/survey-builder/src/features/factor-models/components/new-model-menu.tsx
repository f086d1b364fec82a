import { Button, Menu } from '@mantine/core'
import type { KeptFactorModel } from '@sixfold/contract/factor-models'
import { textIn } from '@sixfold/domain/local-text'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { IconChevronDown } from '@tabler/icons-react'
import { factorModelWords } from '../../../words/factor-models.ts'

interface NewModelMenuProps {
  models: readonly KeptFactorModel[]
  /** `from`: the key of the model to begin with; undefined begins empty. */
  onChoose: (from: string | undefined) => void
}

/** The one primary button of the list: a model begins empty or as a copy of another. */
export function NewModelMenu({ models, onChoose }: NewModelMenuProps) {
  const say = useSay(factorModelWords)
  const { language } = useLanguage()
  return (
    <Menu width={320}>
      <Menu.Target>
        <Button
          variant="filled"
          rightSection={<IconChevronDown size={16} stroke={1.75} aria-hidden="true" />}
        >
          {say('newModel')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChoose(undefined)}>{say('empty')}</Menu.Item>
        {models.map(({ key, name }) => (
          <Menu.Item key={key} onClick={() => onChoose(key)}>
            {say('from', { name: textIn(name, language, 'en') || say('untitled') })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
