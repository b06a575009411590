// The telephone of the demonstration: without this file every key is a form of its own; with it keys sound, and voices speak.

const phone = document.querySelector('[data-phone]');
const part = (name, root = document) => root.querySelector(`[data-phone] [data-part=${name}]`);

// ---- Tones of the keys, two at once as on every telephone ----
const rows = [697, 770, 852, 941], columns = [1209, 1336, 1477], keypad = '123456789*0#';
let sound;
const beep = key => {
  const at = keypad.indexOf(key);
  if (at < 0 || !window.AudioContext) return;
  sound ??= new AudioContext();
  const gain = sound.createGain();
  gain.gain.value = .06;
  gain.connect(sound.destination);
  for (const frequency of [rows[Math.floor(at / 3)], columns[at % 3]]) {
    const tone = sound.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(gain);
    tone.start();
    tone.stop(sound.currentTime + .12);
  }
};

// ---- Announcements, spoken where the browser can ----
const voice = window.speechSynthesis;
const toggle = phone.querySelector('[data-aloud]');
let aloud = Boolean(voice);
const label = () => { toggle.textContent = aloud ? toggle.dataset.on : toggle.dataset.off; toggle.setAttribute('aria-pressed', aloud); };
const speak = () => {
  const { last, language } = part('log').dataset;
  voice?.cancel();
  if (!aloud || !last) return;
  const words = new SpeechSynthesisUtterance(last);
  words.lang = language;
  voice.speak(words);
};
if (voice) {
  toggle.hidden = false;
  label();
  toggle.addEventListener('click', () => { aloud = !aloud; label(); speak(); });
}

// ---- A key is heard at once and sent when the entry is complete ----
const send = async (form, submitter) => {
  const body = new URLSearchParams(new FormData(form, submitter));
  const answer = await fetch(form.action, { method: 'POST', body });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [set, log] = [part('set', page), part('log', page)];
  if (!set || !log) return location.assign(answer.url);
  part('set').innerHTML = set.innerHTML;
  part('log').innerHTML = log.innerHTML;
  Object.assign(part('log').dataset, { last: log.dataset.last ?? '', language: log.dataset.language ?? '' });
  part('set').querySelector('[data-keys], select')?.focus();
  speak();
};
const press = (form, key) => {
  const keys = form.querySelector('[data-keys]');
  keys.value += key;
  beep(key);
  if (keys.value.length >= Number(form.dataset.most || Infinity) || key === form.dataset.finish) form.requestSubmit(form.querySelector('[data-send]'));
};
phone.addEventListener('click', event => {
  const key = event.target.closest('button[name=key]');
  if (!key) return;
  event.preventDefault();
  press(key.form, key.value);
});
phone.addEventListener('keydown', event => {
  if (!event.target.matches('[data-keys]') || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || !keypad.includes(event.key)) return;
  event.preventDefault();
  press(event.target.form, event.key);
});
phone.addEventListener('submit', event => {
  event.preventDefault();
  event.stopPropagation();
  send(event.target, event.submitter).catch(() => event.target.submit());
}, true);
