// Fills in prefecture, city and town of a postal code without a round trip. Without this file the button asks the server.

const button = document.querySelector('[data-postal]');
const note = document.querySelector('[data-postal-note]');
const field = name => button.form.elements.namedItem(name);

const fill = places => {
  const [first] = places;
  const cities = new Set(places.map(place => place.city));
  // What is unknown or stands for several places is told by the server, in words.
  if (!first || cities.size > 1) return false;
  // The town begins the next field, unless somebody has gone on there behind that of a former code.
  const isFree = ['', field('FilledTown').value].includes(field('Street').value.trim());
  field('Prefecture').value = first.prefecture;
  field('City').value = field('FilledCity').value = first.city;
  if (isFree) field('Street').value = first.town;
  field('FilledTown').value = isFree ? first.town : '';
  const [said, filled] = isFree ? [note.dataset.filled, first.town] : [note.dataset.filledCity, ''];
  note.textContent = said.replace('{0}', first.prefecture + first.city + filled);
  field('Street').focus();
  return true;
};

const ask = async () => {
  try {
    const answer = await fetch(`${button.dataset.postal}?code=${encodeURIComponent(field('PostalCode').value)}`, { redirect: 'manual' });
    return answer.ok && fill(await answer.json());
  } catch {
    return false;
  }
};

if (button) {
  button.addEventListener('click', async event => {
    if (button.dataset.asked) return;
    event.preventDefault();
    if (await ask()) return;
    button.dataset.asked = 'true';
    button.form.requestSubmit(button);
  });
}
