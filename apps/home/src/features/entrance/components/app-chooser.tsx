import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import { appsFor } from '@sixfold/ui/apps'
import { AppLink } from '@sixfold/ui/parts/app-link'
import { useSay } from '@sixfold/ui/parts/language'
import { shellWords } from '@sixfold/ui/words/shell'
import { IconArrowRight } from '@tabler/icons-react'
import { entranceWords } from '../../../words/entrance.ts'
import styles from './app-chooser.module.css'

/** Where to go: the apps of one's role, and for administrators the keeping of the house. */
export function AppChooser({ actor }: { actor: StaffMember }) {
  const say = useSay(entranceWords)
  const sayShell = useSay(shellWords)
  const rooms = [
    { href: '/staff', name: say('staff'), text: say('staffText'), open: can(actor, 'staff.invite') },
    {
      href: '/connections',
      name: say('connections'),
      text: say('connectionsText'),
      open: can(actor, 'webhook.edit'),
    },
    { href: '/outbox', name: say('outbox'), text: say('outboxText'), open: can(actor, 'outbox.read') },
    { href: '/jobs', name: say('jobs'), text: say('jobsText'), open: can(actor, 'jobs.read') },
    { href: '/audit', name: say('audit'), text: say('auditText'), open: can(actor, 'audit.read') },
  ].filter(room => room.open)
  return (
    <div className={styles.chooser}>
      <section className={styles.apps}>
        <h2>{say('yourApps')}</h2>
        <ul>
          {appsFor(actor.role).map(app => (
            <Choice key={app.id} href={app.href} name={sayShell(app.id)} text={say(`${app.id}Text`)} />
          ))}
        </ul>
      </section>
      {rooms.length > 0 && (
        <section className={styles.rooms}>
          <h2>{say('administration')}</h2>
          <ul>
            {rooms.map(room => (
              <Choice key={room.href} href={room.href} name={room.name} text={room.text} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Choice({ href, name, text }: { href: string; name: string; text: string }) {
  return (
    <li>
      <AppLink className={styles.choice} href={href}>
        <span className={styles.name}>{name}</span>
        <span className={styles.text}>{text}</span>
        <IconArrowRight className={styles.arrow} size={18} stroke={1.5} aria-hidden="true" />
      </AppLink>
    </li>
  )
}
