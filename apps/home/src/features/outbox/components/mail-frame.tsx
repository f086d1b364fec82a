import { useState } from 'react'
import styles from './outbox.module.css'

/**
 * Shows a mail's HTML where its scripts cannot run. Mails carry their styles as attributes, which the page's policy
 * refuses in parsed HTML; so each style is taken off first and set again through the style object, which is allowed.
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
  const letter = new DOMParser().parseFromString(html, 'text/html')
  const declared = [...letter.querySelectorAll<HTMLElement>('[style]')].map(element => {
    const text = element.getAttribute('style') ?? ''
    element.removeAttribute('style')
    return { element, text }
  })
  const sheetText = [...letter.querySelectorAll('style')].map(style => style.textContent).join('\n')
  letter.querySelectorAll('style, script, link, meta, title').forEach(element => {
    element.remove()
  })
  letter.querySelectorAll('a').forEach(anchor => {
    anchor.target = '_blank'
    anchor.rel = 'noreferrer'
  })

  page.body.replaceChildren(...letter.body.childNodes)
  for (const { element, text } of declared) {
    const drawn = element === letter.body ? page.body : element
    drawn.style.cssText = text
  }
  const frameWindow = page.defaultView
  if (frameWindow && sheetText) {
    const sheet = new frameWindow.CSSStyleSheet()
    sheet.replaceSync(sheetText)
    page.adoptedStyleSheets = [sheet]
  }
}
