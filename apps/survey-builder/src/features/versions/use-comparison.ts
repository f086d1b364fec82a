import type { SurveyDraft } from '@sixfold/contract/surveys'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { useQuery } from '@tanstack/react-query'
import { draftQuery, versionQuery, versionsQuery } from './queries.ts'

/** A version by its number, the draft, or what the first version was compared with. */
export type VersionName = number | 'draft' | 'before'

interface Comparison {
  survey: SurveyDraft
  /** Null where there are no two to compare. */
  before: SurveyDefinition | null
  after: SurveyDefinition | null
}

/** The two sides of a comparison, as one query. Without an address it is the last step. */
export function useComparison(
  id: string,
  wanted: { from?: VersionName | undefined; to?: VersionName | undefined },
) {
  const survey = useQuery(draftQuery(id))
  const versions = useQuery(versionsQuery(id))
  const heads = versions.data?.items ?? []
  const ancestor = heads.at(-1)?.before ?? null
  const names: { name: VersionName; number: number }[] = [
    { name: 'draft' as const, number: 0 },
    ...heads.map(({ number }) => ({ name: number, number })),
    ...(ancestor ? [{ name: 'before' as const, number: ancestor.number }] : []),
  ]
  const known = (name: VersionName | undefined) => names.find(one => one.name === name)?.name
  const lastStep = survey.data?.changedSincePublished === false ? heads[0]?.number : ('draft' as const)
  const to = known(wanted.to) ?? lastStep
  const stepBefore = names[names.findIndex(({ name }) => name === to) + 1]?.name
  const from = known(wanted.from) ?? stepBefore
  const before = useSide(id, from, ancestor, survey.data)
  const after = useSide(id, to, ancestor, survey.data)
  const later = heads.find(({ number }) => number === to)
  const isStep = later?.before && (from === 'before' ? later.number === 1 : later.number - 1 === from)
  const queries = [
    survey,
    versions,
    ...(from === undefined ? [] : [before]),
    ...(to === undefined ? [] : [after]),
  ]
  const failed = queries.find(({ isError }) => isError)
  const data: Comparison | undefined =
    survey.data && queries.every(query => query.data !== undefined)
      ? { survey: survey.data, before: before.data ?? null, after: after.data ?? null }
      : undefined
  return {
    names,
    from,
    to,
    /** What the author of the later one said, where it was made on the earlier one. */
    verdicts: isStep && later ? { changes: later.changes, continues: later.continues } : null,
    query: {
      data,
      isError: failed !== undefined,
      error: failed?.error,
      refetch: () => Promise.all(queries.map(query => query.refetch())),
    },
  }
}

function useSide(
  id: string,
  name: VersionName | undefined,
  ancestor: { surveyId: string; number: number } | null,
  survey: SurveyDraft | undefined,
) {
  const isVersion = name !== undefined && name !== 'draft' && !(name === 'before' && !ancestor)
  const where =
    name === 'before' && ancestor ? ancestor : { surveyId: id, number: typeof name === 'number' ? name : 1 }
  const version = useQuery({ ...versionQuery(where.surveyId, where.number), enabled: isVersion })
  return {
    data: name === 'draft' ? survey?.definition : isVersion ? version.data?.definition : undefined,
    isError: isVersion && version.isError,
    error: version.error,
    refetch: () => version.refetch(),
  }
}
