/* A style sheet that comes with what needs it, once: a page that never draws it does without. */

export function dress(href) {
  if (document.querySelector('link[href="' + href + '"]')) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  document.head.append(link);
}
