import { startApp } from '@sixfold/ui/parts/provider'
import { createQueryClient } from '@sixfold/ui/query-client'
import { sessionQuery } from '@sixfold/ui/session'
import { RouterProvider } from '@tanstack/react-router'
import { router } from './router.ts'

const queryClient = createQueryClient()
// Asked for while the page's own script is still on its way.
void queryClient.prefetchQuery(sessionQuery())

startApp(<RouterProvider router={router} context={{ queryClient }} />, queryClient)
