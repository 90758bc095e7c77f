/*
 * On every page: `/` opens the search. Where there is a field, it goes there; elsewhere to the page
 * of the search. Not while something is being typed.
 */
document.addEventListener('keydown', (event) => {
  // The key of the slash is another letter on an Arabic keyboard.
  if (!['/', 'ظ'].includes(event.key) || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  const { target } = event;
  if (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable]')
  ) {
    return;
  }
  const field = document.getElementById('q');
  const link = document.querySelector<HTMLAnchorElement>('a[rel~="search"]');
  if (field) field.focus();
  else if (link) location.assign(link.href);
  else return;
  event.preventDefault();
});
