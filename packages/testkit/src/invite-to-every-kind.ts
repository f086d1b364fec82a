import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { everyKindPages } from './every-kind.ts'
import type { InvitedWave } from './invited.ts'
import { inviteContacts } from './invited.ts'
import { colleague } from './people.ts'
import { samplePng } from './sample-files.ts'
import type { TestApi } from './start-test-api.ts'

/** Puts two pictures into the house, asks every kind of question with them before the survey's own, and invites. */
export async function inviteToEveryKind(
  api: TestApi,
  options: Omit<NonNullable<Parameters<typeof inviteContacts>[1]>, 'operations'> & {
    change?: readonly SurveyOperation[]
  } = {},
): Promise<InvitedWave> {
  const marketing = await colleague(api, 'marketing')
  const pictures = await Promise.all(
    [samplePng(60, 90, 160), samplePng(150, 150, 150)].map(async (bytes, at) => {
      const file = new File([new Uint8Array(bytes)], `housing-${at}.png`)
      return (await marketing.api.files.addPicture({ file })).id
    }),
  )
  const { change = [], ...rest } = options
  const operations = everyKindPages(pictures).map((page, index) => ({ op: 'add-page' as const, index, page }))
  return inviteContacts(api, { ...rest, operations: [...operations, ...change] })
}
