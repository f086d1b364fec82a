import type { NoticeInShort, SurveyPage, SurveyStep } from '@sixfold/contract/portal'
import { shownPages, stepFromText, stepOnWay } from '@sixfold/contract/portal-steps'
import type { UiLanguage } from '@sixfold/contract/words'
import { uiLanguageFor } from '@sixfold/contract/words'
import { ownName } from '@sixfold/domain/language-name'
import type { AnswerFault } from '@sixfold/domain/survey/answer-faults'
import { asSeenBy } from '@sixfold/domain/survey/as-seen-by'
import { givenAnswers } from '@sixfold/domain/survey/merge-answers'
import { resumePage } from '@sixfold/domain/survey/progress'
import type { Context } from '../../../../context.ts'
import type { FormFields } from '../../../../files/read-form.ts'
import { loadPortal } from '../../../../portal/portal.ts'
import { attachedFiles } from '../../../house/files/service.ts'
import type { ShownNotice } from '../../../privacy/privacy-notices/service.ts'
import { noticeOf } from '../../../privacy/privacy-notices/service.ts'
import type { AskedSurvey } from '../../asked-surveys/service.ts'
import type { Link, Preview } from '../service.ts'
import { closesOn, deviceKeyOf, houseOf, languageOf, seenByLink, storedAnswers, wayOf } from '../service.ts'
import type { RefusedFile } from './posted.ts'
import { postedTexts } from './posted.ts'

/** The page of a link, on its first step: the welcome, or the thanks where it is used. */
export async function surveyPage(
  ctx: Context,
  link: Link,
  address: string,
  chosen: string | undefined,
): Promise<SurveyPage> {
  const { survey, response, invitation, contactName } = link
  const open = link.state === 'open'
  const answers = open ? (response?.answers ?? {}) : {}
  return {
    ...blankPage(survey, chosen ?? languageOf(link)),
    definition: seenByLink(link),
    organisation: (await houseOf(ctx)).name,
    address,
    step: open ? 'welcome' : 'thanks',
    answers: storedAnswers(answers),
    files: await attachedFiles(ctx, invitation.id, survey.uploads, givenAnswers(answers)),
    contactName,
    anonymous: invitation.contactId === null,
    notice: inShort(await noticeOf(ctx, link.wave.surveyId)),
    talk: open && invitation.contactId !== null,
    closesOn: await closesOn(ctx, link.wave.closesAt),
    deviceKey: open ? deviceKeyOf(link) : '',
    ...(open ? { times: { pages: response?.pages ?? {}, madeAt: secondsOf(ctx.clock.now()) } } : {}),
  }
}

const secondsOf = (instant: Date): number => Math.floor(instant.getTime() / 1000)

function inShort({ purpose, readers, retentionMonths }: ShownNotice): NoticeInShort {
  return { purpose, readers, retentionMonths }
}

/** A draft as a customer would see it. */
export async function previewPage(
  ctx: Context,
  { survey, contact, facts }: Preview,
  place: { address: string; page: unknown; language: string | undefined },
): Promise<SurveyPage> {
  const { definition } = survey
  const language = knownLanguage(survey, place.language) ?? knownLanguage(survey, contact?.language)
  const seen = asSeenBy(definition, { facts, seed: contact?.id ?? 'preview' })
  const step =
    place.page === 'thanks' ? 'thanks' : (stepFromText(place.page, definition.pages.length) ?? 'welcome')
  return {
    ...blankPage(survey, language ?? definition.defaultLanguage),
    definition: seen,
    organisation: (await houseOf(ctx)).name,
    address: place.address,
    step: stepOnWay(step, shownPages(definition, wayOf({ survey, facts }, {}))),
    contactName: contact?.name ?? '',
    closesOn: await closesOn(ctx, ctx.clock.now()),
    preview: true,
  }
}

/** What every page of a survey holds before anybody answers it. */
export function blankPage({ definition, factors }: AskedSurvey, language: string) {
  return {
    kind: 'survey' as const,
    language,
    languages: definition.languages.map(tag => ({ tag, name: languageName(tag) })),
    factors,
    answers: [],
    files: {},
    faults: {},
    posted: {},
    grew: false,
    contactName: '',
    notice: null,
    talk: false,
    preview: false,
    deviceKey: '',
  }
}

/** The step of a link: thanks when it is used, else what the address asks for, else where the customer stopped. */
export function stepOf(link: Link, page: unknown): SurveyStep {
  if (link.state !== 'open') return 'thanks'
  const { definition } = link.survey
  const answers = givenAnswers(link.response?.answers ?? {})
  const way = wayOf(link, answers)
  const asked =
    stepFromText(page, definition.pages.length) ?? resumePage(definition, answers, way) ?? 'welcome'
  return stepOnWay(asked, shownPages(definition, way))
}

/** Faults in words, by question. */
export async function faultWords(
  { questions }: AskedSurvey,
  faults: readonly AnswerFault[],
  language: string,
): Promise<Record<string, string>> {
  const { problemText } = await loadPortal()
  const ui = uiLanguageFor(language)
  return Object.fromEntries(
    faults.map(({ question, problem }) => [question, problemText(problem, questions.get(question), ui)]),
  )
}

export async function refusedWords(
  { questions }: AskedSurvey,
  refused: readonly RefusedFile[],
  language: string,
): Promise<Record<string, string>> {
  const { fileProblemText } = await loadPortal()
  const ui: UiLanguage = uiLanguageFor(language)
  return Object.fromEntries(
    refused.map(({ question, name, code }) => [
      question,
      fileProblemText(code, name, questions.get(question), ui),
    ]),
  )
}

/** What was posted, so that nobody types twice. */
export function shownAgain(survey: AskedSurvey, fields: FormFields): Pick<SurveyPage, 'posted'> {
  return { posted: Object.fromEntries(postedTexts(survey, fields)) }
}

/** `wanted`, if the survey speaks it. */
export function knownLanguage({ definition }: AskedSurvey, wanted: string | undefined): string | undefined {
  return wanted !== undefined && definition.languages.includes(wanted) ? wanted : undefined
}

const languageNames = new Map<string, string>()

/** A language in itself, as people look for it: Tiếng Việt, English. */
function languageName(tag: string): string {
  const known = languageNames.get(tag)
  if (known) return known
  const name = ownName(tag)
  languageNames.set(tag, name)
  return name
}
