"use strict";
(() => {
  const all = [...document.querySelectorAll("details.test")];
  const form = document.getElementById("filter");
  const found = document.getElementById("found");
  const text = all.map(test => test.querySelector("summary").textContent.toLowerCase());
  const find = () => {
    const words = document.getElementById("find").value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    all.forEach((test, index) => {
      test.hidden = !words.every(word => text[index].includes(word));
      shown += test.hidden ? 0 : 1;
    });
    found.textContent = words.length ? `${shown} of ${all.length}` : "";
  };
  const open = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let each = target && target.closest("details"); each; each = each.parentElement.closest("details")) {
      each.hidden = false;
      each.open = true;
    }
    if (target) {
      target.scrollIntoView();
      target.focus({ preventScroll: true });
    }
  };
  form.hidden = all.length < 2;
  form.addEventListener("submit", event => event.preventDefault());
  document.getElementById("find").addEventListener("input", find);
  document.getElementById("open").addEventListener("click", () => all.forEach(test => { test.open = !test.hidden; }));
  document.getElementById("close").addEventListener("click", () => all.forEach(test => { test.open = false; }));
  addEventListener("hashchange", open);
  open();
})();
