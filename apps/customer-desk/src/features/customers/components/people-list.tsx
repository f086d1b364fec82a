import type { Contact } from '@sixfold/contract/customers'
import { Badge } from '@sixfold/ui/parts/badge'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { deskWords } from '../../../words/desk.ts'
import styles from './customers.module.css'

/** The people of one account, in a place too narrow for a table. */
export function PeopleList({ contacts }: { contacts: readonly Contact[] }) {
  const say = useSay(deskWords)
  return (
    <ul className={styles.people}>
      {contacts.map(({ id, name, executive, role, email, optedOut }) => (
        <li key={id}>
          <span className={styles.name}>
            <Link to="/contacts/$id" params={{ id }}>
              {name}
            </Link>
            {executive && <Badge>{say('executive')}</Badge>}
          </span>
          <Lamp tone={optedOut ? 'attention' : 'none'}>{say(optedOut ? 'optedOut' : 'reachable')}</Lamp>
          {role && <span className={styles.of}>{role}</span>}
          {email && <span className={styles.of}>{email}</span>}
        </li>
      ))}
    </ul>
  )
}
