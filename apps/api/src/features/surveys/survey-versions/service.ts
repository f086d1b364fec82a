import type { FieldFault } from '@sixfold/contract/errors'
import type { StaffMember } from '@sixfold/contract/staff'
import type { SurveyVersion, VersionHead } from '@sixfold/contract/surveys'
import type { UiLanguage } from '@sixfold/contract/words'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { SurveyKind } from '@sixfold/domain/survey/kind'
import type { ItemLines } from '@sixfold/domain/survey/lineage'
import { itemLines } from '@sixfold/domain/survey/lineage'
import type { VersionVerdicts } from '@sixfold/domain/survey/versions'
import { decideChanges } from '@sixfold/domain/survey/versions'
import type { Context } from '../../../context.ts'
import { remember } from '../../../db/remember.ts'
import { AppError } from '../../../errors.ts'
import type { SurveyVersionRow, VersionMark, VersionName, VersionSummary } from './store.ts'
import {
  findLatestVersion,
  findVersion,
  findVersionMarks,
  findVersionSummaries,
  insertVersion,
} from './store.ts'
import { verdictFaultWords } from './words.ts'

export type { VersionMark, VersionName } from './store.ts'

/** The latest version of each of these surveys that has one, by survey. */
export async function latestMarks(
  ctx: Context,
  surveyIds: readonly string[],
): Promise<ReadonlyMap<string, VersionMark>> {
  const marks = await findVersionMarks(ctx, surveyIds)
  return new Map(marks.map(mark => [mark.surveyId, mark]))
}

export async function latestVersion(ctx: Context, surveyId: string): Promise<SurveyVersion | null> {
  const row = await findLatestVersion(ctx, surveyId)
  return row && toVersion(row)
}

/** Every version of a survey without what it asks, the latest first. */
export async function versionHeads(ctx: Context, surveyId: string): Promise<VersionHead[]> {
  return (await findVersionSummaries(ctx, surveyId)).map(toHead)
}

/** Versions that are kept at hand, and so many a way from one to another may lead through. */
const MOST_KNOWN = 100

/** A published version for other features, which decide for themselves who may see it; null when there is none. */
export const publishedVersion = remember(
  { most: MOST_KNOWN, keyOf: ({ surveyId, number }: VersionName) => `${surveyId} ${number}` },
  readVersionRow,
)

export interface NewVersion {
  surveyId: string
  kind: SurveyKind
  definition: SurveyDefinition
  contentHash: string
  verdicts: VersionVerdicts
}

/**
 * Freezes a definition as the next version of its survey, and what became of each question with it. What is published already gives
 * that version again; `fresh` tells the two apart.
 */
export async function freezeVersion(
  ctx: Context,
  { name }: StaffMember,
  { surveyId, kind, definition, contentHash, verdicts }: NewVersion,
  /** What the first version of a survey is compared with. */
  versionOfEarlierQuarter: () => Promise<SurveyVersion | null>,
  language: UiLanguage,
): Promise<{ version: SurveyVersion; fresh: boolean }> {
  for (;;) {
    const latest = await latestVersion(ctx, surveyId)
    if (latest?.contentHash === contentHash) return { version: latest, fresh: false }
    const before = latest ?? (await versionOfEarlierQuarter())
    const decided = decideChanges(before?.definition ?? null, definition, verdicts)
    if (!decided.ok) {
      const say = verdictFaultWords(language)
      const fields = decided.faults.map(
        ({ question, fault }): FieldFault => ({ path: `verdicts.${question}`, message: say(fault) }),
      )
      throw new AppError('invalid_input', { fields })
    }
    const row = await insertVersion(ctx, {
      surveyId,
      kind,
      number: (latest?.number ?? 0) + 1,
      contentHash,
      definition,
      before: before && { surveyId: before.surveyId, number: before.number },
      changes: decided.changes,
      continues: decided.continues,
      publishedAt: ctx.clock.now(),
      publishedBy: name,
    })
    // Null: somebody published in this moment. Look again, their version may be this very text.
    if (row) return { version: toVersion(row), fresh: true }
  }
}

/**
 * Where everything that `after` asks comes from in `before`, by the verdicts of all versions from the one to the other. Versions that
 * were not made on each other are compared as they stand.
 */
export async function linesBetween(
  ctx: Context,
  before: SurveyVersion,
  after: SurveyVersion,
): Promise<ItemLines> {
  const steps: SurveyVersion[] = []
  for (let step: SurveyVersion | null = after; step && !isSame(step, before); ) {
    steps.unshift(step)
    step = step.before && steps.length < MOST_KNOWN ? await publishedVersion(ctx, step.before) : null
    if (!step) return itemLines(before.definition, [{ definition: after.definition }])
  }
  return itemLines(before.definition, steps)
}

function isSame(one: VersionName, other: VersionName): boolean {
  return one.surveyId === other.surveyId && one.number === other.number
}

async function readVersionRow(ctx: Context, name: VersionName): Promise<SurveyVersion | null> {
  const row = await findVersion(ctx, name)
  return row && toVersion(row)
}

function toVersion(row: SurveyVersionRow): SurveyVersion {
  return { ...toHead(row), definition: row.definition }
}

function toHead(row: VersionSummary): VersionHead {
  const { surveyId, kind, number, contentHash, publishedAt, publishedBy } = row
  return {
    surveyId,
    kind,
    number,
    contentHash,
    publishedAt: publishedAt.toISOString(),
    publishedBy,
    before: row.before ?? null,
    changes: { ...row.changes },
    continues: { ...row.continues },
  }
}
