// A colour while it is typed: its shades come from the server, its contrast is counted here. Without it a button shows both.

const place = document.querySelector('[data-color-preview]');
const field = document.querySelector('input[name=Color]');
const sheet = place.querySelector('link'), said = place.querySelector('[data-color-contrast]');
let timer, last = '';

const light = part => {
  const share = Number.parseInt(part, 16) / 255;
  return share <= .04045 ? share / 12.92 : ((share + .055) / 1.055) ** 2.4;
};

const contrastToWhite = color => {
  const [red, green, blue] = [1, 3, 5].map(at => light(color.slice(at, at + 2)));
  return 1.05 / (.2126 * red + .7152 * green + .0722 * blue + .05);
};

const look = () => {
  const { colorPreview: address, usual, fit, unfit } = place.dataset, color = field.value.trim() || usual;
  if (color === last || !/^#[0-9a-f]{6}$/i.test(color)) return;
  last = color;
  const contrast = contrastToWhite(color);
  said.textContent = (contrast >= 4.5 ? fit : unfit).replaceAll('{0}', () => contrast.toFixed(1));
  sheet.href = `${address}?${new URLSearchParams({ color })}`;
};

field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(look, 300); });
