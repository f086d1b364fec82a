import { orpc } from '@sixfold/ui/api-client'
import { useFollow, useLiveEvent } from '@sixfold/ui/live'
import { useQueryClient } from '@tanstack/react-query'

export const historyQuery = (regionId: string | undefined) =>
  orpc.scoreboards.history.queryOptions({ input: regionId === undefined ? {} : { regionId } })

export const scoreboardQuery = (id: string, regionId: string | undefined) =>
  orpc.scoreboards.get.queryOptions({ input: { id, ...(regionId === undefined ? {} : { regionId }) } })

export const questionResultsQuery = (id: string, regionId: string | undefined) =>
  orpc.results.questions.queryOptions({ input: { id, ...(regionId === undefined ? {} : { regionId }) } })

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
    void queryClient.invalidateQueries({ queryKey: orpc.results.questions.key() })
  }
  useFollow(id === undefined ? undefined : { kind: 'wave', id }, refresh)
  useLiveEvent('scoreboard:changed', change => {
    if (change.waveId === id) refresh()
  })
}
