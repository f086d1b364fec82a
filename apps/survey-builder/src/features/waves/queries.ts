import type { invitationState, Wave } from '@sixfold/contract/waves'
import { orpc } from '@sixfold/ui/api-client'
import { useFollow, useLiveEvent } from '@sixfold/ui/live'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'

export const wavesQuery = () => orpc.waves.list.queryOptions()

export const waveQuery = (id: string) => orpc.waves.get.queryOptions({ input: { id } })

export type InvitationState = z.infer<typeof invitationState>

export const invitationsQuery = (id: string, state: InvitationState | undefined) =>
  orpc.waves.invitations.infiniteOptions({
    input: (cursor: string | undefined) => ({
      id,
      limit: 50,
      ...(state === undefined ? {} : { state }),
      ...(cursor === undefined ? {} : { cursor }),
    }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

export interface LaunchInput {
  surveyId: string
  version: number
  regionIds: string[]
  closesAt: string
}

export const audienceQuery = (input: LaunchInput) => orpc.waves.audience.queryOptions({ input })

export const publishedQuery = () => orpc.surveys.list.queryOptions()

/** Keeps a wave's numbers up to date while it is shown. */
export function useLiveWave(id: string): void {
  const queryClient = useQueryClient()
  const refresh = () => {
    void queryClient.invalidateQueries({ queryKey: waveQuery(id).queryKey })
    void queryClient.invalidateQueries({ queryKey: orpc.waves.invitations.key() })
  }
  useFollow({ kind: 'wave', id }, refresh)
  useLiveEvent('wave:changed', change => {
    if (change.waveId === id) refresh()
  })
  useLiveEvent('scoreboard:changed', change => {
    if (change.waveId === id) refresh()
  })
}

/** Keeps the list of waves up to date while one of them is shown. */
export function useLiveWaves(id: string): void {
  const queryClient = useQueryClient()
  const refresh = () => void queryClient.invalidateQueries({ queryKey: wavesQuery().queryKey })
  useFollow({ kind: 'wave', id }, refresh)
  useLiveEvent('wave:changed', change => {
    if (change.waveId === id) refresh()
  })
}

export function useLaunch() {
  return useMutation(orpc.waves.launch.mutationOptions({ onSuccess: useWaveChanged() }))
}

export function useClose() {
  return useMutation(orpc.waves.close.mutationOptions({ onSuccess: useWaveChanged() }))
}

function useWaveChanged() {
  const queryClient = useQueryClient()
  return (wave: Wave) => {
    queryClient.setQueryData(waveQuery(wave.id).queryKey, wave)
    return queryClient.invalidateQueries({ queryKey: wavesQuery().queryKey })
  }
}
