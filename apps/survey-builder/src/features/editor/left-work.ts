import type { KeptWork, WorkPlace } from './kept-work.ts'

/** A lock that lives as long as a tab does: whose lock is free has left. */
export interface TabLocks {
  /** Runs `hold` once nobody else has the lock, and keeps it until that ends. */
  request: (name: string, hold: () => Promise<void>) => Promise<unknown>
}

/** This tab's own lock, until it closes or dies. */
export function holdTab(locks: TabLocks | undefined, writer: string): void {
  void locks?.request(lockName(writer), () => new Promise(() => {}))
}

/**
 * Hands over what other tabs have left on this device, each piece to one tab, once the tab that wrote it is gone;
 * without locks at once. `waiting` remembers whose end is awaited already.
 */
export function takeLeftWork(
  locks: TabLocks | undefined,
  { work, writer, waiting }: { work: WorkPlace; writer: string; waiting: Set<string> },
  take: (kept: KeptWork) => Promise<void>,
): void {
  for (const other of work.writers()) {
    if (other === writer || waiting.has(other)) continue
    waiting.add(other)
    const takeOver = async () => {
      const kept = work.read(other)
      if (kept) await take(kept)
      waiting.delete(other)
    }
    void (locks ? locks.request(lockName(other), takeOver) : takeOver())
  }
}

function lockName(writer: string): string {
  return `sixfold.tab/${writer}`
}
