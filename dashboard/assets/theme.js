// The switch between light and dark. Mantine remembers the choice under the same key; early.js sets it before first paint.
(function (root) {
  document.addEventListener("click", function (event) {
    if (!event.target.closest("[data-theme-switch]")) return;
    var chosen = root.getAttribute("data-mantine-color-scheme") === "dark" ? "light" : "dark";
    root.setAttribute("data-mantine-color-scheme", chosen);
    try { localStorage.setItem("mantine-color-scheme-value", chosen); } catch (refused) { /* no storage: for this page only */ }
  });
})(document.documentElement);
