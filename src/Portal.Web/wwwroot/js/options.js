// States of option services change by themselves: while one is on its way, the page looks again. Without this file a reload shows them.

const page = document.querySelector('[data-states]');
const shortest = 2000, longest = 15000;
let pause = shortest;

const isMoving = () => page.querySelector('[data-moving=true]') !== null;

const show = text => {
  const fresh = new DOMParser().parseFromString(text, 'text/html');
  for (const place of page.querySelectorAll('[data-state]')) {
    const state = fresh.querySelector(`[data-state="${place.dataset.state}"]`);
    // A live region that is written anew is read out anew, so only what has changed is.
    if (state && state.textContent !== place.textContent) {
      place.innerHTML = state.innerHTML;
      pause = shortest;
    }
  }
};

const look = async () => {
  if (!document.hidden) {
    try {
      const answer = await fetch(page.dataset.states, { redirect: 'manual' });
      if (answer.ok) show(await answer.text());
      else if (answer.status < 500) return; // signed out, or the number is gone: a reload says so
    } catch {
      pause = longest; // no connection
    }
  }
  wait();
};

const wait = () => {
  if (!isMoving()) return;
  setTimeout(look, pause);
  pause = Math.min(pause * 1.5, longest);
};

if (page) wait();
