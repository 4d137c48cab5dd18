// One @, something on both sides of it, and nothing that could end a line or begin a second address.
const ADDRESS =
  /^[^\s@<>(),;:"\\[\]\u0000-\u001f\u007f]{1,64}@[^\s@<>(),;:"\\[\]\u0000-\u001f\u007f]{1,189}$/;

/** Whether mail may be sent to the address at all: one address, of one line, that cannot become a header. */
export const isMailable = (address: string): boolean => ADDRESS.test(address);
