// Sixty-four clients on a busy machine may take longer than Jest's five seconds; no test here measures time.
jest.setTimeout(60_000);
