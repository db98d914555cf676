(function (root) {
  // Before anything is drawn: the reader's theme, so that no light page flashes in a dark room.
  var chosen = null;
  try { chosen = localStorage.getItem("mantine-color-scheme-value"); } catch (refused) { /* no storage: the system's theme */ }
  if (chosen !== "light" && chosen !== "dark") chosen = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  root.setAttribute("data-mantine-color-scheme", chosen);
})(document.documentElement);
