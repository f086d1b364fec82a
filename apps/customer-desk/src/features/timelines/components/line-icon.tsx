import type { TimelineLine } from '@sixfold/contract/timelines'
import {
  IconAlertCircle,
  IconBriefcase,
  IconBulb,
  IconCheck,
  IconFlask,
  IconMail,
  IconMailOff,
  IconMessage,
  IconPackage,
  IconPhone,
  IconUsers,
} from '@tabler/icons-react'
import styles from './timelines.module.css'

const icons: Record<TimelineLine['kind'], typeof IconMail> = {
  answered: IconMessage,
  survey_sent: IconMail,
  reminder_sent: IconMail,
  event_sent: IconMail,
  message_sent: IconMail,
  held_back: IconMailOff,
  opted_out: IconMailOff,
  call: IconPhone,
  call_wanted: IconPhone,
  case_opened: IconAlertCircle,
  case_step: IconAlertCircle,
  case_resolved: IconCheck,
  case_judged: IconAlertCircle,
  asked_for: IconBulb,
  promised: IconCheck,
  event_answered: IconUsers,
  event_attended: IconUsers,
  installed: IconPackage,
  task: IconCheck,
  deal: IconBriefcase,
  study: IconFlask,
}

/** Filled: the customer speaks. */
export function LineIcon({ line: { kind, side } }: { line: TimelineLine }) {
  const Icon = icons[kind]
  return (
    <span className={styles.icon} data-side={side}>
      <Icon size={14} stroke={1.6} aria-hidden="true" />
    </span>
  )
}
