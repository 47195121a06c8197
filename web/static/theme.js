/* Before anything is drawn: the colours that were chosen here, if any; without this file the system's are used. */
(() => {
  'use strict';
  try {
    const chosen = localStorage.getItem('theme');
    if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
  } catch { /* no storage, no choice */ }
})();
