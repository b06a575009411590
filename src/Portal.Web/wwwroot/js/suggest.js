// Articles that may answer an inquiry, while its subject is typed. Without this file they stand on the page that asks once more.

const place = document.querySelector('[data-suggest]');
const field = document.getElementById(place.dataset.suggestFor);
let timer, last = '';

const look = async () => {
  const subject = field.value.trim();
  if (subject === last) return;
  last = subject;
  try {
    const answer = await fetch(`${place.dataset.suggest}?${new URLSearchParams({ subject })}`, { redirect: 'manual' });
    // What came late answers what is not asked any more.
    if (answer.ok && subject === last) place.innerHTML = (await answer.text()).trim();
  } catch {
    place.replaceChildren(); // no connection
  }
};

field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(look, 400); });
look();
