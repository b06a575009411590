// A case that is open: new entries come by themselves, and it shows who is replying. Without this file a reload does.

const shownFor = 8000, tellEvery = 5000, soonest = 5000, latest = 120000, gone = [401, 403, 404];
const root = document.querySelector('[data-live]'), list = document.querySelector('.p-timeline');
const { live: page, liveOne: one, liveMany: many, liveTyping: typing, liveComma: comma } = root.dataset;
const [said, typists] = root.querySelectorAll('p');
// A function, because in a text `$&` would stand for what is replaced; and names may have it.
const fill = (pattern, value) => pattern.replaceAll('{0}', () => value);
let shown = Number(root.dataset.liveShown), source = null, busy = false, again = false, failures = 0, timer = 0, changed = false, over = false;

// ---- Who is replying ----
const names = new Map();
const showTypists = () => { typists.textContent = names.size ? fill(typing, [...names.keys()].join(comma)) : ''; };
const forget = name => { clearTimeout(names.get(name)); names.delete(name); showTypists(); };
const tellTypist = ({ name, side }) => {
  const called = fill(side === 'Agent' ? root.dataset.liveAgent : root.dataset.liveCustomer, name);
  clearTimeout(names.get(called));
  names.set(called, setTimeout(() => forget(called), shownFor));
  showTypists();
};

// ---- What is new: appended, said politely; neither focus nor scroll nor what is being typed moves ----
const showStanding = fresh => {
  const head = document.querySelector('[data-live-status]');
  if (!head || !fresh) return;
  if (head.dataset.liveStatus !== fresh.dataset.liveStatus && !changed) {
    changed = true;
    // What asks for the former status goes, unless somebody is in it just now.
    for (const part of document.querySelectorAll('[data-live-standing]')) if (!part.contains(document.activeElement)) part.remove();
    head.after(root.querySelector('template').content.cloneNode(true));
  }
  head.replaceWith(fresh);
};

// Who types below the conversation sees the field stay where it is.
const steady = change => {
  const field = document.activeElement?.closest('form'), before = field?.getBoundingClientRect().top;
  change();
  if (field) scrollBy(0, field.getBoundingClientRect().top - before);
};

const show = text => {
  const part = new DOMParser().parseFromString(text, 'text/html');
  const entries = [...part.querySelectorAll('.p-timeline > li')];
  steady(() => {
    list.append(...entries);
    showStanding(part.querySelector('[data-live-status]'));
  });
  shown += entries.length;
  [...names.keys()].forEach(forget);
  if (entries.length) said.textContent = entries.length === 1 ? one : fill(many, entries.length);
};

const catchUp = async () => {
  again = true;
  if (busy) return;
  busy = true;
  try {
    while (again) {
      again = false;
      const answer = await fetch(`${page}/entries?after=${shown}`, { redirect: 'error' });
      // The session is over, or the case is not this reader's any more: nothing comes of asking on.
      over = gone.includes(answer.status);
      if (over) { close(); break; }
      if (!answer.ok) throw new Error(answer.statusText);
      show(await answer.text());
    }
    if (!source) open();
  } catch {
    comeLater();
  }
  busy = false;
};

// ---- The line: open while the page is seen. The browser takes it up again where it broke; where it was refused, this does, ever later ----
const close = () => { clearTimeout(timer); source?.close(); source = null; };

const comeLater = () => {
  close();
  timer = setTimeout(() => document.hidden || catchUp(), Math.min(soonest * 2 ** failures++, latest) * (.75 + Math.random() / 2));
};

const open = () => {
  close();
  if (over || document.hidden) return;
  source = new EventSource(`${page}/live?after=${shown}`);
  source.addEventListener('open', () => { failures = 0; });
  source.addEventListener('entries', catchUp);
  source.addEventListener('typing', event => tellTypist(JSON.parse(event.data)));
  source.addEventListener('error', () => { if (source?.readyState === EventSource.CLOSED) comeLater(); });
};

document.addEventListener('visibilitychange', open);
addEventListener('pageshow', event => { if (event.persisted) open(); });
open();

// ---- The others see that somebody replies here ----
let toldAt = 0;
document.addEventListener('input', ({ target }) => {
  if (!target.matches('textarea[name=Text], textarea[name=Note]') || !target.value.trim() || Date.now() - toldAt < tellEvery) return;
  const token = target.form?.querySelector('[name=__RequestVerificationToken]')?.value;
  if (!token) return;
  toldAt = Date.now();
  fetch(`${page}/typing${target.name === 'Note' ? '?note=true' : ''}`, { method: 'POST', headers: { RequestVerificationToken: token } }).catch(() => {});
});
