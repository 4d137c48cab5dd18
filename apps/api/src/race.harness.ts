/** Between reading the numbers and writing them, everybody else gets a turn: the race at its worst. */
export const othersTurn = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
};

/** Puts something else in a part’s place. Specs and nothing else load this, but the API, which knows no Jest, compiles it. */
export const replace = <T, K extends keyof T>(object: T, name: K, by: T[K]): void => {
  object[name] = by;
};
