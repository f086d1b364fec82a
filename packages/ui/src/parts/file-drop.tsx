import { Button, FileButton } from '@mantine/core'
import { type DragEvent, useState } from 'react'
import { formatNumber } from '../format.ts'
import { partWords } from '../words/parts.ts'
import styles from './file-drop.module.css'
import { useLanguage, useSay } from './language.tsx'

export interface FileDropProps {
  /** What the file is, for who cannot see its place. */
  label: string
  /** Endings and media types that the browser offers first. */
  accept: string
  /** What may be given: kinds and size. */
  limits: string
  file: File | undefined
  onChoose: (file: File) => void
}

/** A file by button or by dropping it; both do the same. */
export function FileDrop({ label, accept, limits, file, onChoose }: FileDropProps) {
  const say = useSay(partWords)
  const { language } = useLanguage()
  const [over, setOver] = useState(false)
  function hold(event: DragEvent) {
    event.preventDefault()
    setOver(true)
  }
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const [dropped] = event.dataTransfer.files
    if (dropped) onChoose(dropped)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way for the pointer; the button is the way for everybody.
    <div
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {file && (
        <p className={styles.chosen}>
          {file.name} <span className={styles.quiet}>{size(file.size)}</span>
        </p>
      )}
      <div className={styles.choose}>
        <FileButton
          accept={accept}
          inputProps={{ 'aria-label': label, tabIndex: -1 }}
          onChange={chosen => chosen && onChoose(chosen)}
        >
          {props => <Button {...props}>{say(file ? 'otherFile' : 'chooseFile')}</Button>}
        </FileButton>
        <span className={styles.quiet}>{say('orDrop')}</span>
      </div>
      <p className={styles.quiet}>{limits}</p>
    </div>
  )

  function size(bytes: number): string {
    return bytes < 1_000_000
      ? `${formatNumber(Math.max(1, bytes / 1000), language)} kB`
      : `${formatNumber(bytes / 1_000_000, language, 1)} MB`
  }
}
