import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { ProcedureMeta } from '@sixfold/contract/common'
import type { Contract } from '@sixfold/contract/contract'
import { contract } from '@sixfold/contract/contract'
import type { Role } from '@sixfold/contract/staff'
import { addLocalDays } from '@sixfold/domain/local-date'
import { roles } from '@sixfold/domain/permissions'
import { blankPlan } from '@sixfold/domain/survey/plan'
import { addContacts } from '@sixfold/testkit/customers'
import { everyKind } from '@sixfold/testkit/every-kind'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import { samplePng } from '@sixfold/testkit/sample-files'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { askForCall } from '../features/calls/call-requests/service.ts'
import { lookAgain } from '../features/calls/due/service.ts'
import { openComplaint } from '../features/cases/cases/service.ts'
import { openTask } from '../features/cases/tasks/service.ts'
import { searchDuplicates } from '../features/customers/duplicates/jobs.ts'
import { enqueue } from '../jobs/worker.ts'

// Every procedure of the contract, for everybody, with ids that are not theirs. The list of procedures is the
// contract itself: one without a probe fails the type check here.

jest.setTimeout(120_000)

type Noun = keyof Contract & string
type Procedure = { [N in Noun]: `${N}.${keyof Contract[N] & string}` }[Noun]

/** Things of the north; everybody who asks works for the south. */
interface Ids {
  region: string
  account: string
  contact: string
  product: string
  installation: string
  call: string
  survey: string
  wave: string
  letter: string
  draft: string
  programme: string
  roundtable: string
  member: string
  invitation: string
  mail: string
  job: string
  import: string
  model: string
  libraryEntry: string
  file: string
  task: string
  dataRequest: string
  callRequest: string
  case: string
  duplicatePair: string
  openLink: string
  requirement: string
  caseRule: string
  competitor: string
  rivalProduct: string
  deal: string
  study: string
  apiKey: string
  webhook: string
  reportSchedule: string
  reportLink: string
}

/**
 * `own`: nothing that could be somebody else's is addressed. `region`: names a thing of a region, which only its people
 * may know of. `role`: a thing of the whole house, which only some roles may know of.
 */
type Probe =
  | { kind: 'own' }
  | { kind: 'region' | 'list' | 'role'; input: (ids: Ids) => Record<string, unknown> }

const own: Probe = { kind: 'own' }
const region = (input: (ids: Ids) => Record<string, unknown>): Probe => ({ kind: 'region', input })
const list = (input: (ids: Ids) => Record<string, unknown>): Probe => ({ kind: 'list', input })
const role = (input: (ids: Ids) => Record<string, unknown>): Probe => ({ kind: 'role', input })

const plan = {
  title: { en: 'Plan' },
  description: { en: '' },
  date: '2026-11-20',
  startTime: '08:30',
  endTime: '12:00',
  zone: 'Asia/Ho_Chi_Minh',
  venue: 'Here',
  capacity: 10,
  answerBy: '2026-11-10',
}
const datePoll = {
  dates: ['2026-11-20', '2026-11-21'].map(date => ({ date, startTime: '08:30', endTime: '12:00' })),
  answerBy: '2026-11-10',
  remindOn: null,
}
const ownRules = { roundTable: { anchor: '2026-01-31', everyMonths: 3, on: null }, conference: null }
const dateWish = {
  kind: 'round_table',
  startTime: '08:30',
  endTime: '12:00',
  zone: 'Asia/Ho_Chi_Minh',
  speakerIds: [],
  date: null,
  eventId: null,
}
const planContent = { ...blankPlan('VND'), purpose: 'To know' }
const reportList = {
  name: 'Directors',
  timing: { kind: 'after_close' as const, days: 1 },
  time: '08:00',
  clock: 'organisation' as const,
}
const sharedReport = {
  ...{ purpose: 'Board', latest: false, language: 'en' as const, confidence: '95' as const, days: 30 },
}
const ownModel = {
  name: { en: 'Ours' },
  source: '',
  factors: [{ key: 'speed', name: { en: 'Speed' }, overall: { en: 'Our speed, overall' }, attributes: [] }],
}
const ruleTermsOf = (regionId: string) => ({
  trigger: 'score' as const,
  factors: [],
  atMost: 2,
  segments: [],
  regionIds: [regionId],
  seniorities: [],
  revenueFrom: null,
  severity: 'normal' as const,
})
const ownAccount = {
  externalId: '',
  name: 'Mine',
  kind: 'prospect',
  segment: '',
  annualRevenue: null,
  size: null,
  fiscalYearEnds: null,
  ownerId: null,
  website: '',
}
const ownContact = {
  externalId: '',
  name: 'Mine',
  email: 'mine@example.com',
  phone: null,
  role: '',
  seniority: '',
  languages: ['vi'],
  channels: ['email'],
  country: 'VN',
  zone: 'Asia/Ho_Chi_Minh',
}
const ownThing = { externalId: '', contactId: null, purchasedOn: null, installedOn: null }
const ownOpenLink = { purpose: 'Mine', endsAt: null, limit: null, origins: [] }
const launch = (ids: Ids) => ({
  surveyId: ids.survey,
  version: 1,
  regionIds: [ids.region],
  closesAt: '2030-01-01T00:00:00.000Z',
})

const listener = { name: 'CRM', url: 'https://crm.example.com/in', events: ['webhook.test'] as const }

const dealOf = (ids: Ids) => ({
  name: 'Twelve pumps',
  result: 'won' as const,
  stage: null,
  decidedOn: '2026-05-04',
  value: null,
  productId: null,
  competitorId: ids.competitor,
  rivalProductId: null,
  contactId: null,
  sellerId: null,
})

const studyOf = (ids: Ids) => ({
  title: 'A pump of others',
  competitorId: ids.competitor,
  rivalProductId: ids.rivalProduct,
  rivalVersionId: null,
  oursId: null,
  regionId: ids.region,
  means: 'bought' as const,
  obtainedOn: null,
  returnBy: null,
  cost: null,
  plan: '',
  criteria: [],
  testerIds: [],
  findings: [],
  conclusion: '',
})

