import '../layers.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import '../fonts.css'
import '../tokens.css'
import '../base.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { createSchemeManager } from '../color-scheme.ts'
import { createQueryClient } from '../query-client.ts'
import { shareNonce, styleNonce } from '../style-nonce.ts'
import { cssVariablesResolver, theme } from '../theme.ts'
import { LanguageProvider } from './language.tsx'

/** Everything a staff app stands on: look, language, server state, toasts. */
function SixfoldProvider({ queryClient, children }: { queryClient: QueryClient; children: ReactNode }) {
  const [colorSchemeManager] = useState(createSchemeManager)
  return (
    <LanguageProvider>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        colorSchemeManager={colorSchemeManager}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <QueryClientProvider client={queryClient}>
          {children}
          <Notifications position="bottom-right" limit={3} autoClose={6000} />
        </QueryClientProvider>
      </MantineProvider>
    </LanguageProvider>
  )
}

/** Draws an app into the page's `#root`. Who hands over a client may ask for data before anything is drawn. */
export function startApp(app: ReactNode, queryClient = createQueryClient()): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no #root')
  shareNonce()
  createRoot(root).render(
    <StrictMode>
      <SixfoldProvider queryClient={queryClient}>{app}</SixfoldProvider>
    </StrictMode>,
  )
}
