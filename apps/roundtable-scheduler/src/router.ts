import { EVENT_KINDS } from '@sixfold/domain/roundtables/event-kind'
import { routerDefaults } from '@sixfold/ui/parts/router'
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { requirementFilter } from './features/requirements/queries.ts'
import { CadencePage } from './pages/cadence-page.tsx'
import { ChangePage } from './pages/change-page.tsx'
import { EventPage } from './pages/event-page.tsx'
import { PlanPage } from './pages/plan-page.tsx'
import { PollPage } from './pages/poll-page.tsx'
import { SchedulerLayout } from './pages/scheduler-layout.tsx'
import { SpeakersPage } from './pages/speakers-page.tsx'
import { YearPage } from './pages/year-page.tsx'

const root = createRootRoute({ component: SchedulerLayout })

const year = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: YearPage,
  validateSearch: z.object({
    year: z.number().int().min(1990).max(2200).optional().catch(undefined),
    event: z.string().max(64).optional().catch(undefined),
  }),
})
const plan = createRoute({
  getParentRoute: () => root,
  path: '/plan',
  component: PlanPage,
  validateSearch: z.object({
    region: z.string().max(64).optional().catch(undefined),
    date: z.iso.date().optional().catch(undefined),
    kind: z.enum(EVENT_KINDS).optional().catch(undefined),
  }),
})
const cadence = createRoute({
  getParentRoute: () => root,
  path: '/cadence/$regionId',
  component: CadencePage,
})
const speakers = createRoute({ getParentRoute: () => root, path: '/speakers', component: SpeakersPage })
const event = createRoute({
  getParentRoute: () => root,
  path: '/events/$id',
  component: EventPage,
  validateSearch: z.object({ invite: z.boolean().optional().catch(undefined) }),
})
const change = createRoute({ getParentRoute: () => root, path: '/events/$id/change', component: ChangePage })
const agenda = createRoute({
  getParentRoute: () => root,
  path: '/events/$id/agenda',
  component: lazyRouteComponent(() => import('./pages/agenda-page.tsx'), 'AgendaPage'),
})
const afterwards = createRoute({
  getParentRoute: () => root,
  path: '/events/$id/afterwards',
  component: lazyRouteComponent(() => import('./pages/afterwards-page.tsx'), 'AfterwardsPage'),
})
const poll = createRoute({
  getParentRoute: () => root,
  path: '/events/$id/poll',
  component: PollPage,
  validateSearch: z.object({
    edit: z.boolean().optional().catch(undefined),
    ask: z.boolean().optional().catch(undefined),
  }),
})

const requirements = createRoute({
  getParentRoute: () => root,
  path: '/requirements',
  component: lazyRouteComponent(() => import('./pages/requirements-page.tsx'), 'RequirementsPage'),
  validateSearch: requirementFilter,
})
const requirement = createRoute({
  getParentRoute: () => root,
  path: '/requirements/$id',
  component: lazyRouteComponent(() => import('./pages/requirement-page.tsx'), 'RequirementPage'),
})
const tables = createRoute({
  getParentRoute: () => root,
  path: '/events/$id/tables',
  component: lazyRouteComponent(() => import('./pages/tables-page.tsx'), 'TablesPage'),
})
const minutes = createRoute({
  getParentRoute: () => root,
  path: '/events/$id/minutes',
  component: lazyRouteComponent(() => import('./pages/minutes-page.tsx'), 'MinutesPage'),
})
const seats = createRoute({
  getParentRoute: () => root,
  path: '/events/$id/seats',
  component: lazyRouteComponent(() => import('./pages/seats-page.tsx'), 'SeatsPage'),
})
const checkIn = createRoute({
  getParentRoute: () => root,
  path: '/events/$id/check-in',
  component: lazyRouteComponent(() => import('./pages/check-in-page.tsx'), 'CheckInPage'),
  validateSearch: z.object({ guest: z.string().max(64).optional().catch(undefined) }),
})

const live = createRoute({
  getParentRoute: () => root,
  path: '/events/$id/live',
  component: lazyRouteComponent(() => import('./pages/live-page.tsx'), 'LiveRoomPage'),
})
const liveScreen = createRoute({
  getParentRoute: () => root,
  path: '/events/$id/live/screen',
  component: lazyRouteComponent(() => import('./pages/live-page.tsx'), 'LiveScreenPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    year,
    plan,
    cadence,
    speakers,
    event,
    change,
    poll,
    requirements,
    requirement,
    tables,
    live,
    liveScreen,
    minutes,
    seats,
    checkIn,
    agenda,
    afterwards,
  ]),
  ...routerDefaults('/scheduler'),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
