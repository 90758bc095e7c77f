/** What is put on the clipboard: for word processors, and for all else. */
export interface Copied {
  readonly html: string;
  readonly plain: string;
}

/**
 * What a set citation comes to on the clipboard. Word processors know `dir` and no `<bdi>`; plain
 * text has the isolates of Unicode (Annex 9) instead of elements.
 */
export function toCopied(citation: HTMLElement): Copied {
  const { dir, lang } = citation;
  const copy = document.createElement('p');
  copy.dir = dir;
  if (lang !== '') copy.lang = lang;
  copy.innerHTML = citation.innerHTML;
  const plain = document.createElement('p');
  plain.innerHTML = citation.innerHTML;
  for (const foreign of plain.querySelectorAll('bdi')) {
    foreign.replaceWith(`\u2068${foreign.textContent}\u2069`);
  }
  for (const place of copy.querySelectorAll('span')) place.replaceWith(...place.childNodes);
  for (const foreign of copy.querySelectorAll('bdi')) {
    const span = document.createElement('span');
    span.dir = foreign.dir;
    span.lang = foreign.lang;
    span.append(...foreign.childNodes);
    foreign.replaceWith(span);
  }
  return { html: copy.outerHTML, plain: plain.textContent.replace(/\s+/g, ' ').trim() };
}

/**
 * Puts something on the clipboard. Where a page is not served securely (a USB stick, a plain web
 * server) browsers have no clipboard for scripts, and the old command does it.
 *
 * @throws Error where neither is allowed
 */
export async function copy({ html, plain }: Copied): Promise<void> {
  if (window.isSecureContext && typeof ClipboardItem === 'function') {
    try {
      const item = new ClipboardItem({
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob([plain], { type: 'text/plain' }),
      });
      await navigator.clipboard.write([item]);
      return;
    } catch {
      // It is there and may not be used: the old command may.
    }
  }
  const give = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', plain);
    event.preventDefault();
  };
  document.addEventListener('copy', give, { once: true });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way where nothing else is
  const isCopied = document.execCommand('copy');
  document.removeEventListener('copy', give);
  if (!isCopied) throw new Error('Copying is not allowed.');
}
