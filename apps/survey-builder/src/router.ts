import { invitationState } from '@sixfold/contract/waves'
import { routerDefaults } from '@sixfold/ui/parts/router'
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { z } from 'zod'
import { BuilderLayout } from './pages/builder-layout.tsx'
import { EditorPage } from './pages/editor-page.tsx'
import { LaunchPage } from './pages/launch-page.tsx'
import { PreviewPage } from './pages/preview-page.tsx'
import { QuarterPage } from './pages/quarter-page.tsx'
import { ResultsPage } from './pages/results-page.tsx'
import { StudioLayout } from './pages/studio-layout.tsx'
import { SurveysPage } from './pages/surveys-page.tsx'
import { VersionsPage } from './pages/versions-page.tsx'
import { WavePage } from './pages/wave-page.tsx'
import { WavesPage } from './pages/waves-page.tsx'

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)
const word = z.string().max(64)

const root = createRootRoute()

const pages = createRoute({ getParentRoute: () => root, id: 'pages', component: BuilderLayout })
const quarter = createRoute({ getParentRoute: () => pages, path: '/', component: QuarterPage })
const surveys = createRoute({
  getParentRoute: () => pages,
  path: '/surveys',
  component: SurveysPage,
  validateSearch: z.object({ create: optional(z.boolean()) }),
})
const versions = createRoute({
  getParentRoute: () => pages,
  path: '/surveys/$id/versions',
  component: VersionsPage,
})
const waves = createRoute({ getParentRoute: () => pages, path: '/waves', component: WavesPage })
const launch = createRoute({
  getParentRoute: () => pages,
  path: '/waves/new',
  component: LaunchPage,
  validateSearch: z.object({
    survey: optional(word),
    version: optional(z.int().min(1)),
    regions: optional(z.array(word).max(200)),
    closes: optional(z.iso.date()),
  }),
})
const wave = createRoute({
  getParentRoute: () => pages,
  path: '/waves/$id',
  component: WavePage,
  validateSearch: z.object({ state: optional(invitationState) }),
})
const results = createRoute({
  getParentRoute: () => pages,
  path: '/results',
  component: ResultsPage,
  validateSearch: z.object({ quarter: optional(word), region: optional(word) }),
})

const studio = createRoute({ getParentRoute: () => root, id: 'studio', component: StudioLayout })
const editor = createRoute({
  getParentRoute: () => studio,
  path: '/surveys/$id',
  component: EditorPage,
  validateSearch: z.object({
    part: optional(z.enum(['welcome', 'thanks'])),
    page: optional(word),
    question: optional(word),
    language: optional(word),
  }),
})
const preview = createRoute({
  getParentRoute: () => studio,
  path: '/surveys/$id/preview',
  component: PreviewPage,
  validateSearch: z.object({ language: optional(word), size: optional(z.enum(['phone', 'desktop'])) }),
})

export const router = createRouter({
  routeTree: root.addChildren([
    pages.addChildren([quarter, surveys, versions, waves, launch, wave, results]),
    studio.addChildren([editor, preview]),
  ]),
  ...routerDefaults('/builder'),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
