import { orpc } from '@sixfold/ui/api-client'

export const ledgerQuery = (id: string) => orpc.contactLedger.read.queryOptions({ input: { id } })

export const outlookQuery = (id: string) => orpc.contactLedger.outlook.queryOptions({ input: { id } })
