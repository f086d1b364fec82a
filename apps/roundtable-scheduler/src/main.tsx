import { startApp } from '@sixfold/ui/parts/provider'
import { RouterProvider } from '@tanstack/react-router'
import { router } from './router.ts'

startApp(<RouterProvider router={router} />)
