import { ActionIcon, Menu } from '@mantine/core'
import { languageName } from '@sixfold/ui/language-name'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { IconDots } from '@tabler/icons-react'
import { languageWords } from '../../../words/languages.ts'

interface LanguageMenuProps {
  language: string
  readOnly: boolean
  onExport: () => void
  onImport: () => void
  onDefault: () => void
  onRemove: () => void
}

/** What else can be done with the language that is open. */
export function LanguageMenu({
  language,
  readOnly,
  onExport,
  onImport,
  onDefault,
  onRemove,
}: LanguageMenuProps) {
  const say = useSay(languageWords)
  const { language: screens } = useLanguage()
  return (
    <Menu width={280}>
      <Menu.Target>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={say('more', { language: languageName(language, screens) })}
        >
          <IconDots size={18} stroke={1.5} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onExport}>{say('export')}</Menu.Item>
        {!readOnly && (
          <>
            <Menu.Item onClick={onImport}>{say('import')}</Menu.Item>
            <Menu.Divider />
            <Menu.Item onClick={onDefault}>{say('makeDefault')}</Menu.Item>
            <Menu.Item onClick={onRemove}>{say('remove')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