const wavePlan = (ids: Ids) => ({
  regionIds: [ids.region],
  audience: { kinds: [], segments: [], seniorities: [] },
  design: { method: 'census', size: null, strataBy: 'region', quotas: {}, panels: null },
  reminders: { afterDays: [] },
  sending: { perHour: null },
})
const programmeContent = (ids: Ids) => ({
  ...wavePlan(ids),
  name: 'Every quarter',
  surveyId: ids.survey,
  days: 21,
})
const from2030 = { opensAt: '2030-01-01T00:00:00.000Z', closesAt: '2030-02-01T00:00:00.000Z' }

const probes: Record<Procedure, Probe> = {
  'blind.key': own,
  'blind.issue': own,
  'blind.cast': own,
  'blind.settings': own,
  'blind.saveSettings': own,
  'session.get': own,
  'session.setLanguage': own,
  'session.changePassword': own,
  'setup.welcome': own,
  'setup.complete': own,
  'passwordResets.ask': own,
  'passwordResets.complete': own,
  'staff.list': own,
  'staff.invite': region(ids => ({
    email: 'x@example.com',
    role: 'analyst',
    regions: [ids.region],
    language: 'en',
  })),
  'staff.withdraw': region(ids => ({ id: ids.invitation })),
  'staff.change': region(ids => ({ id: ids.member, role: 'analyst', regions: [] })),
  'staff.end': region(ids => ({ id: ids.member })),
  'staff.readInvitation': own,
  'staff.join': own,
  'customers.listAccounts': list(ids => ({ regionId: ids.region })),
  'customers.accountChoices': own,
  'customers.getAccount': region(ids => ({ id: ids.account })),
  'evidence.map': own,
  'timelines.list': region(ids => ({ id: ids.account })),
  'timelines.outline': region(ids => ({ id: ids.account })),
  'customers.createAccount': region(ids => ({ ...ownAccount, regionId: ids.region })),
  'customers.changeAccount': region(ids => ({ id: ids.account, revision: 999, changes: { name: 'Mine' } })),
  'customers.listContacts': list(ids => ({ regionId: ids.region })),
  'customers.getContact': region(ids => ({ id: ids.contact })),
  'customers.createContact': region(ids => ({ ...ownContact, accountId: ids.account })),
  'customers.changeContact': region(ids => ({ id: ids.contact, revision: 999, changes: { role: 'Mine' } })),
  'products.list': own,
  'products.create': own,
  'products.change': role(ids => ({ id: ids.product, revision: 999, name: 'Mine' })),
  'installations.list': region(ids => ({ accountId: ids.account })),
  'installations.create': region(ids => ({ ...ownThing, accountId: ids.account, productId: ids.product })),
  'installations.change': region(ids => ({ id: ids.installation, revision: 999, changes: {} })),
  'installations.remove': region(ids => ({ id: ids.installation, revision: 999 })),
  'contactLedger.read': region(ids => ({ id: ids.contact })),
  'contactLedger.outlook': region(ids => ({ id: ids.contact })),
  'contactLedger.recordConsent': region(ids => ({
    id: ids.contact,
    purpose: 'product_survey',
    wordingVersion: '1',
    proof: 'form',
    source: 'phone',
    at: '2026-01-01T00:00:00.000Z',
  })),
  'contactLedger.withdrawConsent': region(ids => ({ id: ids.contact, purpose: 'product_survey' })),
  'contactLedger.setDoNotCall': region(ids => ({ id: ids.contact, doNotCall: true, source: 'phone' })),
  'contactLedger.optOut': region(ids => ({ id: ids.contact, purpose: 'everything', source: 'phone' })),
  'contactLedger.optIn': region(ids => ({ id: ids.contact, purpose: 'everything', source: 'phone' })),
  'contactPolicy.get': own,
  'contactPolicy.save': own,
  'contactPolicy.history': own,
  'contactPolicy.tryOut': region(ids => ({ contactId: ids.contact, purpose: 'product_survey' })),
  'regionCalendars.list': own,
  'regionCalendars.get': region(ids => ({ id: ids.region })),
  'regionCalendars.save': region(ids => ({ id: ids.region, revision: 0, entries: [] })),
  'regionCalendars.addList': region(ids => ({
    id: ids.region,
    revision: 0,
    text: 'date,name',
    source: '',
    skipFaulty: false,
  })),
  'accountSilences.list': region(ids => ({ id: ids.account })),
  'accountSilences.open': region(ids => ({ id: ids.account, reason: 'other', note: '', lastDay: null })),
  'accountSilences.end': region(ids => ({ id: ids.account, silenceId: ids.account })),
  'due.list': list(ids => ({ kind: 'installation_call', regionId: ids.region })),
  'due.endings': list(ids => ({ kind: 'product_survey', regionId: ids.region })),
  'due.exportLapsed': list(ids => ({ kind: 'installation_call', regionId: ids.region })),
  'calls.begin': region(ids => ({ id: ids.call })),
  'calls.end': region(ids => ({ id: ids.call, outcome: 'made' })),
  'calls.get': region(ids => ({ id: ids.call })),
  'calls.agree': region(ids => ({ id: ids.call })),
  'calls.answer': region(ids => ({
    id: ids.call,
    language: 'en',
    answers: [{ question: 'q', value: 1, revision: 1 }],
  })),
  'calls.complain': region(ids => ({
    id: ids.call,
    form: 'probe-form',
    text: 'Late',
    factor: null,
    severity: 'normal',
  })),
  'callDesks.list': own,
  'callDesks.save': region(ids => ({ regionId: ids.region, revision: 0, desks: [] })),
  'duplicates.list': own,
  'duplicates.search': own,
  'duplicates.keepApart': region(ids => ({ id: ids.duplicatePair })),
  'duplicates.merge': region(ids => ({ id: ids.duplicatePair, keep: ids.contact, revisions: {}, take: [] })),
  'imports.start': own,
  'imports.repeat': role(ids => ({ id: ids.import, skipFaulty: true, createRegions: false })),
  'imports.template': own,
  'imports.faultReport': role(ids => ({ id: ids.import })),
  'imports.faultyLines': role(ids => ({ id: ids.import })),
  'imports.list': own,
  'imports.get': role(ids => ({ id: ids.import })),
  'imports.cancel': role(ids => ({ id: ids.import })),
  'factorModels.list': own,
  'factorModels.get': role(ids => ({ key: ids.model, version: 1 })),
  'factorModels.create': own,
  'factorModels.save': role(ids => ({ key: ids.model, version: 1, revision: 999, model: ownModel })),
  'factorModels.remove': role(ids => ({ key: ids.model, version: 1, revision: 999 })),
  'surveys.list': own,
  'surveys.create': own,
  'surveys.get': role(ids => ({ id: ids.survey })),
  'surveys.save': role(ids => ({
    id: ids.survey,
    revision: 999,
    operations: [{ op: 'move-page', page: 'nowhere', index: 0 }],
  })),
  'surveys.publish': role(ids => ({ id: ids.survey, revision: 999 })),
  'surveys.getVersion': role(ids => ({ id: ids.survey, number: 1 })),
  'surveys.listVersions': role(ids => ({ id: ids.survey })),
  'surveys.getVersionBefore': role(ids => ({ id: ids.survey })),
  'surveyImports.check': own,
  'surveyImports.create': own,
  'surveyImports.export': role(ids => ({ id: ids.survey })),
  'questionLibrary.list': own,
  'questionLibrary.save': own,
  'questionLibrary.rename': role(ids => ({ id: ids.libraryEntry, name: 'Mine' })),
  'questionLibrary.remove': role(ids => ({ id: ids.libraryEntry })),
  'collectionPlans.get': role(ids => ({ id: ids.survey })),
  'collectionPlans.save': role(ids => ({ id: ids.survey, revision: 999, content: planContent })),
  'privacyNotices.get': own,
  'privacyNotices.save': own,
  'privacyNotices.history': own,
  'privacyNotices.ofSurvey': role(ids => ({ id: ids.survey })),
  'privacyNotices.saveOfSurvey': role(ids => ({
    id: ids.survey,
    revision: 999,
    content: { purpose: {}, basis: null, retentionMonths: null },
  })),
  'reviews.kept': role(ids => ({ id: ids.survey })),
  'reviews.keep': role(ids => ({ id: ids.survey, key: 'leading::q1', reason: 'It is our name' })),
  'reviews.reopen': role(ids => ({ id: ids.survey, key: 'leading::q1' })),
  'waves.list': own,
  'waveReplies.get': region(ids => ({ id: ids.wave })),
  'waveReplies.save': region(ids => ({ id: ids.wave, revision: 0, items: [] })),
  'waves.get': region(ids => ({ id: ids.wave })),
  'waves.audience': region(launch),
  'waves.launch': region(launch),
  'waves.close': region(ids => ({ id: ids.wave })),
  'waves.change': region(ids => ({
    id: ids.draft,
    revision: 1,
    plan: { ...wavePlan(ids), version: 1, ...from2030 },
  })),
  'waves.discard': region(ids => ({ id: ids.draft })),
  'waves.schedule': region(ids => ({ id: ids.draft, revision: 1 })),
  'waves.pause': region(ids => ({ id: ids.wave })),
  'waves.resume': region(ids => ({ id: ids.wave })),
  'waves.extend': region(ids => ({ id: ids.wave, closesAt: '2031-01-01T00:00:00.000Z' })),
  'waves.archive': region(ids => ({ id: ids.wave })),
  'waves.redraw': region(ids => ({ id: ids.wave })),
  'waves.coverage': region(ids => ({ id: ids.wave })),
  'comments.list': region(ids => ({ id: ids.wave })),
  'comments.tag': region(ids => ({ id: ids.wave, commentId: 'unknown', tagId: 'unknown', on: true })),
  'comments.tags': own,
  'comments.addTag': own,
  'comments.changeTag': role(() => ({ tagId: 'unknown', revision: 1, name: 'Mine', rule: '' })),
  'comments.removeTag': role(() => ({ tagId: 'unknown' })),
  'comments.tryRule': region(ids => ({ id: ids.wave, rule: 'late' })),
  'comparisons.choices': own,
  'comparisons.get': region(ids => ({ first: `wave:${ids.wave}`, second: `programme:${ids.programme}` })),
  'comparisons.judge': role(ids => ({
    first: { surveyId: ids.survey, version: 1 },
    second: { surveyId: 'unknown', version: 1 },
    revision: 0,
    links: [],
  })),
  'evidenceLinks.get': region(ids => ({ regionId: ids.region })),
  'driverReports.get': region(ids => ({ id: ids.wave })),
  'findings.list': region(ids => ({ id: ids.wave })),
  'responseQuality.get': region(ids => ({ id: ids.wave })),
  'wavePreviews.read': region(ids => ({ id: ids.draft })),
  'wavePreviews.people': region(ids => ({ id: ids.draft, reason: 'excluded' })),
  'wavePreviews.mail': region(ids => ({ id: ids.wave, language: 'en' })),
  'programmes.list': own,
  'programmes.get': region(ids => ({ id: ids.programme })),
  'programmes.create': region(programmeContent),
  'programmes.save': region(ids => ({ id: ids.programme, revision: 99, content: programmeContent(ids) })),
  'programmes.exclusions': region(ids => ({ id: ids.programme })),
  'programmes.exclude': region(ids => ({
    id: ids.programme,
    kind: 'contact',
    externalIds: ['C-1'],
    reason: 'asked us not to',
  })),
  'programmes.include': region(ids => ({ id: ids.programme, exclusionId: 'nobody' })),
  'programmes.draftWave': region(ids => ({ id: ids.programme })),
  'programmes.next': region(ids => ({ id: ids.programme })),
  'programmes.draftNext': region(ids => ({
    id: ids.programme,
    quarter: { year: 2030, quarter: 1 },
    confirmed: [],
  })),
  'waves.invitations': region(ids => ({ id: ids.wave })),
  'waves.withdraw': region(ids => ({ id: ids.wave, invitationId: ids.letter })),
  'waves.reminders': region(ids => ({ id: ids.wave })),
  'openLinks.list': region(ids => ({ waveId: ids.wave })),
  'openLinks.make': region(ids => ({ waveId: ids.wave, ...ownOpenLink, regionId: null })),
  'openLinks.change': region(ids => ({ id: ids.openLink, ...ownOpenLink })),
  'openLinks.revoke': region(ids => ({ id: ids.openLink })),
  'openLinks.setQuotas': region(ids => ({
    waveId: ids.wave,
    plan: 1,
    quotas: { total: 1, regions: [], answers: [] },
  })),
  'resultWeights.get': region(ids => ({ id: ids.wave })),
  'reportLinks.list': own,
  'reportLinks.make': region(ids => ({
    ...{ ...sharedReport, parts: [], hidden: [], waveId: ids.wave, regionId: ids.region },
  })),
  'reportLinks.revoke': region(ids => ({ id: ids.reportLink })),
  'reports.file': region(ids => ({ id: ids.wave, format: 'html' })),
  'results.questions': region(ids => ({ id: ids.wave })),
  'results.responses': region(ids => ({ id: ids.wave })),
  'scoreboards.get': region(ids => ({ id: ids.wave })),
  'scoreboards.groups': region(ids => ({ id: ids.wave, by: 'seniority' })),
  'scoreboards.history': list(ids => ({ regionId: ids.region })),
  'responses.get': own,
  'responses.save': own,
  'responses.submit': own,
  'responses.optOut': own,
  'files.addPicture': own,
  'files.download': region(ids => ({ id: ids.file })),
  'roundtables.list': own,
  'roundtables.plan': region(ids => ({ ...plan, regionId: ids.region })),
  'roundtables.get': region(ids => ({ id: ids.roundtable })),
  'roundtables.change': region(ids => ({ id: ids.roundtable, revision: 1, changes: { capacity: 1 } })),
  'roundtables.keepDate': region(ids => ({ id: ids.roundtable, revision: 1 })),
  'cadence.get': region(ids => ({ id: ids.region })),
  'cadence.preview': region(ids => ({ id: ids.region, ...ownRules })),
  'cadence.save': region(ids => ({ id: ids.region, revision: 0, ...ownRules })),
  'dateProposals.list': region(ids => ({ ...dateWish, regionId: ids.region })),
  'speakers.list': own,
  'speakers.add': own,
  'speakers.change': own,
  'eventApprovals.ask': region(ids => ({
    id: ids.roundtable,
    revision: 1,
    changes: { capacity: 1 },
    note: 'Please',
  })),
  'eventApprovals.decide': region(ids => ({
    id: ids.roundtable,
    approvalId: 'nothing',
    revision: 1,
    step: 'approve',
    reason: '',
  })),
  'roundtables.cancel': region(ids => ({ id: ids.roundtable, revision: 1 })),
  'roundtables.restore': region(ids => ({ id: ids.roundtable, revision: 1 })),
  'roundtables.invite': region(ids => ({ id: ids.roundtable, contactIds: [ids.contact] })),
  'roundtables.sendLink': region(ids => ({ id: ids.roundtable, guestId: ids.contact })),
  'roundtables.previewInvite': region(ids => ({ id: ids.roundtable, contactIds: [ids.contact] })),
  'seats.read': region(ids => ({ id: ids.roundtable })),
  'seats.move': region(ids => ({ id: ids.roundtable, guestId: 'x', position: 1, reason: 'x' })),
  'seats.changeSide': region(ids => ({ id: ids.roundtable, guestId: 'x', side: 'remote', reason: 'x' })),
  'seats.release': region(ids => ({ id: ids.roundtable, guestId: 'x', reason: 'x' })),
  'seats.answer': region(ids => ({ id: ids.roundtable, guestId: 'x', answer: 'accept' })),
  'seats.checkIn': region(ids => ({ id: ids.roundtable, guestId: 'x', seats: 1 })),
  'seats.undoCheckIn': region(ids => ({ id: ids.roundtable, guestId: 'x' })),
  'seats.walkIn': region(ids => ({
    id: ids.roundtable,
    key: '0190a8f2-7c3e-4f1b-9d2a-1f2e3d4c5b6a',
    name: 'X',
  })),
  'roundtables.readInvitation': own,
  'roundtables.answer': own,
  'liveRooms.get': region(ids => ({ id: ids.roundtable })),
  'liveRooms.open': region(ids => ({ id: ids.roundtable })),
  'liveRooms.close': region(ids => ({ id: ids.roundtable })),
  'liveRooms.setModerated': region(ids => ({ id: ids.roundtable, moderated: false })),
  'liveRooms.addItem': region(ids => ({ id: ids.roundtable, item: { kind: 'ideas', title: 'Ideas' } })),
  'liveRooms.removeItem': region(ids => ({ id: ids.roundtable, itemId: 'x' })),
  'liveRooms.setItem': region(ids => ({ id: ids.roundtable, itemId: 'x', open: true })),
  'liveRooms.moderate': region(ids => ({ id: ids.roundtable, entryId: 'x', state: 'shown' })),
  'liveRooms.silence': region(ids => ({ id: ids.roundtable, entryId: 'x' })),
  'liveRooms.noteRequirement': region(ids => ({ id: ids.roundtable, entryId: 'x' })),
  'datePolls.get': region(ids => ({ id: ids.roundtable })),
  'datePolls.save': region(ids => ({ id: ids.roundtable, revision: 0, ...datePoll })),
  'datePolls.previewAsk': region(ids => ({ id: ids.roundtable, contactIds: [ids.contact] })),
  'datePolls.ask': region(ids => ({ id: ids.roundtable, contactIds: [ids.contact], core: true })),
  'datePolls.setCore': region(ids => ({ id: ids.roundtable, voterId: ids.contact, core: true })),
  'datePolls.removeVoter': region(ids => ({ id: ids.roundtable, voterId: ids.contact })),
  'datePolls.close': region(ids => ({ id: ids.roundtable, revision: 1 })),
  'datePolls.decide': region(ids => ({
    id: ids.roundtable,
    revision: 1,
    eventRevision: 1,
    dateId: '2026-11-20-0830-1200',
    answerBy: '2026-11-10',
    inviteSilent: true,
    inviteUnable: false,
  })),
  'calendarReplies.list': region(ids => ({ id: ids.roundtable })),
  'calendarReplies.upload': region(ids => ({ id: ids.roundtable, file: new File(['x'], 'reply.ics') })),
  'calendarReplies.decide': region(ids => ({ id: ids.roundtable, replyId: 'any', decision: 'dismiss' })),
  'calendarFeeds.list': own,
  'calendarFeeds.make': region(ids => ({ regionId: ids.region })),
  'calendarFeeds.revoke': region(ids => ({ regionId: ids.region })),
  'datePolls.readBallot': own,
  'datePolls.vote': own,
  'guestChoice.get': region(ids => ({ id: ids.roundtable })),
  'guestChoice.setMix': region(ids => ({
    id: ids.roundtable,
    revision: 0,
    target: { kinds: { existing: 1, prospect: 0, former: 0 }, segments: {} },
  })),
  'agendas.get': region(ids => ({ id: ids.roundtable })),
  'agendas.propose': region(ids => ({ id: ids.roundtable })),
  'agendas.save': region(ids => ({ id: ids.roundtable, revision: 0, shown: true, items: [] })),
  'agendas.addMaterial': region(ids => ({
    id: ids.roundtable,
    file: new File([new Uint8Array(samplePng(1, 2, 3))], 'a.png'),
  })),
  'agendas.readMaterial': region(ids => ({ id: ids.roundtable, materialId: ids.file })),
  'afterwards.get': region(ids => ({ id: ids.roundtable })),
  'afterwards.save': region(ids => ({
    id: ids.roundtable,
    revision: 0,
    currency: 'VND',
    costs: [],
    ask: true,
  })),
  'afterwards.ask': region(ids => ({ id: ids.roundtable })),
  'tablePlans.get': region(ids => ({ id: ids.roundtable })),
  'tablePlans.save': region(ids => ({ id: ids.roundtable, revision: 0, tables: [], hosts: [] })),
  'tablePlans.propose': region(ids => ({ id: ids.roundtable, afresh: false })),
  'tablePlans.place': region(ids => ({ id: ids.roundtable, personId: ids.contact, table: null })),
  'tablePlans.consider': region(ids => ({ id: ids.roundtable, guestId: ids.contact, productIds: [] })),
  'rivalries.list': region(ids => ({ id: ids.account })),
  'rivalries.add': region(ids => ({ id: ids.account, otherId: ids.account })),
  'rivalries.remove': region(ids => ({ id: ids.account, otherId: ids.account })),
  'tasks.list': list(ids => ({ regionId: ids.region, of: 'all' })),
  'tasks.count': own,
  'tasks.close': region(ids => ({ id: ids.task, outcome: 'other' })),
  'tasks.reopen': region(ids => ({ id: ids.task })),
  'tasks.assign': region(ids => ({ id: ids.task, ownerId: null })),
  'dataRequests.list': list(ids => ({ regionId: ids.region })),
  'dataRequests.count': own,
  'dataRequests.note': region(ids => ({ contactId: ids.contact, kind: 'access', text: 'Mine' })),
  'dataRequests.answer': region(ids => ({ id: ids.dataRequest, text: 'Yes' })),
  'dataRequests.carryOut': region(ids => ({ id: ids.dataRequest, text: 'Yes' })),
  'dataRequests.refuse': region(ids => ({ id: ids.dataRequest, text: 'No' })),
  'callRequests.get': region(ids => ({ id: ids.callRequest })),
  'callRequests.ofContact': region(ids => ({ id: ids.contact })),
  'callRequests.begin': region(ids => ({ id: ids.callRequest })),
  'actions.list': region(ids => ({ aboutKind: 'round_table', aboutId: ids.roundtable })),
  'actions.note': region(ids => ({
    aboutKind: 'requirement',
    aboutId: ids.requirement,
    text: 'Mine',
    ownerId: null,
    due: '2026-12-01',
  })),
  'minutes.get': region(ids => ({ id: ids.roundtable })),
  'minutes.save': region(ids => ({
    id: ids.roundtable,
    revision: 0,
    edits: [{ op: 'insert', block: { id: 'b', kind: 'note', text: 'Mine', refId: null }, after: null }],
    batch: { writer: 'somebody-else', number: 1 },
  })),
  'minutes.versions': region(ids => ({ id: ids.roundtable })),
  'minutes.version': region(ids => ({ id: ids.roundtable, revision: 1 })),
  'minutes.keep': region(ids => ({ id: ids.roundtable, name: 'Mine' })),
  'minutes.file': region(ids => ({ id: ids.roundtable, format: 'pdf' })),
  'competitors.list': own,
  'competitors.create': own,
  // Competitors are the whole house's: anybody who notes deals may change them.
  'competitors.change': role(ids => ({
    id: ids.competitor,
    revision: 999,
    name: 'Mine',
    website: '',
    note: '',
    products: [],
  })),
  'deals.list': list(ids => ({ regionId: ids.region })),
  'deals.rates': own,
  'deals.people': own,
  'deals.get': region(ids => ({ id: ids.deal })),
  'deals.create': region(ids => ({ ...dealOf(ids), accountId: ids.account, externalId: '' })),
  'deals.change': region(ids => ({ id: ids.deal, revision: 1, changes: { name: 'Mine' } })),
  'deals.code': region(ids => ({ id: ids.deal, revision: 1, side: 'seller', view: null })),
  'deals.beginInterview': region(ids => ({
    id: ids.deal,
    side: 'seller',
    surveyId: ids.survey,
    language: 'en',
  })),
  'deals.interview': region(ids => ({ id: ids.deal, side: 'seller' })),
  'deals.saveInterview': region(ids => ({ id: ids.deal, side: 'seller', answers: [], finish: false })),
  'studies.list': own,
  'studies.get': region(ids => ({ id: ids.study })),
  'studies.create': region(ids => studyOf(ids)),
  'studies.change': region(ids => ({ id: ids.study, revision: 1, changes: { title: 'Mine' } })),
  'studies.setState': region(ids => ({ id: ids.study, revision: 1, state: 'running' })),
  'studies.score': region(ids => ({ id: ids.study, revision: 0, sheet: {}, note: '' })),
  'studies.addFile': region(ids => ({ id: ids.study, file: new File(['a'], 'a.pdf') })),
  'studies.removeFile': region(ids => ({ id: ids.study, fileId: ids.file })),
  'studies.readFile': region(ids => ({ id: ids.study, fileId: ids.file })),
  'requirements.list': list(ids => ({ regionId: ids.region })),
  'requirements.get': region(ids => ({ id: ids.requirement })),
  'requirements.note': region(ids => ({
    text: 'Mine',
    source: { kind: 'round_table', aboutId: ids.roundtable, contactId: ids.contact },
  })),
  'requirements.addSource': region(ids => ({ id: ids.requirement, source: { kind: 'hand' } })),
  'requirements.change': region(ids => ({ id: ids.requirement, revision: 1, changes: { text: 'Mine' } })),
  'requirements.setStatus': region(ids => ({ id: ids.requirement, revision: 1, status: 'done' })),
  'requirements.reply': region(ids => ({
    id: ids.requirement,
    revision: 1,
    said: {},
    did: { en: 'Mine' },
    release: true,
  })),
  'requirements.allowQuote': region(ids => ({ id: ids.requirement, key: 'any', mayQuote: true })),
  'requirements.openCase': region(ids => ({ id: ids.requirement, key: 'any' })),
  'requirements.alike': region(ids => ({ id: ids.requirement })),
  'requirements.merge': region(ids => ({ id: ids.requirement, otherId: ids.requirement })),
  'myDay.read': own,
  'myDay.digest': own,
  'myDay.setDigest': region(ids => ({
    on: true,
    time: '07:30',
    zone: 'Asia/Ho_Chi_Minh',
    regionId: ids.region,
  })),
  'caseReplies.list': own,
  'caseReplies.get': region(ids => ({ id: ids.case })),
  'caseReplies.propose': region(ids => ({ id: ids.case, revision: 0, said: {}, did: { en: 'Mine' } })),
  'caseReplies.decide': region(ids => ({ id: ids.case, revision: 1, step: 'approve' })),
  'caseRules.list': own,
  'caseRules.get': region(ids => ({ id: ids.caseRule })),
  'caseRules.create': region(ids => ({ name: 'Mine', terms: ruleTermsOf(ids.region) })),
  'caseRules.change': region(ids => ({
    id: ids.caseRule,
    revision: 1,
    name: 'Mine',
    terms: ruleTermsOf(ids.region),
  })),
  'caseRules.remove': region(ids => ({ id: ids.caseRule, revision: 1 })),
  'caseRules.try': region(ids => ({ id: ids.caseRule, quarters: 1 })),
  'caseRules.stopTrial': region(ids => ({ id: ids.caseRule })),
  'caseRules.switch': region(ids => ({ id: ids.caseRule, revision: 1, on: true })),
  'cases.list': list(ids => ({ regionId: ids.region })),
  'cases.get': region(ids => ({ id: ids.case })),
  'cases.open': region(ids => ({
    form: 'form',
    accountId: ids.account,
    contactId: null,
    factor: null,
    words: 'Mine',
    severity: 'minor',
  })),
  'caseSteps.take': region(ids => ({ id: ids.case, step: { step: 'acknowledge' } })),
  'caseSteps.merge': region(ids => ({ id: ids.case, into: ids.case })),
  'caseSteps.handOver': region(ids => ({ id: ids.case, ownerId: ids.member })),
  'caseSteps.grade': region(ids => ({ id: ids.case, severity: 'minor' })),
  'caseSteps.watch': region(ids => ({ id: ids.case, on: true })),
  'caseSteps.relate': region(ids => ({ id: ids.case, to: ids.case, on: true })),
  'caseSteps.note': region(ids => ({ id: ids.case, text: 'Mine' })),
  'caseSteps.addFile': region(ids => ({
    id: ids.case,
    file: new File([new Uint8Array(samplePng(1, 2, 3))], 'a.png'),
  })),
  'caseSteps.removeFile': region(ids => ({ id: ids.case, fileId: ids.file })),
  'caseSteps.readFile': region(ids => ({ id: ids.case, fileId: ids.file })),
  'caseSettings.read': own,
  'caseSettings.save': own,
  'caseSettings.addCause': own,
  'caseSettings.changeCause': role(() => ({ id: 'carrier', retired: true })),
  'caseSettings.deleteCause': role(() => ({ id: 'carrier' })),
  'outbox.list': own,
  'outbox.get': role(ids => ({ id: ids.mail })),
  'jobs.list': own,
  'jobs.replay': role(ids => ({ id: ids.job })),
  'apiKeys.list': own,
  'apiKeys.make': own,
  'apiKeys.end': role(ids => ({ id: ids.apiKey })),
  'reportSchedules.list': own,
  'reportSchedules.make': region(ids => ({
    ...reportList,
    regionId: ids.region,
    recipientIds: [ids.member],
  })),
  'reportSchedules.change': region(ids => ({ id: ids.reportSchedule, revision: 1, name: 'Mine' })),
  'reportSchedules.end': region(ids => ({ id: ids.reportSchedule })),
  'reportSchedules.tryOut': region(ids => ({ id: ids.reportSchedule })),
  'reportSchedules.sendings': region(ids => ({ id: ids.reportSchedule })),
  'webhooks.list': own,
  'webhooks.make': region(ids => ({ ...listener, regions: [ids.region] })),
  'webhooks.change': region(ids => ({ id: ids.webhook, revision: 999, name: 'Mine' })),
  'webhooks.renewSecret': region(ids => ({ id: ids.webhook })),
  'webhooks.end': region(ids => ({ id: ids.webhook })),
  'webhooks.test': region(ids => ({ id: ids.webhook })),
  'webhooks.deliveries': region(ids => ({ id: ids.webhook })),
  'webhooks.replay': region(ids => ({ id: ids.webhook, deliveryId: UNKNOWN })),
  'webhooks.replayDead': region(ids => ({ id: ids.webhook })),
  'audit.list': own,
}

