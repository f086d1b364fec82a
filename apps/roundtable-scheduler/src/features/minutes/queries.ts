import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const minutesQuery = (id: string) => orpc.minutes.get.queryOptions({ input: { id } })
export const versionsQuery = (id: string) => orpc.minutes.versions.queryOptions({ input: { id } })
export const versionQuery = (id: string, revision: number) =>
  orpc.minutes.version.queryOptions({ input: { id, revision } })

export const useSaveMinutes = () => useMutation(orpc.minutes.save.mutationOptions())

export function useKeepVersion() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.minutes.keep.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.minutes.versions.key() }),
    }),
  )
}

/** Where a file of the minutes is downloaded. */
export function fileAddress(
  id: string,
  format: 'md' | 'pdf',
  { language, revision }: { language: string; revision?: number },
): string {
  const query = new URLSearchParams({
    format,
    language,
    ...(revision === undefined ? {} : { revision: `${revision}` }),
  })
  return `/api/roundtables/${encodeURIComponent(id)}/minutes/file?${query}`
}
