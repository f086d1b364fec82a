import { QueryClient } from '@tanstack/react-query'
import { asApiError } from './api-error.ts'

/** Only a server that is away may answer differently next time; every other refusal is final. */
export function mayRetry(failures: number, error: unknown): boolean {
  return failures < 3 && asApiError(error).code === 'unavailable'
}

/** Waits 1, 2, then 4 seconds. */
export function retryDelay(failures: number): number {
  return 1000 * 2 ** failures
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: mayRetry, retryDelay, staleTime: 15_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
