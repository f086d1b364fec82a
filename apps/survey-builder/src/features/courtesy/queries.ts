import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const policyQuery = () => orpc.contactPolicy.get.queryOptions()

export const historyQuery = () =>
  orpc.contactPolicy.history.infiniteOptions({
    input: (before: number | undefined) => (before === undefined ? {} : { before }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

export const contactsFound = (search: string) =>
  orpc.customers.listContacts.queryOptions({ input: { search, limit: 20 }, enabled: search.trim() !== '' })

export const useTryOut = () => useMutation(orpc.contactPolicy.tryOut.mutationOptions())

export function useSavePolicy() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.contactPolicy.save.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.contactPolicy.key() }),
    }),
  )
}

export const calendarsQuery = () => orpc.regionCalendars.list.queryOptions()

export const calendarQuery = (id: string, year: number) =>
  orpc.regionCalendars.get.queryOptions({ input: { id, year } })

export function useSaveCalendar() {
  const refresh = useCalendarRefresh()
  return useMutation(orpc.regionCalendars.save.mutationOptions({ onSuccess: refresh }))
}

export function useAddList() {
  const refresh = useCalendarRefresh()
  return useMutation(orpc.regionCalendars.addList.mutationOptions({ onSuccess: refresh }))
}

function useCalendarRefresh() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: orpc.regionCalendars.key() })
}