interface Route {
  name: Procedure
  method: string
  path: string
  meta: ProcedureMeta
}

const routes: Route[] = Object.entries(contract).flatMap(([noun, procedures]) =>
  Object.entries(procedures).map(([verb, procedure]) => {
    const { route, meta } = procedure['~orpc']
    return {
      name: `${noun}.${verb}` as Procedure,
      method: route.method ?? 'POST',
      path: route.path ?? '/',
      meta: meta as ProcedureMeta,
    }
  }),
)

const UNKNOWN = '0123456789abcdef01234567'
const unknownIds: Ids = {
  region: UNKNOWN,
  account: UNKNOWN,
  contact: UNKNOWN,
  product: UNKNOWN,
  installation: UNKNOWN,
  call: UNKNOWN,
  survey: UNKNOWN,
  wave: UNKNOWN,
  letter: UNKNOWN,
  draft: UNKNOWN,
  programme: UNKNOWN,
  roundtable: UNKNOWN,
  member: UNKNOWN,
  invitation: UNKNOWN,
  mail: UNKNOWN,
  job: UNKNOWN,
  import: UNKNOWN,
  model: UNKNOWN,
  libraryEntry: UNKNOWN,
  file: UNKNOWN,
  task: UNKNOWN,
  dataRequest: UNKNOWN,
  callRequest: UNKNOWN,
  case: UNKNOWN,
  openLink: UNKNOWN,
  requirement: UNKNOWN,
  competitor: UNKNOWN,
  rivalProduct: UNKNOWN,
  deal: UNKNOWN,
  study: UNKNOWN,
  duplicatePair: UNKNOWN,
  caseRule: UNKNOWN,
  apiKey: UNKNOWN,
  webhook: UNKNOWN,
  reportSchedule: UNKNOWN,
  reportLink: UNKNOWN,
}

