// The network of the demonstration shows what comes by itself. Without this file a reload does.

const every = 2000;

const look = async () => {
  if (!document.hidden) {
    try {
      const answer = await fetch(location.pathname);
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const part of document.querySelectorAll('main [data-part]')) {
        const now = fresh.querySelector(`main [data-part="${part.dataset.part}"]`);
        // What somebody has opened stays open while nothing new comes.
        if (now && now.textContent !== part.textContent) part.innerHTML = now.innerHTML;
      }
    } catch {
      // The page will be there again.
    }
  }
  setTimeout(look, every);
};

setTimeout(look, every);
