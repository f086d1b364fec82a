import type { BlindSettings } from '@sixfold/contract/blind'
import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import { findCarrier, storeCarrier } from './store.ts'

const WHOLE_HOUSE = { regionId: null }

/** Who carries out blind surveys, as their pages and mails say: until somebody is named, the address of the links, which they show anyway. */
export async function carrierOf(ctx: Context): Promise<string> {
  return (await findCarrier(ctx)) || new URL(ctx.config.publicUrl).hostname
}

export async function readBlindSettings(ctx: Context, actor: StaffMember): Promise<BlindSettings> {
  if (!can(actor, 'wave.read')) throw new AppError('not_found')
  return { carriedOutBy: await findCarrier(ctx) }
}

export async function saveBlindSettings(
  ctx: Context,
  actor: StaffMember,
  { carriedOutBy }: BlindSettings,
): Promise<BlindSettings> {
  if (!can(actor, 'wave.launch', WHOLE_HOUSE)) throw new AppError('not_found')
  await storeCarrier(ctx, carriedOutBy)
  await record(ctx, actor, 'blind.carrier', 'organisation', carriedOutBy)
  return { carriedOutBy }
}
