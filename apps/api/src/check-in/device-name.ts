/** A phone as people know it: who carries it and where. */
export const deviceName = (name: string, label: string): string => `${name}, ${label}`;
