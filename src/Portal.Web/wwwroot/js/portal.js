// Enhancements only: every page works without this file.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const fill = (pattern, ...values) => values.reduce((text, value, index) => text.replaceAll(`{${index}}`, () => value), pattern);
const later = (action, delay) => {
  let timer;
  return () => { clearTimeout(timer); timer = setTimeout(action, delay); };
};

// ---- Error summary: the label, not the bare control, comes into view ----
for (const summary of all('.p-errors')) {
  summary.focus();
  summary.addEventListener('click', event => {
    const control = document.getElementById(event.target.closest('a')?.hash.slice(1) ?? '');
    if (!control) return;
    event.preventDefault();
    (control.closest('.p-field') ?? control).scrollIntoView();
    control.focus({ preventScroll: true });
  });
}

// ---- A second press waits for the first: until the page is seen again, or nothing came of it for a while (a file, a press of Escape) ----
const sent = new Map();
document.addEventListener('submit', event => {
  const { target, submitter, defaultPrevented } = event;
  if (defaultPrevented || target.method !== 'post') return;
  const pressed = submitter ?? target; // another button is another wish: the same list as a workbook
  if (Date.now() - sent.get(pressed) < 10000) event.preventDefault();
  else sent.set(pressed, Date.now());
});
addEventListener('pageshow', () => sent.clear());

// ---- A tab that works in a user's place ends with the window that opened it; a reload or a bookmark has none to follow ----
const proxy = document.querySelector('[data-acting=proxy] form');
if (proxy) {
  const key = `acting ${proxy.action}`;
  if (window.opener) sessionStorage.setItem(key, '1');
  if (sessionStorage.getItem(key)) {
    const watch = setInterval(() => {
      if (window.opener && !window.opener.closed) return;
      clearInterval(watch);
      sessionStorage.removeItem(key);
      proxy.requestSubmit();
    }, 1000);
  }
}

// ---- Show and hide a password ----
for (const button of all('.p-password__show')) {
  const input = document.getElementById(button.getAttribute('aria-controls'));
  const status = button.parentElement.querySelector('[data-password-status]');
  const show = (visible, speak) => {
    input.type = visible ? 'text' : 'password';
    button.textContent = visible ? button.dataset.hide : button.dataset.show;
    button.setAttribute('aria-label', visible ? button.dataset.hideLabel : button.dataset.showLabel);
    if (speak) status.textContent = visible ? button.dataset.shown : button.dataset.hidden;
  };
  button.hidden = false;
  button.addEventListener('click', () => show(input.type === 'password', true));
  // A password must be sent as one, or the browser offers it as an ordinary suggestion later.
  input.form?.addEventListener('submit', () => show(false));
  addEventListener('pageshow', () => show(false));
}

// ---- Formatting of a text: what is chosen goes between the signs, and several lines get them one by one ----
for (const tools of all('[data-rich-for]')) {
  const area = document.getElementById(tools.dataset.richFor);
  if (!area) continue;
  tools.hidden = false;
  tools.addEventListener('click', event => {
    const { before, after } = event.target.closest('button')?.dataset ?? {};
    if (before === undefined) return;
    const { selectionStart: start, selectionEnd: end, value } = area;
    const from = after ? start : value.lastIndexOf('\n', start - 1) + 1;
    const chosen = value.slice(from, end);
    const put = after ? before + chosen + after : chosen.split('\n').map(line => before + line).join('\n');
    area.setRangeText(put, from, end, 'end');
    if (after && start === end) area.selectionStart = area.selectionEnd = from + before.length;
    area.dispatchEvent(new Event('input', { bubbles: true }));
    area.focus();
  });
}

