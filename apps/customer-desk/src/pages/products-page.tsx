import { Button } from '@mantine/core'
import type { Product } from '@sixfold/contract/installations'
import { can } from '@sixfold/domain/permissions'
import { formatNumber } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProductDialog } from '../features/products/components/product-dialog.tsx'
import { productsQuery } from '../features/products/queries.ts'
import { deskWords } from '../words/desk.ts'
import { recordWords } from '../words/record.ts'

/** `/desk/products`: what the house sells. */
export function ProductsPage() {
  const say = useSay(recordWords)
  const sayDesk = useSay(deskWords)
  const { language } = useLanguage()
  const actor = useSession().data?.actor
  const products = useQuery(productsQuery())
  const [edited, setEdited] = useState<Product | 'new' | null>(null)
  const mayEdit = actor !== undefined && can(actor, 'products.edit', { regionId: null })
  const n = products.data?.items.length ?? 0
  const addButton = mayEdit && (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
      onClick={() => setEdited('new')}
    >
      {say('addProduct')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={say('products')}
        lead={n > 0 ? say('productsLead', { n }) : undefined}
        actions={n > 0 && addButton}
      />
      <QueryStates
        query={products}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState title={say('noProducts')} action={addButton}>
            {say(mayEdit ? 'noProductsText' : 'noProductsForYou')}
          </EmptyState>
        }
      >
        {({ items }) => (
          <Sheet label={say('products')}>
            <DataTable
              caption={say('products')}
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                { key: 'name', header: say('name'), rowHeader: true, cell: ({ name }) => name },
                {
                  key: 'number',
                  header: sayDesk('externalId'),
                  cell: ({ id, externalId }) => (externalId === id ? '' : externalId),
                },
                {
                  key: 'bought',
                  header: say('boughtTimes'),
                  figure: true,
                  cell: ({ bought }) => formatNumber(bought, language),
                },
                ...(mayEdit
                  ? [
                      {
                        key: 'rename',
                        header: say('rename'),
                        headerHidden: true,
                        width: 120,
                        cell: (product: Product) => (
                          <Button
                            size="xs"
                            variant="subtle"
                            aria-label={say('renameIt', { product: product.name })}
                            onClick={() => setEdited(product)}
                          >
                            {say('rename')}
                          </Button>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          </Sheet>
        )}
      </QueryStates>
      <ProductDialog product={edited} onClose={() => setEdited(null)} />
    </>
  )
}
