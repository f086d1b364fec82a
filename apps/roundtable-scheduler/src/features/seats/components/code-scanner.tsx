import { Button } from '@mantine/core'
import { useSay } from '@sixfold/ui/parts/language'
import { useEffect, useRef, useState } from 'react'
import { seatWords } from '../../../words/seats.ts'
import styles from './door.module.css'

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>
}
type DetectorMaker = new (options: { formats: string[] }) => Detector

const LOOK_EVERY_MS = 250

/** Reads a guest's code with the camera, where the browser can; elsewhere the phone's own camera app opens the same page. */
export function CodeScanner({ onCode }: { onCode: (text: string) => void }) {
  const say = useSay(seatWords)
  const [on, setOn] = useState(false)
  const [fails, setFails] = useState(false)
  const video = useRef<HTMLVideoElement>(null)
  const told = useRef(onCode)
  useEffect(() => {
    told.current = onCode
  })

  useEffect(() => {
    if (!on) return
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setInterval> | undefined
    let ended = false
    void look().catch(() => {
      setFails(true)
      setOn(false)
    })
    return stop

    function stop() {
      ended = true
      clearInterval(timer)
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    async function look() {
      const maker = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector
      if (!maker) throw new Error('this browser reads no codes')
      const detector = new maker({ formats: ['qr_code'] })
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (ended || !video.current) return stop()
      video.current.srcObject = stream
      await video.current.play()
      timer = setInterval(async () => {
        const [code] = video.current ? await detector.detect(video.current).catch(() => []) : []
        if (!code || ended) return
        setOn(false)
        told.current(code.rawValue)
      }, LOOK_EVERY_MS)
    }
  }, [on])

  return (
    <>
      {on && <video className={styles.video} ref={video} muted playsInline aria-label={say('scan')} />}
      {fails && <p role="status">{say('noCamera')}</p>}
      <Button
        onClick={() => {
          setFails(false)
          setOn(!on)
        }}
      >
        {say(on ? 'stopScan' : 'scan')}
      </Button>
    </>
  )
}