let api: TestApi
let foreign: Ids
const people = new Map<Role, Colleague>()

beforeAll(async () => {
  api = await startTestApi()
  foreign = await fillTheNorth()
  for (const each of roles) people.set(each, await colleague(api, each, { regions: ['south'] }))
})
afterAll(() => api.close())

async function sellInNorth(administrator: Colleague, accountId: string) {
  const made = await administrator.api.competitors.create({ name: 'Others', website: '', note: '' })
  const { id: competitor } = await administrator.api.competitors.change({
    ...made,
    products: [{ id: 'their-pump', name: 'Their pump', oursId: null, versions: [] }],
  })
  const ids = { ...unknownIds, competitor, rivalProduct: 'their-pump', region: api.regions.north }
  const [deal, study] = [
    await administrator.api.deals.create({ ...dealOf(ids), accountId, externalId: '' }),
    await administrator.api.studies.create(studyOf(ids)),
  ]
  return { competitor, rivalProduct: 'their-pump', deal: deal.id, study: study.id }
}

async function fillTheNorth(): Promise<Ids> {
  const administrator = await colleague(api, 'administrator')
  const page = { id: 'files', title: { en: 'Files', vi: 'Tệp' }, questions: [everyKind.upload] }
  const { waveId, surveyId, contacts } = await inviteContacts(api, {
    region: 'north',
    operations: [{ op: 'add-page', index: 0, page }],
  })
  const { link } = await administrator.api.openLinks.make({ waveId, ...ownOpenLink, regionId: null })
  const [contact] = await addContacts(api, 'north', 1)
  const product = await administrator.api.products.create({ name: 'Meter', externalId: '' })
  const installation = await administrator.api.installations.create({
    ...ownThing,
    accountId: contact?.accountId ?? '',
    productId: product.id,
  })
  const roundtable = await administrator.api.roundtables.plan({ ...plan, regionId: api.regions.north })
  const member = await colleague(api, 'analyst', { regions: ['north'] })
  const invitation = await administrator.api.staff.invite({
    email: 'north@example.com',
    role: 'analyst',
    regions: [api.regions.north],
    language: 'en',
  })
  await enqueue(api.ctx, { kind: 'test.nothing', key: 'test' })
  const [mail] = (await administrator.api.outbox.list({})).items
  const [job] = (await administrator.api.jobs.list({})).items
  const model = await administrator.api.factorModels.create({ model: ownModel })
  const entry = await administrator.api.questionLibrary.save({
    name: 'North',
    question: { id: 'q', kind: 'nps', text: { en: 'How likely?' }, required: false },
  })
  const run = await administrator.api.imports.start({
    file: new File(['name\n'], 'accounts.csv', { type: 'text/csv' }),
  })
  const programme = await administrator.api.programmes.create({
    name: 'Every quarter',
    surveyId,
    regionIds: [api.regions.north],
    audience: { kinds: [], segments: [], seniorities: [] },
    design: { method: 'census', size: null, strataBy: 'region', quotas: {}, panels: null },
    reminders: { afterDays: [] },
    sending: { perHour: null },
    days: 21,
  })
  const draft = await administrator.api.programmes.draftWave({ id: programme.id })
  return {
    region: api.regions.north,
    account: contact?.accountId ?? '',
    contact: contact?.id ?? '',
    product: product.id,
    installation: installation.id,
    call: await openNorthCall(contact?.accountId ?? '', product.id),
    survey: surveyId,
    wave: waveId,
    letter: (await administrator.api.waves.invitations({ id: waveId })).items[0]?.id ?? '',
    openLink: link.id,
    requirement: await noteInNorth(administrator),
    caseRule: await ruleInNorth(administrator),
    ...(await sellInNorth(administrator, contact?.accountId ?? '')),
    draft: draft.id,
    programme: programme.id,
    roundtable: roundtable.id,
    member: member.id,
    invitation: invitation.id,
    mail: mail?.id ?? '',
    job: job?.id ?? '',
    import: run.id,
    model: model.key,
    libraryEntry: entry.id,
    task: await openNorthTask(contact?.accountId ?? ''),
    dataRequest: await askInNorth(administrator, contact?.id ?? ''),
    callRequest: await askNorthCall(contact?.id ?? '', waveId),
    case: await complainInNorth(contact?.id ?? ''),
    duplicatePair: await findNorthPair(administrator),
    file: await giveFile(contacts[0]?.token ?? ''),
    apiKey: (await administrator.api.apiKeys.make({ name: 'CRM', scope: 'read', days: null })).apiKey.id,
    webhook: (
      await administrator.api.webhooks.make({
        ...listener,
        events: [...listener.events],
        regions: [api.regions.north],
      })
    ).webhook.id,
    reportLink: await shareInNorth(administrator),
    reportSchedule: (
      await administrator.api.reportSchedules.make({
        ...reportList,
        regionId: api.regions.north,
        recipientIds: [member.id],
      })
    ).id,
  }
}

