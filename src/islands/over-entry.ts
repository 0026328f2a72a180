/**
 * What is unfolded over a page (the filters of a narrow screen) has an entry of its own in the history, always the last:
 * 戻る folds it and takes nothing else back, and what is chosen meanwhile becomes a step beneath it.
 */
export function isOver(): boolean {
  return history.state?.over === true;
}

export function pushOver(): void {
  history.pushState({ ...history.state, over: true }, '');
}

/** `stays`: what is unfolded stays so; else the step takes the place of its entry. */
export function pushStep(kept: object | null, url: string, stays: boolean): void {
  const over = isOver();
  history[over ? 'replaceState' : 'pushState'](kept, '', url);
  if (over && stays) pushOver();
}
