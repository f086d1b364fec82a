import type { ImportRun } from '@sixfold/contract/imports'
import type { ImportKind } from '@sixfold/domain/customers/import-columns'
import { orpc } from '@sixfold/ui/api-client'
import { useFollow, useLiveEvent } from '@sixfold/ui/live'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

export const importsQuery = () => orpc.imports.list.queryOptions()
export const importQuery = (id: string) => orpc.imports.get.queryOptions({ input: { id } })

export const isRunning = ({ state }: Pick<ImportRun, 'state'>) => state === 'reading' || state === 'writing'

/** How often a running import is asked for, in case its news do not arrive by themselves. */
const ASKED_EVERY_MS = 2000

/** An import as it goes on: its news come over the socket, and are asked for besides. */
export function useImport(id: string) {
  const queryClient = useQueryClient()
  const options = importQuery(id)
  const refresh = () => void queryClient.invalidateQueries({ queryKey: options.queryKey })
  useFollow({ kind: 'import', id }, refresh)
  useLiveEvent('import:changed', run => {
    if (run.id !== id) return
    if (!isRunning(run)) {
      // The end is read again: its reasons come in this reader's language.
      refresh()
      for (const noun of [orpc.customers, orpc.products, orpc.installations, orpc.duplicates])
        void queryClient.invalidateQueries({ queryKey: noun.key() })
      void queryClient.invalidateQueries({ queryKey: orpc.session.key() })
      return
    }
    queryClient.setQueryData(options.queryKey, run)
  })
  return useQuery({
    ...options,
    refetchInterval: query => (query.state.data && isRunning(query.state.data) ? ASKED_EVERY_MS : false),
  })
}

function useImportStored() {
  const queryClient = useQueryClient()
  return (run: ImportRun) => {
    queryClient.setQueryData(importQuery(run.id).queryKey, run)
    return queryClient.invalidateQueries({ queryKey: importsQuery().queryKey })
  }
}

export function useStartImport() {
  return useMutation(orpc.imports.start.mutationOptions({ onSuccess: useImportStored() }))
}

export function useRepeatImport() {
  return useMutation(orpc.imports.repeat.mutationOptions({ onSuccess: useImportStored() }))
}

export function useCancelImport() {
  return useMutation(orpc.imports.cancel.mutationOptions({ onSuccess: useImportStored() }))
}

/** Where the browser fetches the files of an import. */
export const importFiles = {
  template: (kind: ImportKind) => `/api/imports/template.csv?kind=${kind}`,
  faultReport: (id: string) => `/api/imports/${encodeURIComponent(id)}/faults.csv`,
  faultyLines: (id: string) => `/api/imports/${encodeURIComponent(id)}/faulty-lines.csv`,
}
