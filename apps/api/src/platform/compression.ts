import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Below this the words around a packed answer are longer than what packing saves: one scan's answer goes as it is. */
const WORTH_IT = 1024;
/** Three quarters of what the highest level saves, in a hundredth of its time. */
const LEVEL = 4;

/**
 * Packs what is text on its way to the browser: a phone in the rain has a slow line. PDFs and pictures are packed
 * already; a stream of events goes as it is, since each must arrive when it happens.
 */
export const addCompression = async (app: NestFastifyApplication): Promise<void> => {
  await app.register(compress, {
    threshold: WORTH_IT,
    encodings: ['br', 'gzip', 'identity'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: LEVEL } },
    // Bodies are read as they are sent: a packed one could unpack to anything.
    globalDecompression: false,
  });
};
