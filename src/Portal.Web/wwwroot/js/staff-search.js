// Ctrl+K leads to the staff's search from anywhere, also out of a field. "/" is one of the page's keys, which portal.js has.

const field = document.querySelector('input[type=search][data-key="/"]');
document.addEventListener('keydown', event => {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  if (!field || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  field.focus();
  field.select();
});
