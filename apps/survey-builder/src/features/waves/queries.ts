import type { invitationState, WaveDetails } from '@sixfold/contract/waves'
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
    void queryClient.invalidateQueries({ queryKey: coverageQuery(id).queryKey })
    void queryClient.invalidateQueries({ queryKey: remindersQuery(id).queryKey })
    void queryClient.invalidateQueries({ queryKey: qualityQuery(id).queryKey })
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

export const remindersQuery = (id: string) => orpc.waves.reminders.queryOptions({ input: { id } })

export const qualityQuery = (id: string) => orpc.responseQuality.get.queryOptions({ input: { id } })

export const coverageQuery = (id: string) => orpc.waves.coverage.queryOptions({ input: { id } })

/** While people are still looked at, it asks again. */
export const previewQuery = (id: string) =>
  orpc.wavePreviews.read.queryOptions({
    input: { id },
    staleTime: 30_000,
    refetchInterval: query => (query.state.data?.state === 'counting' ? 1000 : false),
  })

export const previewPeopleQuery = (id: string, reason: string) =>
  orpc.wavePreviews.people.infiniteOptions({
    input: (cursor: string | undefined) => ({
      id,
      reason,
      limit: 50,
      ...(cursor === undefined ? {} : { cursor }),
    }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

export const mailQuery = (id: string, language: string) =>
  orpc.wavePreviews.mail.queryOptions({ input: { id, language } })

export function useChangeDraft() {
  return useMutation(orpc.waves.change.mutationOptions({ onSuccess: useWaveChanged() }))
}

export function useSchedule() {
  return useMutation(orpc.waves.schedule.mutationOptions({ onSuccess: useWaveChanged() }))
}

export function useWithdraw() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.waves.withdraw.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.waves.invitations.key() }),
    }),
  )
}

export function useDiscard() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.waves.discard.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: wavesQuery().queryKey }),
    }),
  )
}

export function usePause() {
  return useMutation(orpc.waves.pause.mutationOptions({ onSuccess: useWaveChanged() }))
}

export function useResume() {
  return useMutation(orpc.waves.resume.mutationOptions({ onSuccess: useWaveChanged() }))
}

export function useExtend() {
  return useMutation(orpc.waves.extend.mutationOptions({ onSuccess: useWaveChanged() }))
}

export function useArchive() {
  return useMutation(orpc.waves.archive.mutationOptions({ onSuccess: useWaveChanged() }))
}

export function useRedraw() {
  return useMutation(orpc.waves.redraw.mutationOptions())
}

export function useLaunch() {
  return useMutation(orpc.waves.launch.mutationOptions({ onSuccess: useWaveChanged() }))
}

export function useClose() {
  return useMutation(orpc.waves.close.mutationOptions({ onSuccess: useWaveChanged() }))
}

function useWaveChanged() {
  const queryClient = useQueryClient()
  return (wave: WaveDetails) => {
    queryClient.setQueryData(waveQuery(wave.id).queryKey, wave)
    // A wave that was launched has none any more.
    if (wave.state === 'draft') void queryClient.invalidateQueries({ queryKey: orpc.wavePreviews.read.key() })
    // Who is asked by this wave may not be asked by the next: it is counted anew when a form asks.
    void queryClient.invalidateQueries({ queryKey: orpc.waves.audience.key(), refetchType: 'none' })
    return queryClient.invalidateQueries({ queryKey: wavesQuery().queryKey })
  }
}
