import { useState } from 'react'
import { splitStyles, styleKey } from '../split-styles.ts'
import styles from './outbox.module.css'

/**
 * Shows a mail's HTML where its scripts cannot run. Mails carry their styles as attributes, which the page's policy
 * refuses in parsed HTML; so they are taken off first and set again through the style object, which is allowed.
 */
export function MailFrame({ html, title }: { html: string; title: string }) {
  const [height, setHeight] = useState(240)

  function fill(frame: HTMLIFrameElement | null) {
    const inside = frame?.contentDocument
    if (!inside) return
    drawInto(inside, html)
    setHeight(Math.min(4000, Math.max(160, inside.documentElement.scrollHeight)))
  }

  return (
    <iframe
      className={styles.letter}
      style={{ height }}
      title={title}
      // Same origin so that this page can draw into it; no scripts, no forms. Links open beside.
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      ref={fill}
      onLoad={event => fill(event.currentTarget)}
      key={html}
    />
  )
}

function drawInto(page: Document, html: string): void {
  const plain = splitStyles(html)
  const letter = new DOMParser().parseFromString(plain.html, 'text/html')
  letter.querySelectorAll('script, link, meta, title, base').forEach(element => {
    element.remove()
  })
  letter.querySelectorAll('a').forEach(anchor => {
    anchor.target = '_blank'
    anchor.rel = 'noreferrer'
  })
  page.body.style.cssText = letter.body.getAttribute(styleKey) ?? ''
  page.body.replaceChildren(...letter.body.childNodes)
  page.querySelectorAll<HTMLElement>(`[${styleKey}]`).forEach(element => {
    element.style.cssText = element.getAttribute(styleKey) ?? ''
  })
  const frameWindow = page.defaultView
  if (frameWindow && plain.sheet) {
    const sheet = new frameWindow.CSSStyleSheet()
    sheet.replaceSync(plain.sheet)
    page.adoptedStyleSheets = [sheet]
  }
}
