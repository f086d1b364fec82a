import type { StaffMember } from '@sixfold/contract/staff'
import { findMembers } from '../auth/members.ts'
import type { Context } from '../context.ts'
import { findProducts } from '../features/customers/products/service.ts'
import { changeCompetitor, createCompetitor } from '../features/evidence/competitors/service.ts'
import { changeStudy, createStudy, scoreStudy, setStudyState } from '../features/evidence/studies/service.ts'

/** Who else sells what the house sells. */
export const rivals = [
  {
    name: 'Delta Instruments',
    note: 'Cheaper, sells by catalogue; two weeks of delivery from stock in Singapore.',
    product: 'DX flow meter',
    ours: 'HV-FLOW',
    versions: [
      ['4.1', '2025-09-01'],
      ['5.0', '2026-04-15'],
    ],
  },
  {
    name: 'Nordwerk Automation',
    note: 'Strong in Europe; leases instead of selling.',
    product: 'NW-30 controller',
    ours: 'HV-GATE',
    versions: [['2026', '2026-01-10']],
  },
  {
    name: 'Tam Long Electric',
    note: 'Local; close to the customers in the North.',
    product: 'TL panel',
    ours: 'HV-VIEW',
    versions: [],
  },
] as const

const criteria = [
  ['Reads right within a minute of a cold start', 'technical-solutions', 3],
  ['Holds its accuracy over a week', 'technical-solutions', 2],
  ['Installed by one fitter in half a day', 'technical-solutions', 1],
  ['Somebody who knows answers the phone', 'support-and-service', 2],
  ['Manual in the customer’s language', 'support-and-service', 1],
  ['Came on the promised day', 'delivery', 3],
  ['Nothing was missing in the crate', 'delivery', 1],
  ['Quotation understood at first reading', 'marketing', 1],
  ['Invoice right the first time', 'administration', 1],
  ['Warranty explained without being asked', 'administration', 1],
  ['Our fitters would be proud to install it', 'company-image', 1],
] as const

/** By tester, then by criterion: ours and theirs. */
const given = [
  [
    [8, 7],
    [9, 7],
    [6, 8],
    [8, 5],
    [9, 4],
    [4, 9],
    [7, 8],
    [7, 7],
    [5, 8],
    [6, 6],
    [8, 6],
  ],
  [
    [7, 7],
    [8, 6],
    [7, 8],
    [9, 6],
    [8, 5],
    [5, 8],
    [8, 8],
    [6, 8],
    [6, 7],
    [7, 5],
    [8, 7],
  ],
  [
    [8, 6],
    [9, 8],
    [5, 7],
    [7, 6],
    [9, 3],
    [3, 9],
    [6, 9],
    [7, 6],
    [4, 8],
    [6, 7],
    [9, 6],
  ],
] as const

/** Notes the competitors with their products, and tries one of them in a study that is over and one that runs. */
export async function studyCompetitors(ctx: Context, actor: StaffMember): Promise<void> {
  const products = new Map((await findProducts(ctx)).map(({ externalId, _id }) => [externalId, _id]))
  const known = []
  for (const { name, note, product, ours, versions } of rivals) {
    const made = await createCompetitor(ctx, actor, { name, website: '', note })
    known.push(
      await changeCompetitor(ctx, actor, {
        ...made,
        products: [
          {
            id: `${made.id}-product`,
            name: product,
            oursId: products.get(ours) ?? null,
            versions: versions.map(([version, releasedOn]) => ({
              id: `${made.id}-${version}`,
              name: version,
              releasedOn,
              note: '',
            })),
          },
        ],
      }),
    )
  }
  const testers = (await findMembers(ctx)).filter(({ role }) => role === 'care' || role === 'regional')
  const [delta, nordwerk] = known
  if (delta)
    await finishStudy(
      ctx,
      actor,
      testers.slice(0, given.length),
      placeOf(delta),
      products.get('HV-FLOW') ?? null,
    )
  if (nordwerk)
    await createStudy(ctx, actor, {
      ...blank,
      ...placeOf(nordwerk),
      title: 'NW-30 against our controller',
      oursId: products.get('HV-GATE') ?? null,
      means: 'borrowed',
      plan: 'Four weeks at the training centre, as soon as the leasing company delivers.',
      testerIds: testers.slice(0, 2).map(({ id }) => id),
    })
}

const placeOf = ({ id, products }: Awaited<ReturnType<typeof changeCompetitor>>) => ({
  competitorId: id,
  rivalProductId: products[0]?.id ?? '',
  rivalVersionId: products[0]?.versions.at(-1)?.id ?? null,
})

const blank = {
  oursId: null,
  regionId: null,
  obtainedOn: null,
  returnBy: null,
  cost: null,
  criteria: [],
  findings: [],
  conclusion: '',
}

async function finishStudy(
  ctx: Context,
  actor: StaffMember,
  testers: readonly StaffMember[],
  place: ReturnType<typeof placeOf>,
  oursId: string | null,
): Promise<void> {
  const tried = criteria.map(([name, factor, weight], at) => ({
    id: `criterion-${at + 1}`,
    name,
    factor,
    weight,
    method: '',
  }))
  const study = await createStudy(ctx, actor, {
    ...blank,
    ...place,
    title: 'DX 5.0 on our own bench',
    oursId,
    means: 'bought',
    obtainedOn: ctx.clock.now().toISOString().slice(0, 10),
    cost: 4_800,
    plan: 'Bought under the name of a customer who agreed. Two weeks on the bench, one week in the pump house.',
    criteria: tried,
    testerIds: testers.map(({ id }) => id),
  })
  const running = await setStudyState(ctx, actor, { ...study, state: 'running' })
  for (const [at, tester] of testers.entries()) {
    const points = given[at] ?? []
    await scoreStudy(ctx, tester, {
      id: study.id,
      revision: 0,
      sheet: Object.fromEntries(
        tried.map(({ id }, n) => [id, { us: points[n]?.[0] ?? null, them: points[n]?.[1] ?? null }]),
      ),
      note: at === 1 ? 'Their crate came on the day they had said, at the hour they had said.' : '',
    })
  }
  const found = await changeStudy(ctx, actor, {
    id: study.id,
    revision: running.revision,
    changes: {
      findings: [
        {
          id: 'finding-1',
          kind: 'they_lead',
          factor: 'delivery',
          text: 'Four days from order to ramp; we promised fourteen and needed nineteen.',
        },
        {
          id: 'finding-2',
          kind: 'we_lead',
          factor: 'support-and-service',
          text: 'Their hotline reads from the manual. Ours had the answer in one call.',
        },
        {
          id: 'finding-3',
          kind: 'remark',
          factor: null,
          text: 'The housing is the same supplier’s as ours.',
        },
      ],
      conclusion:
        'They win on the day of delivery, not on the meter. A stock of the five commonest sizes would take that from them.',
    },
  })
  await setStudyState(ctx, actor, { ...found, state: 'finished' })
}