/** Only what has closed is shared. */
async function shareInNorth(administrator: Colleague): Promise<string> {
  const { waveId } = await inviteContacts(api, { region: 'north' })
  await administrator.api.waves.close({ id: waveId })
  const order = { ...sharedReport, parts: [], hidden: [], waveId, regionId: api.regions.north }
  return (await administrator.api.reportLinks.make(order)).link.id
}

async function noteInNorth(administrator: Colleague): Promise<string> {
  const source = { kind: 'hand', regionId: api.regions.north } as const
  return (await administrator.api.requirements.note({ text: 'Ship on Saturday', source })).id
}

async function ruleInNorth(administrator: Colleague): Promise<string> {
  return (await administrator.api.caseRules.create({ name: 'Low', terms: ruleTermsOf(api.regions.north) })).id
}

async function askInNorth(administrator: Colleague, contactId: string): Promise<string> {
  const { id } = await administrator.api.dataRequests.note({ contactId, kind: 'access', text: 'Everything' })
  return id
}

async function complainInNorth(contactId: string): Promise<string> {
  const { _id } = await openComplaint(api.ctx, {
    contactId,
    form: 'form-of-the-north',
    text: 'The pump leaks.',
    factor: null,
    answerWanted: true,
    waveId: null,
    language: 'vi',
  })
  return _id
}

