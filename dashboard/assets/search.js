// Finding an option by any of its words: name, former name, code; accents and Danish spellings do not matter.
(function () {
  var letters = {"æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ŋ": "n", "ŧ": "t", "ß": "ss", "ł": "l"};

  function fold(text) {
    return text.toLowerCase()
      .replace(/[æøœđŋŧßł]/g, function (letter) { return letters[letter]; })
      .normalize("NFKD").replace(/\p{M}/gu, "")
      .replace(/[^\p{L}\p{N}|]+/gu, " ")
      .replace(/aa/g, "a").replace(/ae/g, "a").replace(/oe/g, "o")
      .trim();
  }

  // 0 begins with it, 1 has a word that does, 2 has it somewhere, 3 has it nowhere.
  function rank(option, wanted) {
    var names = fold(option.label + "|" + (option.words || "")).split("|").map(function (name) { return name.trim(); });
    return Math.min.apply(null, names.map(function (name) {
      if (name.startsWith(wanted)) return 0;
      if (name.includes(" " + wanted)) return 1;
      return name.includes(wanted) ? 2 : 3;
    }));
  }

  function find(options, wanted) {
    return options
      .map(function (option) {
        if (!option.items) return {option: option, rank: rank(option, wanted)};
        var items = find(option.items, wanted);
        return {option: Object.assign({}, option, {items: items}), rank: items.length ? 0 : 3};
      })
      .filter(function (one) { return one.rank < 3; })
      .sort(function (one, other) { return one.rank - other.rank; })
      .map(function (one) { return one.option; });
  }

  window.dashMantineFunctions = Object.assign(window.dashMantineFunctions || {}, {
    findByWords: function (found) {
      var wanted = fold(found.search);
      return wanted ? find(found.options, wanted).slice(0, found.limit) : found.options;
    }
  });
})();
