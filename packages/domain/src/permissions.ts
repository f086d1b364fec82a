export const roles = ['administrator', 'marketing', 'regional', 'care', 'analyst'] as const
export type Role = (typeof roles)[number]

/** A member of staff: `all` regions, or the ids of those that the person works for. */
export interface Actor {
  id: string
  role: Role
  regions: readonly string[] | 'all'
}

/**
 * What an action is done to. `regionId` null belongs to the whole organisation: everybody whose role allows it may read
 * it, only those for all regions may change it. Without `regionId` the thing has nothing to do with regions.
 */
export interface Thing {
  regionId?: string | null
}

/** Who may do what. A closed list: an action that is not here cannot be asked for. */
const allowed = {
  'staff.invite': ['administrator'],
  'staff.read': ['administrator', 'marketing', 'regional', 'care'],
  'customers.import': ['administrator', 'marketing'],
  'customers.edit': ['administrator', 'marketing', 'regional', 'care'],
  'customers.read': ['administrator', 'marketing', 'regional', 'care', 'analyst'],
  'products.edit': ['administrator', 'marketing'],
  /** To note what a contact said about being contacted: consent, opt-out, do not call. */
  'contact.note': ['administrator', 'marketing', 'regional', 'care'],
  'account.silence': ['administrator', 'marketing', 'regional', 'care'],
  'call.make': ['administrator', 'regional', 'care'],
  'task.read': ['administrator', 'marketing', 'regional', 'care'],
  /** What customers complained about. */
  'case.read': ['administrator', 'marketing', 'regional', 'care', 'analyst'],
  'case.work': ['administrator', 'marketing', 'regional', 'care'],
  /** When cases are opened by themselves. */
  'case-rule.read': ['administrator', 'marketing', 'regional', 'care', 'analyst'],
  'case-rule.edit': ['administrator', 'marketing', 'care'],
  /** Promised times, working hours, root causes. */
  'case.settings': ['administrator', 'care'],
  'task.work': ['administrator', 'marketing', 'regional', 'care'],
  /** What people ask about their own data. */
  'data-request.read': ['administrator', 'marketing', 'regional', 'care'],
  'data-request.work': ['administrator', 'marketing', 'regional', 'care'],
  /** Nothing brings back what was erased. */
  'data-request.erase': ['administrator', 'care'],
  'policy.edit': ['administrator', 'marketing'],
  'policy.read': ['administrator', 'marketing', 'regional', 'care', 'analyst'],
  'calendar.edit': ['administrator', 'marketing', 'regional'],
  'calendar.read': ['administrator', 'marketing', 'regional', 'care', 'analyst'],
  'survey.edit': ['administrator', 'marketing'],
  'survey.publish': ['administrator', 'marketing'],
  'survey.read': ['administrator', 'marketing', 'regional', 'care', 'analyst'],
  'wave.launch': ['administrator', 'marketing'],
  'wave.read': ['administrator', 'marketing', 'regional', 'care', 'analyst'],
  'response.export': ['administrator', 'marketing', 'analyst'],
  'response.read': ['administrator', 'marketing', 'care'],
  'scoreboard.read': ['administrator', 'marketing', 'regional', 'care', 'analyst'],
  /** To let people outside the house read results by a link. */
  'report.share': ['administrator', 'marketing', 'regional', 'analyst'],
  /** What people said in words of their own, without who said it. */
  'comment.read': ['administrator', 'marketing', 'regional', 'care', 'analyst'],
  'comment.tag': ['administrator', 'marketing', 'care', 'analyst'],
  'roundtable.plan': ['administrator', 'marketing', 'regional'],
  'roundtable.read': ['administrator', 'marketing', 'regional', 'care', 'analyst'],
  /** What customers asked for. */
  'requirement.read': ['administrator', 'marketing', 'regional', 'care', 'analyst'],
  'requirement.edit': ['administrator', 'marketing', 'regional', 'care'],
  /** Why customers bought, or did not; competitors are noted with the deals that they were in. */
  'deal.read': ['administrator', 'marketing', 'regional', 'care', 'analyst'],
  'deal.edit': ['administrator', 'marketing', 'regional', 'care', 'analyst'],
  /** Trials of competitors' products. */
  'study.read': ['administrator', 'marketing', 'regional', 'care', 'analyst'],
  'study.edit': ['administrator', 'marketing', 'care', 'analyst'],
  /** Other systems that are told of events. */
  'webhook.edit': ['administrator'],
  'outbox.read': ['administrator'],
  'jobs.read': ['administrator'],
  'jobs.replay': ['administrator'],
  'audit.read': ['administrator'],
  'settings.edit': ['administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof allowed

export const actions = Object.keys(allowed) as Action[]

/**
 * Whether a person may do something to a thing. Without a thing: whether the role may do it anywhere, as a menu asks.
 *
 * @example can({ id: 'u1', role: 'regional', regions: ['south'] }, 'roundtable.plan', { regionId: 'south' }) // true
 * @example can({ id: 'u1', role: 'regional', regions: ['south'] }, 'roundtable.plan', { regionId: 'north' }) // false
 * @example can({ id: 'u2', role: 'analyst', regions: 'all' }, 'wave.launch') // false
 */
export function can(actor: Actor, action: Action, thing: Thing = {}): boolean {
  const permitted: readonly Role[] = allowed[action]
  if (ofEveryRegion.includes(action) && actor.regions !== 'all') return false
  return permitted.includes(actor.role) && reaches(actor, action, thing)
}

/** What shows all regions at once: mails hold the links of people and colleagues everywhere, entries name them. */
const ofEveryRegion: readonly Action[] = ['outbox.read', 'audit.read']

/**
 * Whether a person may invite somebody with this role for these regions: nobody hands out a role above the own one,
 * nor a region that is not the own.
 *
 * @example canGrantRole({ id: 'u1', role: 'administrator', regions: ['south'] }, 'marketing', ['south']) // true
 * @example canGrantRole({ id: 'u1', role: 'administrator', regions: ['south'] }, 'marketing', 'all') // false
 */
export function canGrantRole(actor: Actor, role: Role, regions: Actor['regions'] = actor.regions): boolean {
  return can(actor, 'staff.invite') && rank[role] <= rank[actor.role] && coversRegions(actor, regions)
}

/** Higher may do more; regional and care do different things of the same weight. */
const rank: Record<Role, number> = { administrator: 4, marketing: 3, regional: 2, care: 2, analyst: 1 }

function reaches(actor: Actor, action: Action, { regionId }: Thing): boolean {
  if (actor.regions === 'all' || regionId === undefined) return true
  return regionId === null ? action.endsWith('.read') : actor.regions.includes(regionId)
}

function coversRegions(actor: Actor, regions: Actor['regions']): boolean {
  const own = actor.regions
  if (own === 'all') return true
  return regions !== 'all' && regions.every(region => own.includes(region))
}
