import { invitationState } from '@sixfold/contract/waves'
import { DIMENSIONS } from '@sixfold/domain/results/dimensions'
import { routerDefaults } from '@sixfold/ui/parts/router'
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { z } from 'zod'
import { draftQuery, versionBeforeQuery } from './features/editor/queries.ts'
import { BuilderLayout } from './pages/builder-layout.tsx'
import { QuarterPage } from './pages/quarter-page.tsx'
import { StudioLayout } from './pages/studio-layout.tsx'

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)
const word = z.string().max(64)
/** A version by its number, the draft, or what a first version was compared with. */
const versionName = z.union([z.int().min(1), z.enum(['draft', 'before'])])

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()()

const pages = createRoute({ getParentRoute: () => root, id: 'pages', component: BuilderLayout })
const quarter = createRoute({ getParentRoute: () => pages, path: '/', component: QuarterPage })
const surveys = createRoute({
  getParentRoute: () => pages,
  path: '/surveys',
  component: lazyRouteComponent(() => import('./pages/surveys-page.tsx'), 'SurveysPage'),
  validateSearch: z.object({ create: optional(z.boolean()), model: optional(word) }),
})
const importing = createRoute({
  getParentRoute: () => pages,
  path: '/surveys/import',
  component: lazyRouteComponent(() => import('./pages/import-page.tsx'), 'ImportPage'),
})
const versions = createRoute({
  getParentRoute: () => pages,
  path: '/surveys/$id/versions',
  component: lazyRouteComponent(() => import('./pages/versions-page.tsx'), 'VersionsPage'),
})
const comparison = createRoute({
  getParentRoute: () => pages,
  path: '/surveys/$id/versions/compare',
  component: lazyRouteComponent(() => import('./pages/comparison-page.tsx'), 'ComparisonPage'),
  validateSearch: z.object({ from: optional(versionName), to: optional(versionName) }),
})
const languages = createRoute({
  getParentRoute: () => pages,
  path: '/surveys/$id/languages',
  component: lazyRouteComponent(() => import('./pages/languages-page.tsx'), 'LanguagesPage'),
  validateSearch: z.object({ language: optional(word), show: optional(z.enum(['all', 'gaps'])) }),
})
const factorModels = createRoute({
  getParentRoute: () => pages,
  path: '/factor-models',
  component: lazyRouteComponent(() => import('./pages/factor-models-page.tsx'), 'FactorModelsPage'),
})
const newFactorModel = createRoute({
  getParentRoute: () => pages,
  path: '/factor-models/new',
  component: lazyRouteComponent(() => import('./pages/new-factor-model-page.tsx'), 'NewFactorModelPage'),
  validateSearch: z.object({ from: optional(word) }),
})
const factorModel = createRoute({
  getParentRoute: () => pages,
  path: '/factor-models/$key',
  component: lazyRouteComponent(() => import('./pages/factor-model-page.tsx'), 'FactorModelPage'),
  validateSearch: z.object({ version: optional(z.int().min(1)) }),
})
const logic = createRoute({
  getParentRoute: () => pages,
  path: '/surveys/$id/logic',
  component: lazyRouteComponent(() => import('./pages/logic-page.tsx'), 'LogicPage'),
  validateSearch: z.object({ view: optional(z.enum(['picture', 'table'])), only: optional(z.boolean()) }),
})
const plan = createRoute({
  getParentRoute: () => pages,
  path: '/surveys/$id/plan',
  component: lazyRouteComponent(() => import('./pages/plan-page.tsx'), 'PlanPage'),
})
const waves = createRoute({
  getParentRoute: () => pages,
  path: '/waves',
  component: lazyRouteComponent(() => import('./pages/waves-page.tsx'), 'WavesPage'),
})
const newProgramme = createRoute({
  getParentRoute: () => pages,
  path: '/programmes/new',
  component: lazyRouteComponent(() => import('./pages/new-programme-page.tsx'), 'NewProgrammePage'),
})
const programme = createRoute({
  getParentRoute: () => pages,
  path: '/programmes/$id',
  component: lazyRouteComponent(() => import('./pages/programme-page.tsx'), 'ProgrammePage'),
})
const launch = createRoute({
  getParentRoute: () => pages,
  path: '/waves/new',
  component: lazyRouteComponent(() => import('./pages/launch-page.tsx'), 'LaunchPage'),
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
  component: lazyRouteComponent(() => import('./pages/wave-page.tsx'), 'WavePage'),
  validateSearch: z.object({ state: optional(invitationState) }),
})
const openAnswers = createRoute({
  getParentRoute: () => pages,
  path: '/waves/$id/open-answers',
  component: lazyRouteComponent(() => import('./pages/open-answers-page.tsx'), 'OpenAnswersPage'),
})
const results = createRoute({
  getParentRoute: () => pages,
  path: '/results',
  component: lazyRouteComponent(() => import('./pages/results-page.tsx'), 'ResultsPage'),
  validateSearch: z.object({
    quarter: optional(word),
    region: optional(word),
    confidence: optional(z.union([z.literal(80), z.literal(90), z.literal(95)])),
    view: optional(z.enum(['questions', 'comments', 'groups', 'weights'])),
    by: optional(z.enum(DIMENSIONS)),
    words: optional(z.string().max(200)),
    factor: optional(word),
    question: optional(word),
    tag: optional(word),
    quotable: optional(z.literal('yes')),
  }),
})
const resultRef = z
  .string()
  .max(80)
  .regex(/^(wave|programme):[^\s:]+$/)