/** Two contacts of the north who may be one person. */
async function findNorthPair(administrator: Colleague): Promise<string> {
  await addContacts(api, 'north', 1, { name: 'Trần Thị Lan', email: 'tran.lan@north.example' })
  await addContacts(api, 'north', 1, { name: 'Lan Thi Tran', email: 'lan.tran@north.example' })
  await searchDuplicates(api.ctx)
  return (await administrator.api.duplicates.list({ kind: 'contacts' })).items[0]?.id ?? ''
}

async function openNorthTask(accountId: string): Promise<string> {
  await openTask(api.ctx, { key: 'test', kind: 'silence', accountId, dueAt: api.clock.now() })
  const administrator = await colleague(api, 'administrator')
  return (await administrator.api.tasks.list({ of: 'all' })).items[0]?.id ?? ''
}

/** Somebody of the north who would rather talk. */
async function askNorthCall(contactId: string, waveId: string): Promise<string> {
  const id = 'link-of-the-north'
  const wave = { id: waveId, name: 'North' }
  await askForCall(api.ctx, { invitation: { id, contactId }, wave, phone: null, when: '', language: 'vi' })
  return id
}

/** A call that is due in the north. */
async function openNorthCall(accountId: string, productId: string): Promise<string> {
  const administrator = await colleague(api, 'administrator')
  const { id } = await administrator.api.installations.create({
    ...ownThing,
    accountId,
    productId,
    installedOn: addLocalDays(api.clock.now().toISOString().slice(0, 10), -100),
  })
  await lookAgain(api.ctx, [accountId])
  return id
}

