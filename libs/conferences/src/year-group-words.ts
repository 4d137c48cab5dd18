/** `Year 9`, `Years 9 to 11`, `Years 7, 9 and 12`. */
export const yearGroupWords = (yearGroups: readonly number[]): string => {
  const years = [...yearGroups].sort((a, b) => a - b);
  const first = years[0] ?? 0;
  const last = years.at(-1) ?? 0;
  if (years.length <= 1) return `Year ${first}`;
  if (years.length > 2 && last - first === years.length - 1) return `Years ${first} to ${last}`;
  return `Years ${years.slice(0, -1).join(', ')} and ${last}`;
};
