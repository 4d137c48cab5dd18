import { Injectable } from '@nestjs/common';

/** What the head of one page says to those who do not run its scripts: search engines and shared links. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  readonly url: string;
  /** Structured data, as JSON-LD. */
  readonly data: Readonly<Record<string, unknown>>;
}

type Maker = (match: RegExpExecArray) => Promise<PageHead | null>;

/** The pages whose head is made from data; the areas that know the data add them as they start. */
@Injectable()
export class PageHeads {
  private readonly makers: { readonly path: RegExp; readonly make: Maker }[] = [];

  add(path: RegExp, make: Maker): void {
    this.makers.push({ path, make });
  }

  /** The head of the page at this address; null when it is like any other. */
  async of(path: string): Promise<PageHead | null> {
    for (const maker of this.makers) {
      const match = maker.path.exec(path);
      if (match) return maker.make(match);
    }
    return null;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/** JSON that ends no script element, whatever somebody typed. It is data, so the policy lets it stand without a nonce. */
const jsonInHtml = (data: object): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The page with this head in place of the usual title and description. */
export const withHead = (page: string, head: PageHead): string => {
  const meta = (key: 'name' | 'property', name: string, content: string): string =>
    `<meta ${key}="${name}" content="${escaped(content)}" />`;
  const lines = [
    `<title>${escaped(head.title)} – Lectern</title>`,
    meta('name', 'description', head.description),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:title', head.title),
    meta('property', 'og:description', head.description),
    meta('property', 'og:url', head.url),
    `<link rel="canonical" href="${escaped(head.url)}" />`,
    `<script type="application/ld+json" id="event-data">${jsonInHtml(head.data)}</script>`,
  ];
  return (
    page
      .replace(/<title>[^<]*<\/title>\s*/, '')
      .replace(/<meta name="description"[^>]*>\s*/, '')
      // As a function: what somebody typed may hold `$&`.
      .replace('</head>', () => `${lines.join('\n')}\n</head>`)
  );
};