const part = z.string().max(140)
const resultsComparison = createRoute({
  getParentRoute: () => pages,
  path: '/results/compare',
  component: lazyRouteComponent(() => import('./pages/results-comparison-page.tsx'), 'ResultsComparisonPage'),
  validateSearch: z.object({
    first: optional(resultRef),
    second: optional(resultRef),
    firstPart: optional(part),
    secondPart: optional(part),
    confidence: optional(z.union([z.literal(80), z.literal(90), z.literal(95)])),
  }),
})
const evidenceLinks = createRoute({
  getParentRoute: () => pages,
  path: '/results/links',
  component: lazyRouteComponent(() => import('./pages/evidence-links-page.tsx'), 'EvidenceLinksPage'),
  validateSearch: z.object({ region: optional(word) }),
})
const reports = createRoute({
  getParentRoute: () => pages,
  path: '/reports',
  component: lazyRouteComponent(() => import('./pages/reports-page.tsx'), 'ReportsPage'),
  validateSearch: z.object({ quarter: optional(word), region: optional(word) }),
})
const courtesy = createRoute({
  getParentRoute: () => pages,
  path: '/courtesy',
  component: lazyRouteComponent(() => import('./pages/courtesy-page.tsx'), 'CourtesyPage'),
})
const notice = createRoute({
  getParentRoute: () => pages,
  path: '/courtesy/notice',
  component: lazyRouteComponent(() => import('./pages/notice-page.tsx'), 'NoticePage'),
})
const calendars = createRoute({
  getParentRoute: () => pages,
  path: '/courtesy/calendars',
  component: lazyRouteComponent(() => import('./pages/calendars-page.tsx'), 'CalendarsPage'),
  validateSearch: z.object({ region: optional(word), year: optional(z.int().min(2000).max(2100)) }),
})

const studio = createRoute({ getParentRoute: () => root, id: 'studio', component: StudioLayout })
const editor = createRoute({
  getParentRoute: () => studio,
  path: '/surveys/$id',
  component: lazyRouteComponent(() => import('./pages/editor-page.tsx'), 'EditorPage'),
  // On their way while the page's own script is; how they end is the page's to say.
  loader: ({ context: { queryClient }, params: { id } }) => {
    void queryClient.prefetchQuery(draftQuery(id))
    void queryClient.prefetchQuery(versionBeforeQuery(id))
  },
  validateSearch: z.object({
    part: optional(z.enum(['welcome', 'thanks'])),
    page: optional(word),
    question: optional(word),
    tab: optional(word),
    language: optional(word),
  }),
})
const preview = createRoute({
  getParentRoute: () => studio,
  path: '/surveys/$id/preview',
  component: lazyRouteComponent(() => import('./pages/preview-page.tsx'), 'PreviewPage'),
  validateSearch: z.object({
    language: optional(word),
    size: optional(z.enum(['phone', 'desktop'])),
    contact: optional(word),
  }),
})

export const router = createRouter({
  routeTree: root.addChildren([
    pages.addChildren([
      quarter,
      surveys,
      importing,
      versions,
      comparison,
      languages,
      factorModels,
      newFactorModel,
      factorModel,
      logic,
      plan,
      waves,
      newProgramme,
      programme,
      launch,
      wave,
      openAnswers,
      results,
      resultsComparison,
      evidenceLinks,
      reports,
      courtesy,
      calendars,
      notice,
    ]),
    studio.addChildren([editor, preview]),
  ]),
  ...routerDefaults('/builder'),
  // Handed over where the app starts.
  context: { queryClient: undefined as unknown as QueryClient },
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
