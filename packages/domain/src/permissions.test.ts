import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Action, type Actor, actions, can, canGrantRole, type Role, roles } from './permissions.ts'

const actor = (role: Role, regions: Actor['regions'] = 'all'): Actor => ({ id: 'u1', role, regions })

describe('what each role may do', () => {
  const expected: Record<Role, Action[]> = {
    administrator: [...actions],
    marketing: [
      'staff.read',
      'customers.import',
      'customers.edit',
      'customers.read',
      'products.edit',
      'contact.note',
      'account.silence',
      'task.read',
      'case.read',
      'case.work',
      'case-rule.read',
      'case-rule.edit',
      'task.work',
      'data-request.read',
      'data-request.work',
      'policy.edit',
      'policy.read',
      'calendar.edit',
      'calendar.read',
      'survey.edit',
      'survey.publish',
      'survey.read',
      'wave.launch',
      'wave.read',
      'response.export',
      'response.read',
      'scoreboard.read',
      'report.share',
      'comment.read',
      'comment.tag',
      'roundtable.plan',
      'roundtable.read',
      'requirement.read',
      'requirement.edit',
      'deal.read',
      'deal.edit',
      'study.read',
      'study.edit',
    ],
    regional: [
      'staff.read',
      'customers.edit',
      'customers.read',
      'contact.note',
      'account.silence',
      'call.make',
      'task.read',
      'case.read',
      'case.work',
      'case-rule.read',
      'task.work',
      'data-request.read',
      'data-request.work',
      'policy.read',
      'calendar.edit',
      'calendar.read',
      'survey.read',
      'wave.read',
      'scoreboard.read',
      'report.share',
      'comment.read',
      'roundtable.plan',
      'roundtable.read',
      'requirement.read',
      'requirement.edit',
      'deal.read',
      'deal.edit',
      'study.read',
    ],
    care: [
      'staff.read',
      'customers.edit',
      'customers.read',
      'contact.note',
      'account.silence',
      'call.make',
      'task.read',
      'case.read',
      'case.work',
      'case-rule.read',
      'case-rule.edit',
      'case.settings',
      'task.work',
      'data-request.read',
      'data-request.work',
      'data-request.erase',
      'policy.read',
      'calendar.read',
      'survey.read',
      'wave.read',
      'response.read',
      'scoreboard.read',
      'comment.read',
      'comment.tag',
      'roundtable.read',
      'requirement.read',
      'requirement.edit',
      'deal.read',
      'deal.edit',
      'study.read',
      'study.edit',
    ],
    analyst: [
      'customers.read',
      'case.read',
      'case-rule.read',
      'policy.read',
      'calendar.read',
      'survey.read',
      'wave.read',
      'response.export',
      'scoreboard.read',
      'report.share',
      'comment.read',
      'comment.tag',
      'roundtable.read',
      'requirement.read',
      'deal.read',
      'deal.edit',
      'study.read',
      'study.edit',
    ],
  }

  test.each([...roles])('%s', role => {
    expect(actions.filter(action => can(actor(role), action))).toEqual(expected[role])
  })
})

describe('regions', () => {
  const south = actor('regional', ['south'])

  test('limit what the role allows', () => {
    expect(can(south, 'roundtable.plan', { regionId: 'south' })).toBe(true)
    expect(can(south, 'roundtable.plan', { regionId: 'north' })).toBe(false)
    expect(can(actor('regional', []), 'roundtable.read', { regionId: 'south' })).toBe(false)
  })

  test('limit administrators too', () => {
    expect(can(actor('administrator', ['south']), 'customers.read', { regionId: 'north' })).toBe(false)
  })

  test('what belongs to the whole organisation is read by all and changed by those for all regions', () => {
    const marketing = actor('marketing', ['south'])
    expect(can(marketing, 'wave.read', { regionId: null })).toBe(true)
    expect(can(marketing, 'wave.launch', { regionId: null })).toBe(false)
    expect(can(actor('marketing'), 'wave.launch', { regionId: null })).toBe(true)
  })

  test('do not matter where no thing is asked about', () => {
    expect(can(actor('regional', []), 'roundtable.plan')).toBe(true)
  })
})

describe('granting roles', () => {
  test('only administrators invite', () => {
    const granting = roles.filter(role => roles.some(granted => canGrantRole(actor(role), granted)))
    expect(granting).toEqual(['administrator'])
    expect(roles.every(role => canGrantRole(actor('administrator'), role))).toBe(true)
  })

  test('regions beyond the own are not handed out', () => {
    const south = actor('administrator', ['south', 'centre'])
    expect(canGrantRole(south, 'regional', ['south'])).toBe(true)
    expect(canGrantRole(south, 'regional', ['south', 'north'])).toBe(false)
    expect(canGrantRole(south, 'regional', 'all')).toBe(false)
  })

  test('law: nobody can do more through somebody invited than alone', () => {
    const region = fc.constantFrom('north', 'centre', 'south')
    const regions = fc.oneof(fc.constant('all' as const), fc.uniqueArray(region))
    const actors = fc.record({ id: fc.constant('u'), role: fc.constantFrom(...roles), regions })
    fc.assert(
      fc.property(
        actors,
        actors,
        fc.constantFrom(...actions),
        fc.option(region),
        (giver, given, action, regionId) => {
          if (!canGrantRole(giver, given.role, given.regions)) return
          if (can(given, action, { regionId })) expect(can(giver, action, { regionId })).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})

test('an administrator for some regions sees neither the mails nor the entries of all of them', () => {
  for (const action of ['outbox.read', 'audit.read'] as const) {
    expect(can(actor('administrator'), action)).toBe(true)
    expect(can(actor('administrator', ['south']), action)).toBe(false)
  }
  expect(can(actor('administrator', ['south']), 'staff.invite')).toBe(true)
})
