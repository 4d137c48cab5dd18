// A journey starts the product and a browser; what a person waits for is expected inside it, not by this.
jest.setTimeout(120_000);
