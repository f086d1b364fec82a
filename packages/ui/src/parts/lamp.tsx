import type { ReactNode } from 'react'
import styles from './lamp.module.css'

export type Tone = 'good' | 'attention' | 'problem' | 'none'

/** Disc: good; half disc: attention; ring with a stroke: problem; ring: nothing to say. Always beside a word. */
export function LampShape({ tone, size = 10 }: { tone: Tone; size?: number }) {
  return (
    <svg
      className={styles[tone]}
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
    >
      {tone === 'good' && <circle cx="6" cy="6" r="5.5" fill="currentColor" />}
      {tone === 'none' && (
        <circle cx="6" cy="6" r="4.7" fill="none" stroke="currentColor" strokeWidth="1.4" />
      )}
      {tone === 'attention' && (
        <>
          <circle cx="6" cy="6" r="4.7" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="M6 1.3a4.7 4.7 0 0 1 0 9.4z" fill="currentColor" />
        </>
      )}
      {tone === 'problem' && (
        <>
          <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.8" />
          <path d="M6 3.3v3.2M6 8.3v.4" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
        </>
      )}
    </svg>
  )
}

/** A state in a shape and a word; the colour only repeats them. */
export function Lamp({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`${styles.lamp} ${styles[tone]}`}>
      <LampShape tone={tone} />
      {children}
    </span>
  )
}