// ---- Password checklist ----
const letters = /[A-Za-z]/, digits = /[0-9]/;
const tests = {
  length: (text, range) => {
    const [least, most] = range.split('-'), count = [...text].length;
    return count >= least && (!most || count <= most);
  },
  upper: text => /[A-Z]/.test(text),
  lower: text => /[a-z]/.test(text),
  digit: text => digits.test(text),
  letter: text => letters.test(text),
  symbol: (text, list) => [...text].some(sign => list.includes(sign)),
  charset: (text, list) => text !== '' && [...text].every(sign => letters.test(sign) || digits.test(sign) || list.includes(sign)),
  'not-digits-alone': text => /[^0-9]/.test(text),
  'not-repeated': text => new Set(text).size > 1,
};
const passes = (token, text) => {
  const split = token.indexOf(':');
  return tests[split < 0 ? token : token.slice(0, split)]?.(text, token.slice(split + 1));
};
for (const list of all('[data-rules-for]')) {
  const input = document.getElementById(list.dataset.rulesFor);
  const status = document.querySelector(`[data-rules-status="${list.id}"]`);
  const items = all('[data-test]', list);
  const speak = later(() => {
    const met = items.filter(item => item.dataset.state === 'met').length;
    status.textContent = fill(list.dataset.summary, met, items.length);
  }, 1000);
  input.addEventListener('input', () => {
    for (const item of items) {
      const met = passes(item.dataset.test, input.value.normalize('NFC'));
      if (met === undefined) continue;
      item.dataset.state = met ? 'met' : 'unmet';
      item.querySelector('.p-rules__state').textContent = met ? list.dataset.met : list.dataset.unmet;
    }
    speak();
  });
}

// ---- Characters left, counted as the server counts them ----
for (const line of all('[data-count-of]')) {
  const control = document.getElementById(line.dataset.countOf);
  const update = () => {
    const left = control.dataset.count - [...control.value].length;
    line.dataset.state = left < 0 ? 'over' : 'within';
    line.textContent = fill(left < 0 ? line.dataset.over : line.dataset.left, Math.abs(left));
  };
  const speak = later(() => line.setAttribute('role', 'status'), 1000);
  control.addEventListener('input', () => { update(); speak(); });
  update();
}

// ---- An ID suggested from the address, until somebody types another ----
for (const field of all('[data-suggest-from]')) {
  const source = document.getElementById(field.dataset.suggestFrom);
  const suggest = () => {
    const address = source.value.normalize('NFKC').trim();
    return address && address.slice(0, field.dataset.suggestRoom).replace(/[\ud800-\udbff]$/, '') + field.dataset.suggestSuffix;
  };
  let last = field.value === suggest() ? field.value : '';
  source.addEventListener('input', () => { if (field.value === last) field.value = last = suggest(); });
}

// ---- What may be asked for again only after a while ----
for (const button of all('[data-wait]')) {
  const words = button.textContent, ready = Date.now() + button.dataset.wait * 1000;
  const tick = () => {
    const left = Math.ceil((ready - Date.now()) / 1000);
    // Stays in the order of the keyboard: a focus that vanishes is worse than a press without effect.
    button.setAttribute('aria-disabled', left > 0);
    button.textContent = left > 0 ? fill(button.dataset.waitText, left) : words;
    if (left > 0) setTimeout(tick, 1000);
  };
  button.addEventListener('click', event => { if (button.ariaDisabled === 'true') event.preventDefault(); });
  if (button.dataset.wait > 0) tick();
}

// ---- Copy ----
for (const button of all('[data-copy]')) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const status = button.parentElement.querySelector('[data-copied]');
    status.textContent = status.dataset.copied;
  });
}

