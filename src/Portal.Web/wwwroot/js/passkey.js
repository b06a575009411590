// Passkeys: the one thing that needs JavaScript, and always an offer beside another way.

const knows = window.PublicKeyCredential?.parseRequestOptionsFromJSON && navigator.credentials;
const offerLife = 4 * 60 * 1000; // A challenge lives five minutes.
let waiting, sending, renewAt = 0;

// Signed out meanwhile, or the proof is too old: the page itself leads to where that is mended.
const reload = () => new Promise(() => location.reload());

// Some password managers answer with an object whose toJSON throws: then it is made from the fields.
const base64Url = bytes => bytes && btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const toJson = credential => {
  try {
    return credential.toJSON();
  } catch {
    const { response } = credential;
    const { clientDataJSON, attestationObject, authenticatorData, signature, userHandle } = response;
    return {
      id: credential.id,
      rawId: base64Url(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: credential.getClientExtensionResults?.() ?? {},
      response: {
        clientDataJSON: base64Url(clientDataJSON),
        attestationObject: base64Url(attestationObject),
        authenticatorData: base64Url(authenticatorData ?? response.getAuthenticatorData?.()),
        signature: base64Url(signature),
        userHandle: base64Url(userHandle),
        transports: response.getTransports?.(),
        publicKey: base64Url(response.getPublicKey?.()),
        publicKeyAlgorithm: response.getPublicKeyAlgorithm?.(),
      },
    };
  }
};

const post = async (box, url, body, mayReload) => {
  const id = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
  const token = box.querySelector('input[name=__RequestVerificationToken]').value;
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', RequestVerificationToken: token, 'Portal-Form': id },
    body: JSON.stringify(body),
  });
  if (mayReload && (answer.status === 401 || answer.status === 403)) return reload();
  const json = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(), { told: json.detail, unknown: json.unknown });
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
  return { ceremony, credential: toJson(credential), rpId: options.rpId };
};

const send = async (box, { rpId, ...answer }) => {
  const name = document.getElementById(box.dataset.name)?.value;
  sending = true; // Until the next page is there, or the answer was refused.
  try {
    const done = await post(box, box.dataset.verify, { ...answer, name, returnUrl: box.dataset.return }, true);
    location.assign(done.location);
  } catch (error) {
    sending = false;
    if (error.unknown) PublicKeyCredential.signalUnknownCredential?.({ rpId, credentialId: answer.credential.id }).catch(() => {});
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

// A manager that still offers a passkey deleted here learns so.
for (const list of document.querySelectorAll('[data-accepted]')) {
  window.PublicKeyCredential?.signalAllAcceptedCredentials?.(JSON.parse(list.dataset.accepted)).catch(() => {});
}

for (const box of knows ? document.querySelectorAll('[data-passkey]') : []) {
  box.hidden = false;
  for (const note of document.querySelectorAll('[data-no-passkey]')) note.hidden = true;
  for (const field of document.querySelectorAll('[data-with-passkey]')) field.hidden = false;
  box.querySelector('button').addEventListener('click', () => press(box));
  if (!box.dataset.offer || !await PublicKeyCredential.isConditionalMediationAvailable?.()) continue;
  const renew = () => { if (!document.hidden && Date.now() > renewAt) offer(box); };
  renew();
  setInterval(renew, 5000);
}
