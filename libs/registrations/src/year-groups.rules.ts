/** Year groups in words: `year 10`, `years 9 and 10`, `years 9 to 12`, `years 7, 9 and 11`. */
export const whichYears = (yearGroups: readonly number[]): string => {
  const years = [...new Set(yearGroups)].sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return 'no year group';
  if (years.length === 1) return `year ${first}`;
  if (years.length > 2 && last - first === years.length - 1) return `years ${first} to ${last}`;
  return `years ${years.slice(0, -1).join(', ')} and ${last}`;
};
