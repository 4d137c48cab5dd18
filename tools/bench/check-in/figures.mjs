const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
/** The value that a share `q` of the numbers stays below. */
export const quantile = (numbers, q) =>
  sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * q))];
export const median = (numbers) => quantile(numbers, 0.5);
