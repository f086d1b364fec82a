import type { DriverReport } from '@sixfold/contract/driver-reports'
import type { ConfidenceLevel } from '@sixfold/contract/waves'
import type { Dimension } from '@sixfold/domain/results/dimensions'
import { orpc } from '@sixfold/ui/api-client'
import { useFollow, useLiveEvent } from '@sixfold/ui/live'
import { useQueryClient } from '@tanstack/react-query'

/** Whose answers, and how sure one wants to be; absent: everybody's, at 95 %. */
export interface BoardChoice {
  regionId?: string | undefined
  confidence?: ConfidenceLevel | undefined
}

export const historyQuery = (choice: BoardChoice = {}) =>
  orpc.scoreboards.history.queryOptions({ input: given(choice) })

export const scoreboardQuery = (id: string, choice: BoardChoice) =>
  orpc.scoreboards.get.queryOptions({ input: { id, ...given(choice) } })

/** The three things to look at in a wave. */
export const findingsQuery = (id: string, choice: BoardChoice) =>
  orpc.findings.list.queryOptions({ input: { id, ...given(choice) } })

const given = ({ regionId, confidence }: BoardChoice) => ({
  ...(regionId === undefined ? {} : { regionId }),
  ...(confidence === undefined ? {} : { confidence }),
})

export const questionResultsQuery = (id: string, regionId: string | undefined) =>
  orpc.results.questions.queryOptions({ input: { id, ...(regionId === undefined ? {} : { regionId }) } })

export const driversQuery = (
  id: string,
  { regionId, method }: { regionId: string | undefined; method: DriverReport['method'] },
) =>
  orpc.driverReports.get.queryOptions({
    input: { id, method, ...(regionId === undefined ? {} : { regionId }) },
    // A job works it out; whoever waits for it looks again.
    refetchInterval: ({ state }) => (state.data?.state === 'coming' || state.data?.outdated ? 5_000 : false),
  })

/** The six factors of every group. */
export const groupsQuery = (
  id: string,
  { by, confidence }: { by: Dimension; confidence: BoardChoice['confidence'] },
) => orpc.scoreboards.groups.queryOptions({ input: { id, by, ...given({ confidence }) } })

/** The factors with and without weights. */
export const weightsQuery = (id: string) =>
  orpc.resultWeights.get.queryOptions({
    input: { id },
    // A job works it out; whoever waits for it looks again.
    refetchInterval: ({ state }) => (state.data?.state === 'coming' || state.data?.outdated ? 5_000 : false),
  })

export const exportFormats = ['xlsx', 'csv', 'sav', 'json'] as const

/** Where the answers of a wave are fetched as a table. */
export function exportAddress(
  id: string,
  { regionId, format }: { regionId: string | undefined; format: (typeof exportFormats)[number] },
): string {
  const query = new URLSearchParams({ format, ...(regionId === undefined ? {} : { regionId }) })
  return `/api/waves/${encodeURIComponent(id)}/responses?${query}`
}

/** Fetches a wave's board again as soon as answers arrive. */
export function useLiveScoreboard(id: string | undefined): void {
  const queryClient = useQueryClient()
  const refresh = () => {
    void queryClient.invalidateQueries({ queryKey: orpc.scoreboards.get.key() })
    void queryClient.invalidateQueries({ queryKey: orpc.scoreboards.groups.key() })
    void queryClient.invalidateQueries({ queryKey: orpc.resultWeights.get.key() })
    void queryClient.invalidateQueries({ queryKey: orpc.results.questions.key() })
    void queryClient.invalidateQueries({ queryKey: orpc.driverReports.get.key() })
    void queryClient.invalidateQueries({ queryKey: orpc.findings.list.key() })
    void queryClient.invalidateQueries({ queryKey: orpc.waves.coverage.key() })
  }
  useFollow(id === undefined ? undefined : { kind: 'wave', id }, refresh)
  useLiveEvent('scoreboard:changed', change => {
    if (change.waveId === id) refresh()
  })
}

/** How much of the customer base a wave was asked of, and how much answered. */
export const coverageQuery = (id: string) => orpc.waves.coverage.queryOptions({ input: { id } })
