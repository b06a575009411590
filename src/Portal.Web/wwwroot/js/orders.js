// Fills in prefecture, city and town of a postal code without a round trip. Without this file the button asks the server.

const button = document.querySelector('[data-postal]');
const note = document.querySelector('[data-postal-note]');
const field = name => button.form.elements.namedItem(name);

const fill = places => {
  const [first] = places;
  const cities = new Set(places.map(place => place.city));
  // What is unknown or stands for several places is told by the server, in words.
  if (!first || cities.size > 1) return false;
  field('Prefecture').value = first.prefecture;
  field('City').value = first.city;
  if (field('Street').value.trim() === '') field('Street').value = first.town;
  note.textContent = first.prefecture + first.city + first.town;
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
