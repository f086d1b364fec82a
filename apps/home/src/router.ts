import { jobState, mailState } from '@sixfold/contract/operations'
import { deliveryState } from '@sixfold/contract/webhooks'
import { routerDefaults } from '@sixfold/ui/parts/router'
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { AccountPage } from './pages/account-page.tsx'
import { AskResetPage } from './pages/ask-reset-page.tsx'
import { AuditPage } from './pages/audit-page.tsx'
import { ConnectionsPage } from './pages/connections-page.tsx'
import { HouseLayout } from './pages/house-layout.tsx'
import { JobsPage } from './pages/jobs-page.tsx'
import { JoinPage } from './pages/join-page.tsx'
import { MailPage } from './pages/mail-page.tsx'
import { MissingPage } from './pages/missing-page.tsx'
import { NewPasswordPage } from './pages/new-password-page.tsx'
import { OutboxPage } from './pages/outbox-page.tsx'
import { SetupPage } from './pages/setup-page.tsx'
import { StaffPage } from './pages/staff-page.tsx'
import { StartPage } from './pages/start-page.tsx'
import { WebhookPage } from './pages/webhook-page.tsx'

const root = createRootRoute({ notFoundComponent: MissingPage })

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: StartPage,
  validateSearch: z.object({ next: z.string().optional().catch(undefined) }),
})
const setup = createRoute({ getParentRoute: () => root, path: '/setup/$token', component: SetupPage })
const join = createRoute({ getParentRoute: () => root, path: '/join/$token', component: JoinPage })
const askReset = createRoute({ getParentRoute: () => root, path: '/reset', component: AskResetPage })
const newPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset/$token',
  component: NewPasswordPage,
})
const parts = createRoute({
  getParentRoute: () => root,
  path: '/parts',
  component: lazyRouteComponent(() => import('./pages/parts-page.tsx'), 'PartsPage'),
})

const house = createRoute({ getParentRoute: () => root, id: 'house', component: HouseLayout })
const staff = createRoute({ getParentRoute: () => house, path: '/staff', component: StaffPage })
const account = createRoute({ getParentRoute: () => house, path: '/account', component: AccountPage })
const audit = createRoute({ getParentRoute: () => house, path: '/audit', component: AuditPage })
const outbox = createRoute({
  getParentRoute: () => house,
  path: '/outbox',
  component: OutboxPage,
  validateSearch: z.object({
    state: mailState.optional().catch(undefined),
    search: z.string().max(120).optional().catch(undefined),
  }),
})
const connections = createRoute({
  getParentRoute: () => house,
  path: '/connections',
  component: ConnectionsPage,
})
const webhook = createRoute({
  getParentRoute: () => house,
  path: '/connections/$id',
  component: WebhookPage,
  validateSearch: z.object({ state: deliveryState.optional().catch(undefined) }),
})
const mail = createRoute({ getParentRoute: () => house, path: '/outbox/$id', component: MailPage })
const jobs = createRoute({
  getParentRoute: () => house,
  path: '/jobs',
  component: JobsPage,
  validateSearch: z.object({ state: jobState.or(z.literal('all')).optional().catch(undefined) }),
})

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    setup,
    join,
    askReset,
    newPassword,
    parts,
    house.addChildren([staff, account, connections, webhook, outbox, mail, jobs, audit]),
  ]),
  ...routerDefaults('/'),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
