// Fields of files: without this file the browser sends them with the form; with it each goes up by itself and is seen to arrive.

const atOnce = 2, pauseMs = 3000;
const say = (words, ...values) => values.reduce((text, value, at) => text.replaceAll(`{${at}}`, () => value), words);
const make = (name, css, text) => Object.assign(document.createElement(name), { className: css ?? '', textContent: text ?? '' });

const begin = field => {
  const input = field.querySelector('input[type=file]'), list = field.querySelector('.p-files__list');
  const status = field.querySelector('.p-files__status'), form = input.form;
  if (!form) return;
  const { files: address, filesName: name, filesMost: most, filesLargest: largest } = field.dataset;
  const word = key => field.dataset[key];
  const waiting = [];
  let running = 0, pausing = 0, whenDone = null;
  const value = of => form.querySelector(`input[name=${of}]`)?.value ?? '';
  const headers = () => ({ RequestVerificationToken: value('__RequestVerificationToken'), 'Portal-Form': value('__form') });
  const count = () => list.querySelectorAll('li:not([data-failed])').length - list.querySelectorAll('input[type=checkbox]:not(:checked)').length;

  // One that was turned away waits for its next try, and the form waits for it.
  const isBusy = () => running > 0 || pausing > 0 || waiting.length > 0;

  const row = file => {
    const item = make('li', 'p-files__item'), label = make('span'), remove = make('button', 'p-files__remove', say(word('filesRemove'), file.name));
    label.append(make('bdi', '', file.name));
    remove.type = 'button';
    item.append(label, remove);
    list.append(item);
    return { item, label, remove };
  };

  const fail = (line, text) => {
    line.item.dataset.failed = '';
    line.label.replaceChildren(make('span', 'p-files__error', text));
    line.item.querySelector('progress')?.remove();
    status.textContent = text;
  };

  // Removed by its button; the keyboard goes on where the next one is.
  const drop = line => {
    const next = line.item.nextElementSibling ?? line.item.previousElementSibling;
    line.item.remove();
    (next?.querySelector('button') ?? input).focus();
  };

  const arrive = (line, answer) => {
    if ([...list.querySelectorAll(`input[name="${name}"]`)].some(other => other.value === answer.id)) return line.item.remove();
    const hidden = Object.assign(document.createElement('input'), { type: 'hidden', name, value: answer.id });
    line.item.querySelector('progress')?.remove();
    line.label.append(` (${answer.size})`);
    line.item.append(hidden);
    line.remove.onclick = () => {
      drop(line);
      fetch(answer.remove, { method: 'POST', headers: headers() });
    };
    status.textContent = say(word('filesSent'), answer.name);
  };

  const send = (file, line) => {
    const request = new XMLHttpRequest(), bar = Object.assign(make('progress', 'p-files__bar'), { max: 100, value: 0 });
    bar.setAttribute('aria-label', say(word('filesSending'), file.name));
    line.label.after(bar);
    line.remove.onclick = () => { request.abort(); drop(line); };
    request.open('POST', address);
    for (const [key, text] of Object.entries(headers())) request.setRequestHeader(key, text);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Portal-File-Name', encodeURIComponent(file.name));
    request.responseType = 'json';
    request.upload.onprogress = event => { if (event.lengthComputable) bar.value = 100 * event.loaded / event.total; };
    request.onloadend = () => {
      running--;
      if (request.status === 429 || request.status === 503) {
        bar.remove();
        pausing++;
        setTimeout(() => { pausing--; waiting.push([file, line]); next(); }, pauseMs);
        return;
      }
      if (request.status === 200 && request.response) arrive(line, request.response);
      else if (line.item.isConnected) fail(line, request.response?.message ?? (request.status === 413 ? say(word('filesTooLarge'), file.name) : say(word('filesFailed'), file.name)));
      if (!('failed' in line.item.dataset) && request.status !== 200) line.item.remove();
      next();
    };
    running++;
    request.send(file);
  };

  const next = () => {
    while (running < atOnce && waiting.length) {
      const [file, line] = waiting.shift();
      if (line.item.isConnected) send(file, line);
    }
    if (!isBusy() && whenDone) { const done = whenDone; whenDone = null; done(); }
  };

  const take = files => {
    for (const file of files) {
      if (count() >= Number(most)) { status.textContent = say(word('filesTooMany'), most); break; }
      const line = row(file);
      line.remove.onclick = () => drop(line);
      if (file.size > Number(largest)) fail(line, say(word('filesTooLarge'), file.name));
      else waiting.push([file, line]);
    }
    next();
  };

  input.addEventListener('change', () => { const files = [...input.files]; input.value = ''; take(files); });
  field.append(make('p', 'p-files__drop', word('filesDrop')));
  for (const kind of ['dragenter', 'dragover']) field.addEventListener(kind, event => { event.preventDefault(); field.dataset.over = ''; });
  for (const kind of ['dragleave', 'drop']) field.addEventListener(kind, () => { delete field.dataset.over; });
  field.addEventListener('drop', event => { event.preventDefault(); take(event.dataTransfer.files); });
  form.addEventListener('paste', event => {
    if (!event.clipboardData?.files.length) return;
    event.preventDefault();
    take(event.clipboardData.files);
  });
  form.addEventListener('submit', event => {
    if (!isBusy()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    status.textContent = word('filesBusy');
    const { submitter } = event;
    whenDone = () => form.requestSubmit(submitter);
  }, { capture: true });
};

document.querySelectorAll('[data-files]').forEach(begin);
