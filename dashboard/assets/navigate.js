// Moving about without loading the page anew. The address is the state: whoever wants something else changes the
// address, and the server is asked for the page that it names.
(function () {
  function go(address) {
    if (address === location.pathname + location.search) return;
    history.pushState({}, "", address);
    dash_clientside.set_props("visit", {data: address});
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a.soft");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (!document.getElementById("page")) return; // React is not there yet: an ordinary link
    event.preventDefault();
    go(link.pathname + link.search);
  });

  // New HTML takes the place of the old (still.js): whoever had the focus keeps it, if the new page has the same element.
  var focused = "";
  document.addEventListener("focusin", function (event) { focused = event.target.id; });
  new MutationObserver(function () {
    if (!focused || document.activeElement !== document.body) return;
    var again = document.getElementById(focused);
    if (again) again.focus({preventScroll: true});
  }).observe(document.documentElement, {childList: true, subtree: true});

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    compare: {
      // `asked` is the query of what is shown; an answer that only repeats it is none of the reader's doing.
      choose: function (indicator, areas, period, group, asked) {
        var query = new URLSearchParams(asked);
        query.set("indicator", indicator);
        query.set("areas", (areas || []).join(","));
        query.set("period", period);
        if (group === "all") query.delete("group");
        else query.set("group", group);
        var text = query.toString().replaceAll("%2C", ",");
        if (text !== asked) go(location.pathname + "?" + text);
      }
    }
  });
})();
