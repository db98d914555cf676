/* The address is the state: whenever it changes, the server is asked for the page that it names. */
(function () {
  var first = here();
  var shown = first;

  function here() { return location.pathname + location.search; }

  /* Whoever writes the address asks for the page as well; this only remembers what is on the screen. */
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

  async function change(address) {
    try {
      var answer = await fetch("/_page?address=" + encodeURIComponent(address));
      if (!answer.ok && answer.status !== 404) throw new Error(answer.status); /* 404: the page says what is missing */
      var visit = await answer.json();
      return [visit.page, visit.title];
    } catch (failed) {
      location.assign(address); /* the browser says better what is wrong, and can try again */
      return [dash_clientside.no_update, dash_clientside.no_update];
    }
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    visit: {
      /* The server learns the address from the request's referrer, which some browsers keep to themselves. */
      check: function (address) { return address === first ? dash_clientside.no_update : first; },
      change: change,
      name: function (title) { document.title = title; }
    }
  });
})();
