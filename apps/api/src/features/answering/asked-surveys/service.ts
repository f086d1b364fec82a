import { factsUsed, seenAlike } from '@sixfold/domain/survey/as-seen-by'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { questionsOf } from '@sixfold/domain/survey/definition'
import type { KnownFact, KnownFacts } from '@sixfold/domain/survey/logic/condition'
import type { Question } from '@sixfold/domain/survey/question'
import type { Context } from '../../../context.ts'
import { remember } from '../../../db/remember.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContact } from '../../customers/contacts/service.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'

/** What is asked, prepared once for all who answer it. */
export interface AskedSurvey {
  definition: SurveyDefinition
  /** As its respondents see it; null where that differs from one to the other. */
  alike: SurveyDefinition | null
  questions: ReadonlyMap<string, Question>
  /** The factors of its model in their order. */
  factors: readonly string[]
  /** What it asks of the customer record. */
  facts: readonly KnownFact[]
  /** Questions whose answers are files. */
  uploads: readonly string[]
}

interface AskedVersion {
  surveyId: string
  version: number
}

/** A published version never changes, so it is prepared once and kept. */
export const askedSurvey = remember(
  { most: 100, keyOf: ({ surveyId, version }: AskedVersion) => `${surveyId} ${version}` },
  async (ctx, { surveyId, version }): Promise<AskedSurvey> => {
    const row = await publishedVersion(ctx, surveyId, version)
    if (!row) throw new Error(`version ${version} of survey ${surveyId} is missing`)
    return prepareSurvey(ctx, row.definition)
  },
)

export async function prepareSurvey(ctx: Context, definition: SurveyDefinition): Promise<AskedSurvey> {
  const model = await findFactorModel(ctx, definition.factorModel)
  const questions = questionsOf(definition)
  return {
    definition,
    alike: seenAlike(definition),
    questions: new Map(questions.map(question => [question.id, question])),
    factors: model?.factors.map(({ key }) => key) ?? [],
    facts: factsUsed(definition),
    uploads: questions.filter(({ kind }) => kind === 'upload').map(({ id }) => id),
  }
}

/** Only what the survey asks for is looked up; most ask for nothing. */
export async function factsOf(ctx: Context, { facts }: AskedSurvey, contactId: string): Promise<KnownFacts> {
  if (facts.length === 0) return {}
  const contact = await findContact(ctx, contactId)
  return contact && !contact.erased ? factsAbout(contact, facts) : {}
}

export function factsAbout(contact: KnownContact, asked: readonly KnownFact[]): KnownFacts {
  const known: Record<KnownFact, string> = {
    'contact.name': contact.name,
    'contact.role': contact.role,
    'contact.seniority': contact.executive ? 'executive' : 'other',
    'contact.language': contact.language,
    'account.name': contact.accountName,
    'account.kind': contact.accountKind,
    'account.region': contact.regionId,
    'account.segment': contact.segment,
    'account.country': contact.country,
  }
  return Object.fromEntries(asked.flatMap(fact => (known[fact] === '' ? [] : [[fact, known[fact]]])))
}
