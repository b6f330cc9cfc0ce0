import { onTestFinished, vi } from 'vitest';

/** Each look at the clock is a second after the last one: whoever waits for a lock gives up soon. */
export function hurryTheClock(): void {
  let now = Date.now();
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => {
    now += 1000;
    return now;
  });
  onTestFinished(() => clock.mockRestore());
}
