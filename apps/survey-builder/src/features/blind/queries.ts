import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const blindSettingsQuery = () => orpc.blind.settings.queryOptions()

export function useSaveBlindSettings() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.blind.saveSettings.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(),
    }),
  )
}
