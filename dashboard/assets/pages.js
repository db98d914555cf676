// Area profile: choosing an area opens its page, with the same topic, period and group. Catalogue: the list is narrowed while one types.
(function () {
  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    pages: {
      toArea: function (code) {
        if (code) location.assign("/" + document.documentElement.lang + "/area/" + encodeURIComponent(code) + location.search);
        return dash_clientside.no_update;
      }
    }
  });

  // The entries that hold every word that was typed; search.js knows how words are compared.
  function found(entries, text) {
    var options = entries.map(function (entry) { return {label: entry.dataset.entry, entry: entry}; });
    text.split(/\s+/).filter(Boolean).forEach(function (word) {
      options = dashMantineFunctions.findByWords({options: options, search: word, limit: options.length});
    });
    return options.map(function (option) { return option.entry; });
  }

  function narrow(box) {
    var entries = Array.from(document.querySelectorAll("[data-entry]"));
    var shown = found(entries, box.value);
    show(entries, shown);
    var count = document.querySelector("[data-filter-counts]");
    count.textContent = JSON.parse(count.dataset.filterCounts)[shown.length];
    history.replaceState(history.state, "", location.pathname + (box.value ? "?q=" + encodeURIComponent(box.value) : ""));
    if (!shown.length) findNear(box, entries, count);
  }

  // Nothing has the words: the server knows which indicators have words that come close.
  function findNear(box, entries, count) {
    var typed = box.value;
    fetch("/api/v1/indicators?limit=1000&lang=" + document.documentElement.lang + "&q=" + encodeURIComponent(typed))
      .then(function (answer) { return answer.json(); })
      .then(function (answer) {
        if (box.value !== typed || !answer.indicators.length) return;
        var ids = answer.indicators.map(function (one) { return one.id; });
        show(entries, entries.filter(function (entry) { return ids.includes(entry.dataset.indicator); }));
        count.textContent = count.dataset.filterNear;
      })
      .catch(function () {}); // without an answer nothing was found, as is said already
  }

  function show(entries, shown) {
    entries.forEach(function (entry) { entry.hidden = !shown.includes(entry); });
    document.querySelectorAll("[data-topic]").forEach(function (topic) {
      topic.hidden = !topic.querySelector("[data-entry]:not([hidden])");
    });
  }

  document.addEventListener("input", function (event) {
    if (event.target.matches("[data-filter]")) narrow(event.target);
  });
  document.addEventListener("submit", function (event) {
    if (event.target.querySelector("[data-filter]")) event.preventDefault(); // the list is narrowed already
  });
})();
