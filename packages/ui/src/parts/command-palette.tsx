import { useMantineColorScheme } from '@mantine/core'
import { Spotlight, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight'
import { matchesSearch } from '@sixfold/domain/text/fold'
import { IconSearch } from '@tabler/icons-react'
import { type AppId, appsFor } from '../apps.ts'
import { useSession } from '../session.ts'
import { shellWords } from '../words/shell.ts'
import { useOpenAddress } from './app-link.tsx'
import styles from './command-palette.module.css'
import { useLanguage, useSay } from './language.tsx'

export interface Command {
  id: string
  label: string
  /** A second line, and more to be found by. */
  description?: string
  run: () => void
}

export function openPalette(): void {
  spotlight.open()
}

interface PaletteProps {
  app: AppId
  tabs: readonly { href: string; label: string }[]
  commands: readonly Command[]
}

/** Find anything: pages, actions and settings by a few letters, marks and case left out. */
export function CommandPalette({ app, tabs, commands }: PaletteProps) {
  const say = useSay(shellWords)
  const groups = usePaletteGroups({ app, tabs, commands })
  return (
    <Spotlight
      actions={groups}
      shortcut="mod + K"
      attributes={{ content: { 'aria-label': say('find') } }}
      tagsToIgnore={[]}
      triggerOnContentEditable
      filter={(query, actions) =>
        actions.map(group => within(query, group)).filter(group => group.actions.length > 0)
      }
      nothingFound={say('nothingFound')}
      centered={false}
      yOffset="12vh"
      limit={40}
      overlayProps={{ blur: 0, backgroundOpacity: 1, color: 'var(--scrim)' }}
      scrollable
      maxHeight={420}
      searchProps={{
        placeholder: say('findPlaceholder'),
        'aria-label': say('find'),
        leftSection: <IconSearch size={18} stroke={1.5} aria-hidden="true" />,
      }}
      classNames={{
        content: styles.content ?? '',
        search: styles.search ?? '',
        action: styles.action ?? '',
        actionDescription: styles.description ?? '',
        actionsGroup: styles.group ?? '',
        empty: styles.empty ?? '',
      }}
    />
  )
}

function within(
  query: string,
  actions: SpotlightActionGroupData | { label?: string | undefined },
): SpotlightActionGroupData {
  if (!('actions' in actions)) return { group: '', actions: [] }
  return {
    ...actions,
    actions: actions.actions.filter(action =>
      matchesSearch(`${action.label} ${action.description ?? ''}`, query),
    ),
  }
}

function usePaletteGroups({ app, tabs, commands }: PaletteProps): SpotlightActionGroupData[] {
  const say = useSay(shellWords)
  const open = useOpenAddress()
  const { language, setLanguage } = useLanguage()
  const { setColorScheme } = useMantineColorScheme()
  const role = useSession().data?.actor.role
  const apps = (role ? appsFor(role) : []).filter(other => other.id !== app)

  return [
    {
      group: say('actions'),
      actions: commands.map(command => ({
        id: command.id,
        label: command.label,
        ...(command.description === undefined ? {} : { description: command.description }),
        onClick: command.run,
      })),
    },
    {
      group: say('pages'),
      actions: tabs.map(tab => ({ id: `page:${tab.href}`, label: tab.label, onClick: () => open(tab.href) })),
    },
    {
      group: say('apps'),
      actions: [...apps, ...(app === 'home' ? [] : [{ id: 'home' as const, href: '/' }])].map(other => ({
        id: `app:${other.id}`,
        label: say(other.id),
        onClick: () => open(other.href),
      })),
    },
    {
      group: say('settings'),
      actions: [
        language === 'en'
          ? { id: 'language:vi', label: `${say('language')}: Tiếng Việt`, onClick: () => setLanguage('vi') }
          : { id: 'language:en', label: `${say('language')}: English`, onClick: () => setLanguage('en') },
        ...(['light', 'dark', 'auto'] as const).map(scheme => ({
          id: `look:${scheme}`,
          label: `${say('look')}: ${say(scheme)}`,
          onClick: () => setColorScheme(scheme),
        })),
      ],
    },
  ].filter(group => group.actions.length > 0)
}
