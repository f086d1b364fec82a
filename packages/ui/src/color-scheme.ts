import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core'

export const themeKey = 'sixfold.theme'

/**
 * A stored word as a scheme; anything unknown follows the system.
 *
 * @example
 * readScheme('dark') // 'dark'
 * readScheme(null) // 'auto'
 */
export function readScheme(stored: string | null): MantineColorScheme {
  return stored === 'light' || stored === 'dark' ? stored : 'auto'
}

// The tokens look at `data-theme`, Mantine at its own attribute: both are set from here.
function show(scheme: MantineColorScheme): void {
  if (scheme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = scheme
}

/** Keeps light, dark or system in this browser, shared between its tabs. */
export function createSchemeManager(): MantineColorSchemeManager {
  let listener: ((event: StorageEvent) => void) | undefined
  const stopListening = () => {
    if (listener) window.removeEventListener('storage', listener)
    listener = undefined
  }
  return {
    get() {
      let scheme: MantineColorScheme = 'auto'
      try {
        scheme = readScheme(localStorage.getItem(themeKey))
      } catch {
        // Storage may be forbidden; the system's look serves then.
      }
      show(scheme)
      return scheme
    },
    set(scheme) {
      show(scheme)
      try {
        localStorage.setItem(themeKey, scheme)
      } catch {
        // The choice then lasts as long as the page.
      }
    },
    subscribe(onUpdate) {
      stopListening()
      listener = event => {
        if (event.key !== themeKey) return
        const scheme = readScheme(event.newValue)
        show(scheme)
        onUpdate(scheme)
      }
      window.addEventListener('storage', listener)
    },
    unsubscribe: stopListening,
    clear() {
      show('auto')
      localStorage.removeItem(themeKey)
    },
  }
}
