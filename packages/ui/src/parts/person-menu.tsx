import { Menu, useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../api-client.ts'
import { type AppId, appsFor } from '../apps.ts'
import { initials } from '../initials.ts'
import { signOut, useSession } from '../session.ts'
import { shellWords } from '../words/shell.ts'
import { useLanguage, useSay } from './language.tsx'
import { Person } from './person.tsx'
import styles from './person-menu.module.css'
import { toast } from './toast.tsx'

/** Who is signed in, and what belongs to the person rather than to the page. */
export function PersonMenu({ app, onShortcuts }: { app: AppId; onShortcuts: () => void }) {
  const say = useSay(shellWords)
  const { language, setLanguage } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const queryClient = useQueryClient()
  const actor = useSession().data?.actor
  if (!actor) return null

  async function leave() {
    try {
      await signOut()
      queryClient.clear()
      window.location.assign('/')
    } catch (error) {
      toast.failed(error, language)
    }
  }

  function chooseLanguage(next: string) {
    if (next !== 'en' && next !== 'vi') return
    setLanguage(next)
    // Kept with the person too, for mails and other devices; this browser remembers it either way.
    api.session.setLanguage({ language: next }).catch((error: unknown) => {
      toast.failed(error, next)
    })
  }

  return (
    <Menu withinPortal={false}>
      <Menu.Target>
        <button
          type="button"
          className={styles.target}
          aria-label={say('personMenu', { name: actor.name, initials: initials(actor.name) })}
        >
          <Person name={actor.name} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <strong>{actor.name}</strong>
          <span>{actor.email}</span>
          <span>{say(actor.role)}</span>
        </div>
        <Menu.Divider />
        <Menu.Label>{say('language')}</Menu.Label>
        <Menu.RadioGroup value={language} onChange={chooseLanguage}>
          <Menu.RadioItem value="en" lang="en">
            English
          </Menu.RadioItem>
          <Menu.RadioItem value="vi" lang="vi">
            Tiếng Việt
          </Menu.RadioItem>
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{say('look')}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={next => setColorScheme(next === 'light' || next === 'dark' ? next : 'auto')}
        >
          <Menu.RadioItem value="light">{say('light')}</Menu.RadioItem>
          <Menu.RadioItem value="dark">{say('dark')}</Menu.RadioItem>
          <Menu.RadioItem value="auto">{say('auto')}</Menu.RadioItem>
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{say('apps')}</Menu.Label>
        {app !== 'home' && (
          <Menu.Item component="a" href="/">
            {say('home')}
          </Menu.Item>
        )}
        {appsFor(actor.role)
          .filter(other => other.id !== app)
          .map(other => (
            <Menu.Item key={other.id} component="a" href={other.href}>
              {say(other.id)}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item onClick={onShortcuts} rightSection={<kbd>?</kbd>}>
          {say('shortcuts')}
        </Menu.Item>
        <Menu.Item component="a" href="/account">
          {say('account')}
        </Menu.Item>
        <Menu.Item onClick={() => void leave()}>{say('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
