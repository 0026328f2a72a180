/**
 * What the display controls do once they are opened: `/display.js` is this function as text, so it may use nothing
 * from outside itself. The choices live in the browser's storage and on the root element, nowhere else.
 */
export function displayControls(): void {
  const key = 'shigen-map.display';
  const names = ['size', 'theme', 'contrast'] as const;
  const page = document.documentElement.dataset;
  const controls = document.querySelector<HTMLDetailsElement>('.display');
  const summary = controls?.querySelector('summary');
  const status = controls?.querySelector('[role=status]');
  if (!controls || !summary || !status) return;
  const buttons = [...controls.querySelectorAll<HTMLButtonElement>('button[data-set]')];

  /** `theme=dark contrast=` */
  const wanted = (button: HTMLButtonElement) =>
    (button.dataset['set'] ?? '').split(' ').map(pair => pair.split('=') as [string, string]);
  const isOn = (button: HTMLButtonElement) =>
    wanted(button).every(([name, value]) => (page[name] ?? '') === value);
  const showState = () => {
    for (const button of buttons) {
      if (button.hasAttribute('aria-pressed')) button.setAttribute('aria-pressed', String(isOn(button)));
    }
  };
  const choose = (button: HTMLButtonElement) => {
    for (const [name, value] of wanted(button)) {
      if (value === '') delete page[name];
      else page[name] = value;
    }
    const chosen = names.filter(name => page[name]).map(name => [name, page[name]]);
    // Storage may be forbidden: then the choice holds for this page.
    try {
      if (chosen.length === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(Object.fromEntries(chosen)));
    } catch {}
    showState();
    status.textContent = button.dataset['say'] ?? '';
  };

  for (const button of buttons) button.addEventListener('click', () => choose(button));
  controls.querySelector('[data-print]')?.addEventListener('click', () => {
    controls.open = false;
    print();
  });
  addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !controls.open) return;
    controls.open = false;
    summary.focus();
  });
  addEventListener('click', event => {
    if (!(event.target instanceof Node && controls.contains(event.target))) controls.open = false;
  });
  showState();
}
