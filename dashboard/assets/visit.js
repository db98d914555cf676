/* Back and forward: the address is the state, so the server is asked for the page of the address. */
(function () {
  var first = here();
  var shown = first;

  function here() { return location.pathname + location.search; }

  /* Pages write their state into the address themselves; that is not a visit. */
  ["pushState", "replaceState"].forEach(function (name) {
    var original = history[name];
    history[name] = function () {
      original.apply(history, arguments);
      shown = here();
    };
  });

  addEventListener("popstate", function () {
    if (here() === shown) return; /* a jump within the page */
    shown = here();
    dash_clientside.set_props("visit", {data: shown});
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    visit: {
      /* The server learns the address from the request's referrer, which some browsers keep to themselves. */
      check: function (address) { return address === first ? dash_clientside.no_update : first; },
      name: function (title) { if (title) document.title = title; }
    }
  });
})();
