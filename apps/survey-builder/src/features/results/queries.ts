import { orpc } from '@sixfold/ui/api-client'
import { useFollow, useLiveEvent } from '@sixfold/ui/live'
import { useQueryClient } from '@tanstack/react-query'

export const historyQuery = (regionId: string | undefined) =>
  orpc.scoreboards.history.queryOptions({ input: regionId === undefined ? {} : { regionId } })

export const scoreboardQuery = (id: string, regionId: string | undefined) =>
  orpc.scoreboards.get.queryOptions({ input: { id, ...(regionId === undefined ? {} : { regionId }) } })

/** Fetches a wave's board again as soon as answers arrive. */
export function useLiveScoreboard(id: string | undefined): void {
  const queryClient = useQueryClient()
  const refresh = () => void queryClient.invalidateQueries({ queryKey: orpc.scoreboards.get.key() })
  useFollow(id === undefined ? undefined : { kind: 'wave', id }, refresh)
  useLiveEvent('scoreboard:changed', change => {
    if (change.waveId === id) refresh()
  })
}
