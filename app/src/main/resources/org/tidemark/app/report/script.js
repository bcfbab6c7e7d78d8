// Opens what a link points at, and opens everything for the printer. The page is whole without it.
(function () {
  "use strict";
  function openAround(element) {
    for (var e = element; e; e = e.parentElement) {
      if (e.tagName === "DETAILS") e.open = true;
    }
    var inner = element && element.querySelector(":scope > details");
    if (inner) inner.open = true;
  }
  function openTarget() {
    var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (target && target.tagName !== "SECTION") {
      openAround(target);
      target.scrollIntoView({ block: "center" });
    }
  }
  window.addEventListener("hashchange", openTarget);
  openTarget();
  var opened = [];
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details:not([open])").forEach(function (d) {
      d.open = true;
      opened.push(d);
    });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (d) { d.open = false; });
    opened = [];
  });
})();
