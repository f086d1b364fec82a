import { orpc } from '@sixfold/ui/api-client'

export const evidenceLinksQuery = (regionId: string | undefined) =>
  orpc.evidenceLinks.get.queryOptions({
    input: regionId === undefined ? {} : { regionId },
    // A job works it out; whoever waits for it looks again.
    refetchInterval: ({ state }) => (state.data?.state === 'coming' || state.data?.outdated ? 3_000 : false),
  })
