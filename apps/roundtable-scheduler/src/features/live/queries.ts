import { LIVE_NAMESPACE } from '@sixfold/contract/live-limits'
import type { LiveEntry, LiveRoomView } from '@sixfold/contract/live-rooms'
import { orpc } from '@sixfold/ui/api-client'
import { useFollow, useLiveEvent } from '@sixfold/ui/live'
import { joinLiveRoom } from '@sixfold/ui/live-screen'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

export const liveRoomQuery = (id: string) => orpc.liveRooms.get.queryOptions({ input: { id } })

/** Reads the room again when something happened there. */
export function useLiveModeration(id: string): void {
  const queryClient = useQueryClient()
  const refresh = () => void queryClient.invalidateQueries({ queryKey: orpc.liveRooms.key() })
  useFollow({ kind: 'roundtable', id }, refresh)
  useLiveEvent('live:changed', ({ roundtableId }) => roundtableId === id && refresh())
}

/** What a moderator does; each answer is the room as it stands then. */
export function useLiveActions() {
  const queryClient = useQueryClient()
  const settled = { onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.liveRooms.key() }) }
  return {
    open: useMutation(orpc.liveRooms.open.mutationOptions(settled)),
    close: useMutation(orpc.liveRooms.close.mutationOptions(settled)),
    setModerated: useMutation(orpc.liveRooms.setModerated.mutationOptions(settled)),
    addItem: useMutation(orpc.liveRooms.addItem.mutationOptions(settled)),
    removeItem: useMutation(orpc.liveRooms.removeItem.mutationOptions(settled)),
    setItem: useMutation(orpc.liveRooms.setItem.mutationOptions(settled)),
    moderate: useMutation(orpc.liveRooms.moderate.mutationOptions(settled)),
    silence: useMutation(orpc.liveRooms.silence.mutationOptions(settled)),
    noteRequirement: useMutation(orpc.liveRooms.noteRequirement.mutationOptions(settled)),
  }
}
export type LiveActions = ReturnType<typeof useLiveActions>

export interface ShownRoom {
  connected: boolean
  view: LiveRoomView | null
  entries: readonly LiveEntry[]
}

/** The room as everybody in it sees it, pushed to the big screen. */
export function useShownRoom(code: string): ShownRoom {
  const [shown, setShown] = useState<ShownRoom>({ connected: false, view: null, entries: [] })
  useEffect(
    () =>
      joinLiveRoom(LIVE_NAMESPACE, code, {
        connected: connected => setShown(before => ({ ...before, connected })),
        room: view => setShown(before => ({ ...before, view })),
        entries: entries => setShown(before => ({ ...before, entries })),
      }),
    [code],
  )
  return shown
}
