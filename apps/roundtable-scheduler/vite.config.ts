import { viteApp } from '@sixfold/ui/vite-app'

export default viteApp({ base: '/scheduler/' })
