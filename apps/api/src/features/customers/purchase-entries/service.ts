import { newest } from '@sixfold/domain/timeline/newest'
import { plainEntry } from '@sixfold/domain/timeline/plain-entry'
import { resolveWallTime } from '@sixfold/domain/wall-time'
import type { TimelineSource } from '../../../sources/timeline-source.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import { findInstallationsOfAccounts } from '../installations/service.ts'
import { findProductsById } from '../products/service.ts'

/** What was installed at the account: the beginning of its day in the account's region. */
export const purchaseEntries: TimelineSource = {
  may: 'customers.read',
  async accountEntries(ctx, { accountId, regionId }, page) {
    const [bought, regions, { zone: fallbackZone }] = await Promise.all([
      findInstallationsOfAccounts(ctx, [accountId]),
      listRegions(ctx),
      readOrganisation(ctx),
    ])
    const zone = regions.find(({ _id }) => _id === regionId)?.zone ?? fallbackZone
    const names = new Map(
      (
        await findProductsById(
          ctx,
          bought.map(({ productId }) => productId),
        )
      ).map(product => [product._id, product.name]),
    )
    return newest(
      bought.flatMap(({ id, productId, contactId, installedOn: date }) => {
        if (date === null) return []
        return [
          plainEntry({
            id: `purchase:${id}`,
            at: resolveWallTime({ date, time: '00:00', zone, fallbackZone }).instant,
            kind: 'installed',
            side: 'we',
            contactId,
            title: names.get(productId) ?? '',
          }),
        ]
      }),
      page,
    )
  },
}