/** A file in a response of the north. */
async function giveFile(token: string): Promise<string> {
  const question = everyKind.upload.id
  const reply = await fetch(`${api.url}/r/${token}/files/${question}?name=machine.png`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(samplePng(1, 2, 3)),
  })
  const { id } = (await reply.json()) as { id: string }
  await api.anonymous.responses.submit({ token, answers: [{ question, value: [id], revision: 1 }] })
  return id
}

async function call(route: Route, input: Record<string, unknown>, cookie = '') {
  const rest = { ...input }
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_whole, key: string) => {
    const value = String(rest[key] ?? UNKNOWN)
    delete rest[key]
    return encodeURIComponent(value)
  })
  const reads = route.method === 'GET'
  const query = reads ? new URLSearchParams(rest as Record<string, string>).toString() : ''
  const answer = await fetch(`${api.url}/api${path}${query ? `?${query}` : ''}`, {
    method: route.method,
    ...(reads ? { headers: { cookie } } : bodyOf(rest, cookie)),
  })
  const text = await answer.text()
  const body = answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text
  if (body?.requestId) body.requestId = 'any'
  return { status: answer.status, body }
}

/** Files travel in forms, all else as JSON. */
function bodyOf(input: Record<string, unknown>, cookie: string) {
  if (!Object.values(input).some(value => value instanceof File))
    return { headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify(input) }
  const body = new FormData()
  for (const [name, value] of Object.entries(input))
    body.append(name, value instanceof File ? value : String(value))
  return { headers: { cookie }, body }
}

