// Copying the link, printing, folding the selection away where there is little room.
(function () {
  document.addEventListener("click", function (event) {
    var copy = event.target.closest("[data-copy-link]");
    if (copy) copyLink(copy);
    if (event.target.closest("[data-print]")) window.print();
  });

  function copyLink(button) {
    var text = button.querySelector("span:last-child");
    navigator.clipboard.writeText(location.origin + button.dataset.copyLink).then(function () {
      text.setAttribute("role", "status");
      text.textContent = button.dataset.done;
    });
  }

  // Wide screens always show the selection; browsers that cannot do so by style sheet need the attribute.
  var wide = matchMedia("(min-width: 961px)");
  function unfold() {
    var selection = document.getElementById("selection");
    if (selection && wide.matches) selection.open = true;
  }
  new MutationObserver(unfold).observe(document.documentElement, {childList: true, subtree: true});
  wide.addEventListener("change", unfold);
})();
