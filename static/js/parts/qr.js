/* A QR code: drawn by the server as a picture, always with the same thing in words beside it. */

import { html } from "../view.js";

export function Qr({ src, alt }) {
  return src ? html`<img class="qr" src=${src} alt=${alt} width="300" height="300" />` : null;
}
