// Finding an option by any of its words: name, former name, code; accents and Danish spellings do not matter.
(function () {
  var letters = {"æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ŋ": "n", "ŧ": "t", "ß": "ss", "ł": "l"};

  var NOWHERE = 4;

  function fold(text) {
    return text.toLowerCase()
      .replace(/[æøœđŋŧßł]/g, function (letter) { return letters[letter]; })
      .normalize("NFKD").replace(/\p{M}/gu, "")
      .replace(/[^\p{L}\p{N}|]+/gu, " ")
      .replace(/aa/g, "a").replace(/ae/g, "a").replace(/oe/g, "o")
      .trim();
  }

  // 0 is it, 1 begins with it, 2 has a word that does, 3 has it somewhere, 4 has it nowhere.
  function rank(option, wanted) {
    var names = fold(option.label + "|" + (option.words || "")).split("|").map(function (name) { return name.trim(); });
    return Math.min.apply(null, names.map(function (name) {
      if (name === wanted) return 0;
      if (name.startsWith(wanted)) return 1;
      if (name.includes(" " + wanted)) return 2;
      return name.includes(wanted) ? 3 : NOWHERE;
    }));
  }

  function find(options, wanted) {
    return options
      .map(function (option) {
        if (!option.items) return {option: option, rank: rank(option, wanted)};
        var items = find(option.items, wanted);
        var best = Math.min.apply(null, items.map(function (item) { return rank(item, wanted); }).concat(NOWHERE));
        return {option: Object.assign({}, option, {items: items}), rank: best};
      })
      .filter(function (one) { return one.rank < NOWHERE; })
      .sort(function (one, other) { return one.rank - other.rank; })
      .map(function (one) { return one.option; });
  }

  // Mantine marks an open list for its own style sheet only; screen readers listen for aria-expanded.
  function tell() {
    document.querySelectorAll('[role="combobox"]').forEach(function (box) {
      box.setAttribute("aria-expanded", box.hasAttribute("data-expanded"));
    });
  }
  new MutationObserver(tell).observe(document.documentElement, {childList: true, subtree: true, attributeFilter: ["data-expanded"]});

  window.dashMantineFunctions = Object.assign(window.dashMantineFunctions || {}, {
    findByWords: function (found) {
      var wanted = fold(found.search);
      return wanted ? find(found.options, wanted).slice(0, found.limit) : found.options;
    }
  });
})();
