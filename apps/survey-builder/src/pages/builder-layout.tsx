import { can } from '@sixfold/domain/permissions'
import { useOpenAddress } from '@sixfold/ui/parts/app-link'
import { useSay } from '@sixfold/ui/parts/language'
import type { ShellProps } from '@sixfold/ui/parts/shell'
import { Shell } from '@sixfold/ui/parts/shell'
import { SignedIn } from '@sixfold/ui/parts/signed-in'
import { Outlet } from '@tanstack/react-router'
import { builderWords } from '../words/builder.ts'
import { reportWords } from '../words/reports.ts'

type BuilderShellProps = Pick<ShellProps, 'layout' | 'shortcuts'>

/** The builder's shell around a page, for who is signed in. */
export function BuilderShell(props: BuilderShellProps) {
  const say = useSay(builderWords)
  const sayReports = useSay(reportWords)
  const open = useOpenAddress()
  return (
    <SignedIn>
      {({ actor }) => (
        <Shell
          app="builder"
          commands={[
            {
              id: 'new-survey',
              label: say('newSurvey'),
              open: '/builder/surveys?create=true',
              may: can(actor, 'survey.edit', { regionId: null }),
            },
            {
              id: 'launch',
              label: say('launch'),
              open: '/builder/waves/new',
              may: can(actor, 'wave.launch'),
            },
          ]
            .filter(({ may }) => may)
            .map(({ id, label, open: address }) => ({ id, label, run: () => open(address) }))}
          tabs={[
            { to: '/', label: say('quarter') },
            { to: '/surveys', label: say('surveys') },
            { to: '/waves', label: say('waves') },
            { to: '/results', label: say('results') },
            { to: '/reports', label: sayReports('title') },
            { to: '/factor-models', label: say('factorModels') },
            { to: '/courtesy', label: say('courtesy') },
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
