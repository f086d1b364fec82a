import { orpc } from '@sixfold/ui/api-client'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { z } from 'zod'

/** What the address of the page says: everything, or one side alone. */
export const timelineFilter = z.object({ said: z.enum(['they', 'we']).optional().catch(undefined) })
export type TimelineFilter = z.infer<typeof timelineFilter>

/** Some at a time, the latest first. */
export const timelineQuery = (id: string, { said }: TimelineFilter) =>
  infiniteQueryOptions(
    orpc.timelines.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        id,
        ...(said ? { side: said } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: page => page.next ?? undefined,
    }),
  )

export const outlineQuery = (id: string) => orpc.timelines.outline.queryOptions({ input: { id } })
