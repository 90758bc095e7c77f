/**
 * Moves about the search page by keyboard: arrows go along the hits, Escape goes back to the field,
 * and empties it there.
 */
export function useKeyboard(field: HTMLInputElement, results: HTMLElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { activeElement } = document;
    const links = [...results.querySelectorAll('a')];
    const at = links.findIndex((link) => link === activeElement);
    const isInField = activeElement === field;
    if (event.key === 'ArrowDown' && (isInField || at >= 0)) {
      links[at + 1]?.focus();
      event.preventDefault();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      if (at === 0) field.focus();
      else links[at - 1]?.focus();
      event.preventDefault();
    } else if (event.key === 'Escape' && at >= 0) {
      field.focus();
      event.preventDefault();
    } else if (event.key === 'Escape' && isInField && field.value !== '') {
      field.value = '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      event.preventDefault();
    }
  });
}
