/* What a script can add to pages that are whole without one: keys, a choice of colours, dragging over the bars, copying. */
(() => {
  'use strict';
  const root = document.documentElement;
  const all = (wanted, within = document) => [...within.querySelectorAll(wanted)];
  const one = (wanted, within = document) => within.querySelector(wanted);

  const remembered = {
    get: (name) => { try { return localStorage.getItem(name); } catch { return null; } },
    set: (name, value) => { try { localStorage.setItem(name, value); } catch { /* nothing is remembered then */ } },
  };

  const make = (name, words, properties = {}) =>
    Object.assign(document.createElement(name), { textContent: words }, properties);

  const say = (words) => {
    let status = one('#status');
    if (!status) {
      status = make('p', '', { id: 'status', className: 'hidden' });
      status.setAttribute('role', 'status');
      document.body.append(status);
    }
    status.textContent = words;
  };

  /* ---- colours ---- */

  const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;

  const offerColours = (bar) => {
    const button = make('button', '', { type: 'button', className: 'plain-button' });
    const name = () => { button.textContent = isDark() ? 'Light' : 'Dark'; };
    button.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      remembered.set('theme', root.dataset.theme);
      name();
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', name);
    name();
    bar.append(button);
  };

  /* ---- keys ---- */

  const keysAreOn = () => remembered.get('keys') !== 'off';

  const offerKeys = (bar) => {
    const dialog = one('#keys');
    const button = make('button', '? Keys', { type: 'button', className: 'plain-button' });
    button.addEventListener('click', () => dialog.showModal());
    bar.append(button);
    const box = one('input', dialog);
    box.checked = keysAreOn();
    box.addEventListener('change', () => remembered.set('keys', box.checked ? 'on' : 'off'));
  };

  const step = (way) => {
    const stops = all('.event .what a, .articles h2 a, .row .sentence mark a').filter((stop) => stop.checkVisibility());
    if (!stops.length) return;
    const here = stops.indexOf(document.activeElement?.closest?.('.event, .articles li')?.querySelector('.what a, h2 a') ?? document.activeElement);
    const top = stops.findIndex((stop) => stop.getBoundingClientRect().top > 0);
    const next = here < 0 ? Math.max(0, top) : Math.min(stops.length - 1, Math.max(0, here + way));
    stops[next].focus();
    const quick = matchMedia('(prefers-reduced-motion: reduce)').matches;
    stops[next].scrollIntoView({ block: 'center', behavior: quick ? 'auto' : 'smooth' });
  };

  const actions = {
    j: () => step(1),
    k: () => step(-1),
    '/': () => one('#f-text')?.focus(),
    '?': () => one('#keys').showModal(),
  };

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') root.classList.add('no-tips');
    if (event.ctrlKey || event.metaKey || event.altKey || !keysAreOn()) return;
    if (event.target.closest('input:not([type=checkbox], [type=radio]), textarea, select, dialog')) return;
    const act = actions[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  for (const again of ['pointermove', 'focusin']) document.addEventListener(again, () => root.classList.remove('no-tips'));

  /* ---- dragging over the bars: from the first to the last bar that was touched ---- */

  const brushable = (drawing) => {
    const bars = all('.bars a', drawing);
    const place = (event) => {
      const box = drawing.getBoundingClientRect();
      return Math.min(box.width, Math.max(0, event.clientX - box.left));
    };
    const reached = (first, last) => {
      const left = drawing.getBoundingClientRect().left;
      return bars.filter((bar) => {
        const box = one('.hit', bar).getBoundingClientRect();
        return box.right - left > first && box.left - left < last;
      });
    };
    let start = null;
    let brush = null;
    drawing.addEventListener('pointerdown', (event) => {
      if (event.button) return;
      start = place(event);
      event.preventDefault();
      drawing.setPointerCapture(event.pointerId);
    });
    drawing.addEventListener('pointermove', (event) => {
      if (start === null) return;
      const end = place(event);
      if (!brush && Math.abs(end - start) < 4) return;
      if (!brush) {
        brush = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
        brush.setAttribute('class', 'brush');
        brush.setAttribute('y', '0');
        brush.setAttribute('height', '72');
        drawing.append(brush);
      }
      brush.setAttribute('x', Math.min(start, end));
      brush.setAttribute('width', Math.abs(end - start));
    });
    drawing.addEventListener('pointerup', (event) => {
      if (start === null) return;
      const [first, last] = [start, place(event)].sort((one, other) => one - other);
      const chosen = reached(first, Math.max(last, first + 0.5));
      start = null;
      brush?.remove();
      brush = null;
      if (!chosen.length) return;
      const target = new URL(chosen[0].getAttribute('href'), location.href);
      target.searchParams.set('to', new URL(chosen.at(-1).getAttribute('href'), location.href).searchParams.get('to'));
      location.assign(target);
    });
    drawing.addEventListener('pointercancel', () => { start = null; brush?.remove(); brush = null; });
    drawing.addEventListener('click', (event) => { if (event.detail) event.preventDefault(); });
  };

  /* ---- copying ---- */

  const copyable = (details) => details.addEventListener('toggle', () => {
    if (!details.open || one('button', details)) return;
    const words = one('.citation', details);
    const button = make('button', 'Copy', { type: 'button' });
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(words.textContent);
        button.textContent = 'Copied';
      } catch {
        getSelection().selectAllChildren(words);
        button.textContent = 'Selected: copy it with the keyboard';
      }
      say(button.textContent);
    });
    details.append(button);
  });

  /* ---- adding several files: one after the other, each with its progress, all into one preview ---- */

  const send = (form, file, report) => new Promise((resolve, reject) => {
    const fields = new FormData(form);
    fields.delete('files');
    fields.delete('text');
    fields.set('step', 'look');
    fields.append('files', file);
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.responseType = 'document';
    request.upload.addEventListener('progress', (event) => { if (event.lengthComputable) report(event.loaded / event.total); });
    request.addEventListener('load', () => resolve(request.response));
    request.addEventListener('error', () => reject(new Error('the server cannot be reached')));
    request.send(fields);
  });

  const sendable = (form) => form.addEventListener('submit', async (event) => {
    const files = [...one('[type=file]', form).files];
    if (files.length < 2 || one('textarea', form).value.trim()) return;
    event.preventDefault();
    const list = make('ul', '', { className: 'sending' });
    form.after(list);
    form.hidden = true;
    let whole = null;
    for (const file of files) {
      const item = make('li', file.name);
      const meter = make('progress', '', { max: 1, value: 0 });
      meter.setAttribute('aria-label', file.name);
      item.append(meter);
      list.append(item);
      try {
        const page = await send(form, file, (share) => { meter.value = share; });
        const found = one('#previews', page);
        if (!found) throw new Error(one('main', page)?.innerText ?? 'it was refused');
        meter.value = 1;
        item.append(' understood');
        if (whole) all('.preview', found).forEach((each) => one('.buttons', whole).before(document.adoptNode(each)));
        else whole = document.adoptNode(found);
      } catch (error) {
        item.append(` not sent: ${error.message}`);
      }
      say(item.textContent);
    }
    if (!whole) { form.hidden = false; return; }
    all('.asked-date', whole).forEach((asked, place) => {  // each came as the first of its own page
      one('label', asked).htmlFor = one('input', asked).id = `published-${place}`;
      one('.hint', asked).id = `published-why-${place}`;
      one('input', asked).setAttribute('aria-describedby', `published-why-${place}`);
    });
    list.after(whole);
    one('h1').textContent = 'What was understood';
    one('.summary').textContent = 'Nothing is stored yet.';
    one('button', whole).focus();
  });

  const bar = one('.masthead .choices');
  if (bar) {
    offerColours(bar);
    offerKeys(bar);
  }
  all('.histogram').forEach(brushable);
  all('.cite').forEach(copyable);
  all('#add').forEach(sendable);
})();
