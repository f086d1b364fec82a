/** What another system can be told of. An event carries ids and states only: the receiver reads the rest with its key. */
export const webhookEvents = [
  'account.created',
  'account.changed',
  'contact.created',
  'contact.changed',
  'contact.opted_out',
  'customers.imported',
  'case.opened',
  'case.changed',
  'case.closed',
  'requirement.changed',
  'deal.recorded',
  'wave.closed',
  'webhook.test',
] as const

export type WebhookEvent = (typeof webhookEvents)[number]