// ---- Print ----
for (const button of all('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

// ---- All rows of a table ----
for (const box of all('[data-check-all]')) {
  const rows = all('input[type=checkbox]', box.closest('table')).filter(row => row.name === box.dataset.checkAll);
  const reflect = () => {
    const on = rows.filter(row => row.checked).length;
    box.checked = on > 0 && on === rows.length;
    box.indeterminate = on > 0 && on < rows.length;
  };
  box.closest('label').hidden = rows.length === 0;
  box.addEventListener('change', () => { for (const row of rows) row.checked = box.checked; });
  for (const row of rows) row.addEventListener('change', reflect);
  reflect();
}

// ---- Keys that lead to a field, a link or from row to row, unless their owner turned that off or is typing ----
const keyed = new Map(all('[data-key]').map(each => [each.dataset.key, each]));
const keyedRows = all('[data-key-rows] tbody tr');
if (keyed.size + keyedRows.length > 0) {
  const off = () => localStorage.getItem('portal-keys') === 'off';
  for (const help of all('[data-keys-help]')) help.hidden = false;
  for (const button of all('[data-keys]')) {
    const show = () => button.setAttribute('aria-pressed', !off());
    button.hidden = false;
    button.addEventListener('click', () => { localStorage.setItem('portal-keys', off() ? 'on' : 'off'); show(); });
    show();
  }
  const lead = target => {
    if (target.matches('a, button, summary')) return target.click();
    target.focus();
    if (target.matches('input')) target.select();
  };
  const row = () => keyedRows.findIndex(each => each.contains(document.activeElement));
  const moves = {
    j: () => keyedRows[Math.min(row() + 1, keyedRows.length - 1)]?.querySelector('th a')?.focus(),
    k: () => keyedRows[Math.max(row() - 1, 0)]?.querySelector('th a')?.focus(),
    x: () => keyedRows[row()]?.querySelector('input[type=checkbox]')?.click(),
  };
  document.addEventListener('keydown', event => {
    const target = keyed.get(event.key), move = keyedRows.length > 0 && moves[event.key];
    if (!(target || move) || event.ctrlKey || event.metaKey || event.altKey || off()
      || event.target.closest('input:not([type=checkbox]), select, textarea, dialog')) return;
    event.preventDefault();
    if (target) lead(target);
    else move();
  });
}

// ---- Menu: closes on Escape and when one goes elsewhere ----
for (const menu of all('[data-menu]')) {
  const leave = event => { if (!menu.contains(event.target)) menu.open = false; };
  document.addEventListener('click', leave);
  document.addEventListener('focusin', leave);
  menu.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
}

// ---- Confirm page shown in place; any trouble leads to the page itself ----
const openConfirm = async link => {
  const answer = await fetch(link.href, { headers: { Accept: 'text/html' } });
  const body = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-confirm]');
  if (!answer.ok || answer.redirected || !body) throw new Error('no confirm page');
  const dialog = document.createElement('dialog');
  const title = document.createElement('h2');
  title.id = 'confirm-title';
  title.textContent = body.querySelector('h1').textContent;
  body.querySelector('h1').replaceWith(title);
  dialog.className = 'p-dialog';
  dialog.setAttribute('aria-labelledby', title.id);
  dialog.append(document.importNode(body, true));
  dialog.querySelector('[data-cancel]').addEventListener('click', event => { event.preventDefault(); dialog.close(); });
  dialog.addEventListener('close', () => { dialog.remove(); link.focus(); });
  document.body.append(dialog);
  dialog.showModal();
  // Enter, Enter must not end what cannot be got back.
  if (dialog.querySelector('[data-kind=danger]')) dialog.querySelector('[data-cancel]').focus();
};
for (const link of all('a[data-dialog]')) {
  link.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openConfirm(link).catch(() => { location.href = link.href; });
  });
}

// ---- Session about to end: warns two minutes before; activity in another tab counts ----
for (const dialog of all('dialog[data-idle-seconds]')) {
  const warnAt = 120, tabs = new BroadcastChannel(`portal-session ${dialog.dataset.session}`);
  const text = dialog.querySelector('[data-session-text]'), form = dialog.querySelector('form');
  let ends;
  const renew = () => {
    ends = Date.now() + dialog.dataset.idleSeconds * 1000;
    if (dialog.open) dialog.close();
  };
  const say = (pattern, number) => {
    const words = fill(dialog.dataset.left, fill(pattern, number));
    if (text.textContent !== words) text.textContent = words;
  };
  const end = () => {
    text.textContent = dialog.dataset.ended;
    document.title = dialog.querySelector('h2').textContent = dialog.dataset.endedTitle;
    dialog.querySelector('[data-session-again]').hidden = false;
    dialog.dataset.over = '';
  };
  const tick = () => {
    const left = Math.ceil((ends - Date.now()) / 1000);
    if (left > warnAt) return;
    if (left <= 0) end();
    else if (left > 60) say(dialog.dataset.minutes, 2);
    else say(dialog.dataset.seconds, Math.ceil(left / 20) * 20);
    form.hidden = left <= 0;
    if (!dialog.open) dialog.showModal();
    if (left <= 0) clearInterval(timer);
  };
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const answer = await fetch(dialog.dataset.extendUrl, { method: 'POST', body: new FormData(form) }).catch(() => null);
    if (!answer?.ok) return form.submit();
    renew();
    tabs.postMessage('active');
  });
  tabs.addEventListener('message', renew);
  tabs.postMessage('active');
  renew();
  const timer = setInterval(tick, 1000);
}
