import { dueKind, dueOwners, dueView } from '@sixfold/contract/due'
import type { DueKind } from '@sixfold/domain/due/due-window'
import { addLocalMonths } from '@sixfold/domain/local-date'
import { orpc } from '@sixfold/ui/api-client'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { z } from 'zod'

const SPANS = ['months3', 'months12', 'everything'] as const
export const dueSpan = z.enum(SPANS)

/** What the address of the page says. */
export const dueFilter = z.object({
  what: dueKind.optional().catch(undefined),
  view: dueView.optional().catch(undefined),
  of: dueOwners.optional().catch(undefined),
  region: z.string().max(64).optional().catch(undefined),
  span: dueSpan.optional().catch(undefined),
})
export type DueFilter = z.infer<typeof dueFilter>

export const kindOf = ({ what = 'installation_call' }: DueFilter): DueKind => what
export const viewOf = ({ view = 'now' }: DueFilter) => view

/** Colleagues call too: a work list is looked at often. */
const LOOK_AGAIN_MS = 60_000

export const dueQuery = (filter: DueFilter) =>
  infiniteQueryOptions({
    ...orpc.due.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        kind: kindOf(filter),
        view: viewOf(filter),
        ...(filter.of ? { of: filter.of } : {}),
        ...(filter.region ? { regionId: filter.region } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: page => page.next ?? undefined,
    }),
    refetchInterval: LOOK_AGAIN_MS,
  })

/** What a report covers. `today`: any instant of it. */
function reportOf(filter: DueFilter, today: string) {
  const months = { months3: 2, months12: 11, everything: null }[filter.span ?? 'months12']
  return {
    kind: kindOf(filter),
    ...(filter.region ? { regionId: filter.region } : {}),
    ...(months === null ? {} : { from: addLocalMonths(today.slice(0, 10), -months).slice(0, 7) }),
  }
}

export const endingsQuery = (filter: DueFilter, today: string) =>
  orpc.due.endings.queryOptions({ input: reportOf(filter, today) })

export function exportAddress(filter: DueFilter, today: string): string {
  const { kind, ...rest } = reportOf(filter, today)
  const query = new URLSearchParams(rest).toString()
  return `/api/due/${kind}/lapsed.csv${query ? `?${query}` : ''}`
}
