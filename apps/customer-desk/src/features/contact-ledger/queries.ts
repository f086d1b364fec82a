import { orpc } from '@sixfold/ui/api-client'

export const ledgerQuery = (id: string) => orpc.contactLedger.read.queryOptions({ input: { id } })