const notFound = {
  status: 404,
  body: { code: 'not_found', message: 'This does not exist, or you may not see it.', requestId: 'any' },
}

test('R4: nothing of the contract is left out', () => {
  expect(routes.map(({ name }) => name).sort()).toEqual(Object.keys(probes).sort())
  for (const { meta } of routes) expect(['staff', 'public']).toContain(meta.access)
})

test('R4: who is not signed in gets 401 from every procedure for staff, whatever they send', async () => {
  for (const route of routes.filter(({ meta }) => meta.access === 'staff')) {
    const probe = probes[route.name]
    const inputs = probe.kind === 'own' ? [{}] : [probe.input(foreign), probe.input(unknownIds), {}]
    for (const input of inputs) {
      const { status, body } = await call(route, input)
      expect([route.name, status, body.code]).toEqual([route.name, 401, 'unauthenticated'])
    }
  }
})

describe.each([...roles])('R4: %s of the south', each => {
  const cookie = () => people.get(each)?.cookie ?? ''
  const probed = (kind: Probe['kind']) =>
    routes.flatMap(route => {
      const probe = probes[route.name]
      return probe.kind !== 'own' && probe.kind === kind ? [{ route, input: probe.input }] : []
    })

  test('is answered about the north as about what does not exist: 404', async () => {
    for (const { route, input } of probed('region')) {
      const unknown = await call(route, input(unknownIds), cookie())
      expect({ route: route.name, ...unknown }).toEqual({ route: route.name, ...notFound })
      expect({ route: route.name, ...(await call(route, input(foreign), cookie())) }).toEqual({
        route: route.name,
        ...notFound,
      })
    }
  })

  test('finds the north as empty in lists as a region that does not exist', async () => {
    for (const { route, input } of probed('list')) {
      const unknown = await call(route, input(unknownIds), cookie())
      expect({ route: route.name, ...(await call(route, input(foreign), cookie())) }).toEqual({
        route: route.name,
        ...unknown,
      })
    }
  })

  test('either may use a thing of the house, or cannot tell that it exists', async () => {
    for (const { route, input } of probed('role')) {
      const unknown = await call(route, input(unknownIds), cookie())
      expect({ route: route.name, ...unknown }).toEqual({ route: route.name, ...notFound })
      const { status, body } = await call(route, input(foreign), cookie())
      expect([route.name, status < 500]).toEqual([route.name, true])
      if (status === 404) expect(body).toEqual(notFound.body)
    }
  })
})

test('R4: nothing of the north was changed by all that', async () => {
  const administrator = await colleague(api, 'administrator')
  expect(await administrator.api.waves.get({ id: foreign.wave })).toMatchObject({ state: 'running' })
  expect((await administrator.api.roundtables.get({ id: foreign.roundtable })).roundtable).toMatchObject({
    state: 'planned',
    revision: 1,
  })
  const { members, invitations } = await administrator.api.staff.list()
  expect(members.find(({ id }) => id === foreign.member)).toMatchObject({ regions: [api.regions.north] })
  expect(invitations.map(({ id }) => id)).toContain(foreign.invitation)
})
