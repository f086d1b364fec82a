import type { Context } from '../../../context.ts'
import { defineCollection } from '../../../db/collection.ts'

/** The one document of settings. */
interface SettingsRow {
  _id: 'blind'
  carriedOutBy: string
}

const settings = defineCollection<SettingsRow>('blindSettings', { _id: String, carriedOutBy: String })

/** Empty when nobody has been named. */
export async function findCarrier(ctx: Context): Promise<string> {
  return (await settings(ctx).findById('blind').lean<SettingsRow>())?.carriedOutBy ?? ''
}

export async function storeCarrier(ctx: Context, carriedOutBy: string): Promise<void> {
  await settings(ctx).updateOne({ _id: 'blind' }, { $set: { carriedOutBy } }, { upsert: true })
}
