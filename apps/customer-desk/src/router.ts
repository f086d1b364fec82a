import { accountKind } from '@sixfold/contract/customers'
import { duplicateKind } from '@sixfold/contract/duplicates'
import { importKind } from '@sixfold/contract/imports'
import { SENIORITIES } from '@sixfold/domain/survey/plan'
import { routerDefaults } from '@sixfold/ui/parts/router'
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { z } from 'zod'
import { caseFilter } from './features/cases/queries.ts'
import { dataRequestFilter } from './features/data-requests/queries.ts'
import { dealFilter } from './features/deals/queries.ts'
import { dueFilter } from './features/due/queries.ts'
import { evidenceFilter } from './features/evidence/queries.ts'
import { dayFilter } from './features/my-day/queries.ts'
import { studyFilter } from './features/studies/queries.ts'
import { taskFilter } from './features/tasks/queries.ts'
import { timelineFilter } from './features/timelines/queries.ts'
import { AccountPage } from './pages/account-page.tsx'
import { AccountsPage } from './pages/accounts-page.tsx'
import { CallPage } from './pages/call-page.tsx'
import { CallsPage } from './pages/calls-page.tsx'
import { CasePage } from './pages/case-page.tsx'
import { CaseRulePage } from './pages/case-rule-page.tsx'
import { CaseRulesPage } from './pages/case-rules-page.tsx'
import { CaseSettingsPage } from './pages/case-settings-page.tsx'
import { CasesPage } from './pages/cases-page.tsx'
import { CompetitorsPage } from './pages/competitors-page.tsx'
import { ContactPage } from './pages/contact-page.tsx'
import { ContactsPage } from './pages/contacts-page.tsx'
import { DataRequestsPage } from './pages/data-requests-page.tsx'
import { DealInterviewPage } from './pages/deal-interview-page.tsx'
import { DealPage } from './pages/deal-page.tsx'
import { DealsPage } from './pages/deals-page.tsx'
import { DeskLayout } from './pages/desk-layout.tsx'
import { DuplicatesPage } from './pages/duplicates-page.tsx'
import { EvidencePage } from './pages/evidence-page.tsx'
import { ImportPage } from './pages/import-page.tsx'
import { ImportsPage } from './pages/imports-page.tsx'
import { MyDayPage } from './pages/my-day-page.tsx'
import { ProductsPage } from './pages/products-page.tsx'
import { SaidAndDonePage } from './pages/said-and-done-page.tsx'
import { StudiesPage } from './pages/studies-page.tsx'
import { StudyPage } from './pages/study-page.tsx'
import { TasksPage } from './pages/tasks-page.tsx'

const filter = z.object({
  search: z.string().max(120).optional().catch(undefined),
  region: z.string().max(64).optional().catch(undefined),
  kind: accountKind.optional().catch(undefined),
})
const accountFilter = filter.extend({
  segment: z.string().max(60).optional().catch(undefined),
  owner: z.string().max(64).optional().catch(undefined),
  /** Opens the form for a new account. */
  create: z.literal(true).optional().catch(undefined),
})
const contactFilter = filter.extend({ seniority: z.enum(SENIORITIES).optional().catch(undefined) })

const root = createRootRoute({ component: DeskLayout })
const myDay = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: MyDayPage,
  validateSearch: dayFilter,
})
const accounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  component: AccountsPage,
  validateSearch: accountFilter,
})
const account = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$id',
  component: AccountPage,
  validateSearch: timelineFilter,
})
const contacts = createRoute({
  getParentRoute: () => root,
  path: '/contacts',
  component: ContactsPage,
  validateSearch: contactFilter,
})
const contact = createRoute({ getParentRoute: () => root, path: '/contacts/$id', component: ContactPage })
const products = createRoute({ getParentRoute: () => root, path: '/products', component: ProductsPage })
const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  component: ImportsPage,
  validateSearch: z.object({ kind: importKind.optional().catch(undefined) }),
})
const duplicates = createRoute({
  getParentRoute: () => root,
  path: '/duplicates',
  component: DuplicatesPage,
  validateSearch: z.object({ kind: duplicateKind.optional().catch(undefined) }),
})
const tasks = createRoute({
  getParentRoute: () => root,
  path: '/tasks',
  component: TasksPage,
  validateSearch: taskFilter,
})
const dataRequests = createRoute({
  getParentRoute: () => root,
  path: '/data-requests',
  component: DataRequestsPage,
  validateSearch: dataRequestFilter,
})
const call = createRoute({ getParentRoute: () => root, path: '/calls/$id', component: CallPage })
const calls = createRoute({
  getParentRoute: () => root,
  path: '/calls',
  component: CallsPage,
  validateSearch: dueFilter,
})
const cases = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  component: CasesPage,
  validateSearch: caseFilter,
})
const caseRules = createRoute({ getParentRoute: () => root, path: '/cases/rules', component: CaseRulesPage })
const caseRule = createRoute({
  getParentRoute: () => root,
  path: '/cases/rules/$id',
  component: CaseRulePage,
})
const caseSettings = createRoute({
  getParentRoute: () => root,
  path: '/cases/settings',
  component: CaseSettingsPage,
})
const saidAndDone = createRoute({
  getParentRoute: () => root,
  path: '/said-and-done',
  component: SaidAndDonePage,
})
const oneCase = createRoute({ getParentRoute: () => root, path: '/cases/$id', component: CasePage })
const deals = createRoute({
  getParentRoute: () => root,
  path: '/deals',
  component: DealsPage,
  validateSearch: dealFilter,
})
const deal = createRoute({ getParentRoute: () => root, path: '/deals/$id', component: DealPage })
const dealInterview = createRoute({
  getParentRoute: () => root,
  path: '/deals/$id/interview/$side',
  component: DealInterviewPage,
})
const competitors = createRoute({
  getParentRoute: () => root,
  path: '/competitors',
  component: CompetitorsPage,
})
const studies = createRoute({
  getParentRoute: () => root,
  path: '/studies',
  component: StudiesPage,
  validateSearch: studyFilter,
})
const study = createRoute({ getParentRoute: () => root, path: '/studies/$id', component: StudyPage })
const evidence = createRoute({
  getParentRoute: () => root,
  path: '/evidence',
  component: EvidencePage,
  validateSearch: evidenceFilter,
})
const run = createRoute({ getParentRoute: () => root, path: '/imports/$id', component: ImportPage })

export const router = createRouter({
  routeTree: root.addChildren([
    myDay,
    accounts,
    account,
    contacts,
    contact,
    products,
    duplicates,
    imports,
    run,
    tasks,
    calls,
    call,
    dataRequests,
    cases,
    caseRules,
    caseRule,
    saidAndDone,
    caseSettings,
    oneCase,
    evidence,
    deals,
    deal,
    dealInterview,
    competitors,
    studies,
    study,
  ]),
  ...routerDefaults('/desk'),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
