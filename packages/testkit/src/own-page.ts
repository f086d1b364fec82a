import { makePersonalLink } from '@sixfold/api/features/privacy/personal-links/service'
import type { TestApi } from './start-test-api.ts'

/** The address of a contact's own page, as a mail would bring it. */
export async function ownPageOf(api: TestApi, contactId: string): Promise<string> {
  return (await makePersonalLink(api.ctx, contactId, 'own_page')).address
}
