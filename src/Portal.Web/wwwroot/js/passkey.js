// Passkeys: the one thing that needs JavaScript, and always an offer beside another way.

const knows = window.PublicKeyCredential?.parseRequestOptionsFromJSON && navigator.credentials;
const offerLife = 4 * 60 * 1000; // A challenge lives five minutes.
let waiting, sending, renewAt = 0;

// Signed out meanwhile, or the proof is too old: the page itself leads to where that is mended.
const reload = () => new Promise(() => location.reload());

const post = async (box, url, body, mayReload) => {
  const token = box.querySelector('input[name=__RequestVerificationToken]').value;
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', RequestVerificationToken: token },
    body: JSON.stringify(body),
  });
  if (mayReload && (answer.status === 401 || answer.status === 403)) return reload();
  const json = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(), { told: json.detail });
  return json;
};

const choose = async (box, mediation) => {
  waiting?.abort();
  const { signal } = waiting = new AbortController();
  const { ceremony, options } = await post(box, box.dataset.options, {}, !mediation);
  signal.throwIfAborted();
  const create = box.dataset.passkey === 'create';
  const publicKey = PublicKeyCredential[create ? 'parseCreationOptionsFromJSON' : 'parseRequestOptionsFromJSON'](options);
  const credential = await navigator.credentials[create ? 'create' : 'get']({ publicKey, mediation, signal });
  return { ceremony, credential: credential.toJSON() };
};

const send = async (box, answer) => {
  const name = document.getElementById(box.dataset.name)?.value;
  sending = true; // Until the next page is there, or the answer was refused.
  try {
    const done = await post(box, box.dataset.verify, { ...answer, name, returnUrl: box.dataset.return }, true);
    location.assign(done.location);
  } catch (error) {
    sending = false;
    throw error;
  }
};

const show = (box, error) => {
  if (error.name === 'AbortError') return;
  const known = { NotAllowedError: box.dataset.cancelled, InvalidStateError: box.dataset.known };
  box.querySelector('[role=status]').textContent = error.told ?? known[error.name] ?? box.dataset.failed;
};

// Not while an answer is under way: when it signs in, the token of this page is no longer worth anything.
const press = async box => {
  if (sending) return;
  renewAt = Infinity;
  box.querySelector('[role=status]').textContent = '';
  await choose(box).then(answer => send(box, answer)).catch(error => show(box, error));
  renewAt = 0;
};

// Among the suggestions of the user name field; what goes wrong before one is chosen is nobody's concern.
const offer = async box => {
  renewAt = Date.now() + offerLife;
  const answer = await choose(box, 'conditional').catch(() => null);
  if (answer) await send(box, answer).catch(error => show(box, error));
};

for (const box of knows ? document.querySelectorAll('[data-passkey]') : []) {
  box.hidden = false;
  for (const note of document.querySelectorAll('[data-no-passkey]')) note.hidden = true;
  box.querySelector('button').addEventListener('click', () => press(box));
  if (!box.dataset.offer || !await PublicKeyCredential.isConditionalMediationAvailable?.()) continue;
  const renew = () => { if (!document.hidden && Date.now() > renewAt) offer(box); };
  renew();
  setInterval(renew, 5000);
}
