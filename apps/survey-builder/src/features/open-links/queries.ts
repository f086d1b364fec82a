import { orpc } from '@sixfold/ui/api-client'
import { useLiveEvent } from '@sixfold/ui/live'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const openLinksQuery = (waveId: string) => orpc.openLinks.list.queryOptions({ input: { waveId } })

export const openAnswersQuery = (id: string) =>
  orpc.results.questions.queryOptions({ input: { id, people: 'open' } })

/** Where the open answers of a wave are fetched as a table. */
export const openExportAddress = (id: string): string =>
  `/api/waves/${encodeURIComponent(id)}/responses?people=open`

/** Keeps what is shown of a wave's open links up to date; whoever shows the wave follows it. */
export function useLiveOpenLinks(waveId: string): void {
  const refresh = useRefresh()
  useLiveEvent('wave:changed', change => {
    if (change.waveId === waveId) refresh()
  })
  useLiveEvent('scoreboard:changed', change => {
    if (change.waveId === waveId) refresh()
  })
}

function useRefresh() {
  const queryClient = useQueryClient()
  return () => {
    void queryClient.invalidateQueries({ queryKey: orpc.openLinks.list.key() })
    void queryClient.invalidateQueries({ queryKey: orpc.results.questions.key() })
  }
}

export function useMakeLink() {
  return useMutation(orpc.openLinks.make.mutationOptions({ onSuccess: useRefresh() }))
}

export function useChangeLink() {
  return useMutation(orpc.openLinks.change.mutationOptions({ onSuccess: useRefresh() }))
}

export function useRevokeLink() {
  return useMutation(orpc.openLinks.revoke.mutationOptions({ onSuccess: useRefresh() }))
}

export function useSetQuotas() {
  return useMutation(orpc.openLinks.setQuotas.mutationOptions({ onSuccess: useRefresh() }))
}
