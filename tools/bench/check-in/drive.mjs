import { connect } from 'node:net';
import { day } from './day.mjs';

const PATH = '/api/check-in/scans';

/** The bytes of one request, made before the clock runs. */
export const requestOf = (body) => {
  const text = JSON.stringify(body);
  return Buffer.from(
    `POST ${PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${day.token}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
};

/** One keep-alive connection that sends a request and waits for the whole of its answer. */
export const openLine = (port) =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let got = '';
    let waiting = null;
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('data', (part) => {
      got += part;
      const head = got.indexOf('\r\n\r\n');
      if (head < 0 || !waiting) return;
      const length = Number(/content-length: (\d+)/i.exec(got.slice(0, head))?.[1]);
      if (got.length < head + 4 + length) return;
      const answer = { status: Number(got.slice(9, 12)), body: got.slice(head + 4) };
      got = '';
      waiting.resolve(answer);
    });
    socket.once('error', (error) => (waiting ?? { reject }).reject(error));
    socket.once('close', () => waiting?.reject(new Error('The server hung up.')));
    socket.once('connect', () =>
      resolve({
        send: (bytes) =>
          new Promise((done, fail) => {
            waiting = { resolve: done, reject: fail };
            socket.write(bytes);
          }),
        close: () => {
          waiting = null;
          socket.destroy();
        },
      }),
    );
  });

/** Sends every request over `connections` lines; answers the rate and the milliseconds of each. */
export const drive = async (port, requests, connections) => {
  const lines = await Promise.all(Array.from({ length: connections }, () => openLine(port)));
  const took = [];
  let next = 0;
  const work = async (line) => {
    while (next < requests.length) {
      const bytes = requests[next++];
      const began = performance.now();
      const { status, body } = await line.send(bytes);
      took.push(performance.now() - began);
      if (status !== 200 || !body.includes('"outcome":"admitted"')) throw new Error(`${status} ${body}`);
    }
  };
  const began = performance.now();
  await Promise.all(lines.map(work));
  const rate = requests.length / ((performance.now() - began) / 1000);
  for (const line of lines) line.close();
  return { rate, took };
};
