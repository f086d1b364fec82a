import type { CallDesk } from '@sixfold/contract/calls'
import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import { findMembers } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import type { CallerSearch } from '../due-records/service.ts'
import type { CallDeskRow } from './store.ts'
import { findCallDesks, storeCallDesk } from './store.ts'

/** Who calls where, in the regions of the caller, and who could. */
export async function listCallDesks(ctx: Context, actor: StaffMember) {
  if (!can(actor, 'call.make')) throw new AppError('not_found')
  const [regions, rows, members, { languages }] = await Promise.all([
    listRegions(ctx),
    findCallDesks(ctx),
    findMembers(ctx),
    readOrganisation(ctx),
  ])
  const known = new Map(rows.map(row => [row._id, row]))
  return {
    items: regions
      .filter(({ _id: regionId }) => can(actor, 'call.make', { regionId }))
      .map(({ _id }) => toDesk(known.get(_id) ?? { _id, desks: [], revision: 0 })),
    members: members.filter(one => can(one, 'call.make')).map(({ id, name }) => ({ id, name })),
    languages: [
      ...new Set([...languages, ...rows.flatMap(({ desks }) => desks.map(({ language }) => language))]),
    ],
  }
}

/** Gives the calls of a region away. Somebody who may not call there, or not any more, gets none. */
export async function saveCallDesk(ctx: Context, actor: StaffMember, desk: CallDesk): Promise<CallDesk> {
  const { regionId, revision } = desk
  const [regions, members] = await Promise.all([listRegions(ctx), findMembers(ctx)])
  if (!regions.some(({ _id }) => _id === regionId) || !can(actor, 'call.make', { regionId }))
    throw new AppError('not_found')
  const able = new Set(members.filter(one => can(one, 'call.make', { regionId })).map(({ id }) => id))
  const byLanguage = new Map<string, Set<string>>()
  for (const { language, memberIds } of desk.desks) {
    const own = byLanguage.get(language) ?? new Set()
    byLanguage.set(language, own)
    for (const id of memberIds) if (able.has(id)) own.add(id)
  }
  const desks = [...byLanguage].flatMap(([language, own]) =>
    own.size === 0 ? [] : [{ language, memberIds: [...own] }],
  )
  if (!(await storeCallDesk(ctx, { _id: regionId, desks, revision }))) throw new AppError('revision_conflict')
  await record(
    ctx,
    actor,
    'call-desk.changed',
    `region:${regionId}`,
    desks.map(one => one.language).join(' '),
  )
  return { regionId, desks, revision: revision + 1 }
}

/** The desks as a search for the calls of one colleague reads them; null: for those that nobody makes. */
export async function callerSearch(ctx: Context, memberId: string | null): Promise<CallerSearch> {
  const rows = await findCallDesks(ctx)
  const placesOf = (counts: (memberIds: readonly string[]) => boolean) =>
    rows.flatMap(({ _id: regionId, desks }) => {
      const languages = desks.filter(({ memberIds }) => counts(memberIds)).map(({ language }) => language)
      return languages.length === 0 ? [] : [{ regionId, languages }]
    })
  return {
    memberId,
    own: memberId === null ? [] : placesOf(ids => ids.includes(memberId)),
    taken: placesOf(ids => ids.length > 0),
  }
}

/** Who calls in a region and language; nobody in particular where no desk is. */
export async function openCallDesks(
  ctx: Context,
): Promise<(regionId: string, language: string | null) => readonly string[]> {
  const rows = new Map((await findCallDesks(ctx)).map(row => [row._id, row]))
  return (regionId, language) =>
    rows.get(regionId)?.desks.find(desk => desk.language === language)?.memberIds ?? []
}

const toDesk = ({ _id: regionId, desks, revision }: CallDeskRow): CallDesk => ({ regionId, desks, revision })
