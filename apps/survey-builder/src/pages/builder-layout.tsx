import { useSay } from '@sixfold/ui/parts/language'
import type { ShellProps } from '@sixfold/ui/parts/shell'
import { Shell } from '@sixfold/ui/parts/shell'
import { SignedIn } from '@sixfold/ui/parts/signed-in'
import { Outlet } from '@tanstack/react-router'
import { builderWords } from '../words/builder.ts'

type BuilderShellProps = Pick<ShellProps, 'layout' | 'shortcuts'>

/** The builder's shell around a page, for who is signed in. */
export function BuilderShell(props: BuilderShellProps) {
  const say = useSay(builderWords)
  return (
    <SignedIn>
      {() => (
        <Shell
          app="builder"
          tabs={[
            { to: '/', label: say('quarter') },
            { to: '/surveys', label: say('surveys') },
            { to: '/waves', label: say('waves') },
            { to: '/results', label: say('results') },
          ]}
          {...props}
        >
          <Outlet />
        </Shell>
      )}
    </SignedIn>
  )
}

export function BuilderLayout() {
  return <BuilderShell />
}
