import { ActionIcon, Menu } from '@mantine/core'
import { IconChevronDown, IconSearch } from '@tabler/icons-react'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { currentTab, joinPath } from '../app-path.ts'
import type { AppId } from '../apps.ts'
import { shellWords } from '../words/shell.ts'
import { AppLink } from './app-link.tsx'
import { type Command, CommandPalette, openPalette } from './command-palette.tsx'
import { useSay } from './language.tsx'
import { Mark } from './mark.tsx'
import { PersonMenu } from './person-menu.tsx'
import styles from './shell.module.css'
import { findKeys, type Shortcut, ShortcutsDialog, useQuestionMark } from './shortcuts.tsx'

export interface ShellTab {
  /** Path inside the app, `/waves`. */
  to: string
  label: string
  /** Where the pages behind it are, when its own path does not say so: `/accounts` of a tab at `/`. */
  within?: string
  /** Stands in the menu behind the tabs: needed now and then, not every day. */
  rare?: boolean
}

export interface ShellProps {
  app: AppId
  tabs: readonly ShellTab[]
  /** What the palette offers here besides the tabs, the apps and the settings. */
  commands?: readonly Command[]
  /** Keys of this page, listed under `?`. */
  shortcuts?: readonly Shortcut[]
  /** `flush`: the page lays out its own edges, as the builder's three columns do. */
  layout?: 'page' | 'flush'
  children: ReactNode
}

/** Header, navigation, palette and main region of a staff app. */
export function Shell({ app, tabs, commands = [], shortcuts = [], layout = 'page', children }: ShellProps) {
  const say = useSay(shellWords)
  const router = useRouter()
  const pathname =
    useRouterState({ select: state => state.location.href }) && router.history.location.pathname
  const [listing, setListing] = useState(false)
  useQuestionMark(() => setListing(true))
  useMainFocus(pathname)

  const links = tabs.map(tab => ({
    ...tab,
    href: joinPath(router.basepath, tab.to),
    places: [tab.to, ...(tab.within ? [tab.within] : [])].map(path => joinPath(router.basepath, path)),
  }))
  const current = currentTab(
    pathname,
    links.flatMap(link => link.places),
    router.basepath,
  )

  const isCurrent = (link: { places: readonly string[] }) =>
    current !== undefined && link.places.includes(current)
  const rare = links.filter(link => link.rare)
  const nav = useTabInView(current)

  return (
    <div className={styles.shell} data-layout={layout}>
      <a className={styles.skip} href="#main">
        {say('skip')}
      </a>
      <header className={styles.bar}>
        <AppLink className={styles.mark} href={joinPath(router.basepath, '/')}>
          <Mark />
          <span className={styles.name}>Sixfold</span>
          {app !== 'home' && <span className={styles.app}>{say(app)}</span>}
        </AppLink>
        {links.length > 0 && (
          <nav ref={nav} className={styles.nav} aria-label={say(app)}>
            {links
              .filter(link => !link.rare)
              .map(link => (
                <AppLink key={link.href} href={link.href} aria-current={isCurrent(link) ? 'page' : undefined}>
                  {link.label}
                </AppLink>
              ))}
            {rare.length > 0 && (
              <Menu position="bottom-start">
                <Menu.Target>
                  <button type="button" aria-current={rare.some(isCurrent) ? 'page' : undefined}>
                    {rare.find(isCurrent)?.label ?? say('more')}
                    <IconChevronDown size={14} stroke={1.75} aria-hidden="true" />
                  </button>
                </Menu.Target>
                <Menu.Dropdown>
                  {rare.map(link => (
                    <Menu.Item key={link.href} component={AppLink} href={link.href}>
                      {link.label}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            )}
          </nav>
        )}
        <div className={styles.end}>
          <button
            type="button"
            className={styles.find}
            onClick={openPalette}
            aria-keyshortcuts="Control+K Meta+K"
          >
            <IconSearch size={15} stroke={1.5} aria-hidden="true" />
            <span>{say('find')}</span>
            <kbd>{findKeys()}</kbd>
          </button>
          <ActionIcon className={styles.findSmall ?? ''} onClick={openPalette} aria-label={say('find')}>
            <IconSearch size={18} stroke={1.5} aria-hidden="true" />
          </ActionIcon>
          <PersonMenu app={app} onShortcuts={() => setListing(true)} />
        </div>
      </header>
      <main className={styles.main} data-layout={layout} id="main" tabIndex={-1}>
        {children}
      </main>
      <CommandPalette app={app} tabs={links} commands={commands} />
      <ShortcutsDialog opened={listing} onClose={() => setListing(false)} shortcuts={shortcuts} />
    </div>
  )
}

/** On a phone the tabs stand in a row that scrolls: the one of this page is brought into view. */
function useTabInView(current: string | undefined) {
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    const tab = current === undefined ? null : nav.current?.querySelector<HTMLElement>('[aria-current=page]')
    tab?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [current])
  return nav
}

// Kept beside the component: a move may mount another shell, as from the start page to the pages behind it.
let pathBefore: string | undefined

/** After a move to another page the keyboard goes on at its beginning, not at the link that is gone. */
function useMainFocus(pathname: string): void {
  useEffect(() => {
    const moved = pathBefore !== undefined && pathBefore !== pathname
    pathBefore = pathname
    // A closing palette gives the focus back to where it was opened; ours comes after that.
    if (moved) setTimeout(focusMain, 50)
  }, [pathname])
}

function focusMain(): void {
  const main = document.getElementById('main')
  if (main && !main.contains(document.activeElement)) main.focus({ preventScroll: true })
}
