// The form of an agency: helps to fill it in, keeps and saves returns, and sends nothing anywhere.
// It is written for browsers of 2013 and since: no more of the language than they know.
(function () {
  'use strict';
  var data = JSON.parse(el('data').textContent);
  var words = data.words;
  var groups = ['answers', 'judgements'];
  var returns = {}; // what is typed, by case, in the form in which it is saved
  var current = data.cases[0].id;
  var isKept = true;
  var isSaved = true;

  // ---- The page ---------------------------------------------------------------------------------
  function el(id) { return document.getElementById(id); }
  function all(selector, inside) {
    return Array.prototype.slice.call((inside || document).querySelectorAll(selector));
  }
  function find(list, name, value) {
    return list.filter(function (one) { return one[name] === value; })[0];
  }
  function caseCalled(id) { return find(data.cases, 'id', id).name; }

  function say(text, filled) {
    return text.replace(/\{(\w+)\}/g, function (whole, name) { return String(filled[name]); });
  }

  function write(place, paragraphs) {
    el(place).textContent = '';
    paragraphs.forEach(function (text) {
      el(place).appendChild(document.createElement('p')).textContent = text;
    });
    return el(place);
  }

  function inputs(name) { return all('input[name="' + name + '"]'); }
  function textOf(part) { return part.querySelector('textarea').value; }
  function chosen(name) {
    return inputs(name).filter(function (input) { return input.checked; })
      .map(function (input) { return input.value; });
  }

  // Ticks these values and no other; gives back those that cannot be chosen.
  function choose(name, values) {
    inputs(name).forEach(function (input) { input.checked = values.indexOf(input.value) >= 0; });
    return values.filter(function (value) { return value && chosen(name).indexOf(value) < 0; });
  }

  // ---- What is typed, as a return ---------------------------------------------------------------
  function typed() {
    var end = chosen('end')[0];
    var status = chosen('status')[0] || (end === 'later' ? '' : 'answers');
    var made = {
      format: data.format, audit: data.audit, tool: data.tool, asked: data.fingerprints,
      agency: data.agency, 'case': current, saved: new Date().toISOString().replace(/\.\d+/, ''),
      finished: status === 'answers' ? end !== 'later' : status !== '',
      status: status !== 'answers' ? status : end === 'complete' ? 'complete' : 'partial',
      completed_by: el('completed_by').value, note: el('note').value,
      answers: {}, judgements: {}
    };
    data.asked.forEach(function (one) {
      var given = {};
      given[one.field] = chosen('q-' + one.ref)[0] || '';
      if (one.field === 'answer') { given.reason = chosen('q-' + one.ref + '-reason')[0] || ''; }
      given.comment = el('q-' + one.ref + '-comment').value;
      if (given[one.field] || given.comment) { made[one.group][one.ref] = given; }
    });
    made.good_practice = all('.practice').map(function (row) {
      return { text: textOf(row), agency: row.querySelector('select').value };
    }).filter(function (one) { return one.text.trim(); });
    return made;
  }

  // Fills the form from a return; gives back what did not fit into it.
  function fill(made) {
    var left = [];
    var hasAnswers = made.status === 'complete' || made.status === 'partial';
    el('form').reset();
    left = left.concat(choose('status', [hasAnswers ? 'answers' : made.status]));
    choose('end', [hasAnswers && made.finished ? made.status : 'later']);
    el('completed_by').value = made.completed_by || '';
    el('note').value = made.note || '';
    groups.forEach(function (group) {
      Object.keys(made[group] || {}).forEach(function (ref) {
        var one = find(data.asked, 'ref', ref);
        var given = made[group][ref];
        if (!one || one.group !== group) { left.push(ref + ': ' + JSON.stringify(given)); return; }
        choose('q-' + ref, picks(one, made)).concat(choose('q-' + ref + '-reason', [given.reason]))
          .forEach(function (word) { left.push(ref + ': ' + word); });
        el('q-' + ref + '-comment').value = given.comment || '';
      });
    });
    all('.practice').forEach(function (row, index) {
      var practice = (made.good_practice || [])[index] || { text: '', agency: '' };
      var agencies = row.querySelector('select');
      row.querySelector('textarea').value = practice.text;
      agencies.value = practice.agency;
      if (agencies.value !== practice.agency) { agencies.value = ''; left.push(practice.agency); }
    });
    all('textarea, input[type=text]', el('form')).forEach(warn);
    update();
    return left;
  }

  // ---- What follows from it ---------------------------------------------------------------------
  function picks(one, made) {
    var given = made[one.group][one.ref];
    return [].concat((given && given[one.field]) || []);
  }

  // What is asked: all to which no answer has to lead, or one does.
  function asked(made) {
    var isAsked = {};
    return data.asked.filter(function (one) {
      isAsked[one.ref] = one.asked_if.every(function (route) {
        return isAsked[route[0]] !== false &&
          picks(find(data.asked, 'ref', route[0]), made).indexOf(route[1]) >= 0;
      });
      return isAsked[one.ref];
    });
  }

  function progress(made) {
    var questions = asked(made).filter(function (one) { return one.field === 'answer'; });
    var blank = questions.filter(function (one) {
      var given = made.answers[one.ref];
      return !picks(one, made).length && !(one.in_words && given && given.comment.trim());
    });
    if (isShort(made)) { blank = []; }
    return { all: questions.length, done: questions.length - blank.length, blank: blank };
  }

  // Whether there is nothing to answer: the agency does not know the child, or did no work.
  function isShort(made) { return made.status in words.statuses; }

  function update() {
    var made = typed();
    var its = progress(made);
    var shown = asked(made);
    data.asked.forEach(function (one) {
      el('q-' + one.ref).hidden = shown.indexOf(one) < 0;
      all('.reason', el('q-' + one.ref)).forEach(function (reasons) {
        reasons.hidden = picks(one, made).indexOf(reasons.getAttribute('data-for')) < 0;
        all('input', reasons).forEach(function (input) {
          input.checked = input.checked && !reasons.hidden;
        });
      });
    });
    all('.typed').forEach(function (copy) { copy.textContent = textOf(copy.parentNode); });
    all('.practice').forEach(function (row, index, rows) {
      row.hidden = index > 0 && !textOf(row) && !textOf(rows[index - 1]);
    });
    el('questions').hidden = el('end').hidden = isShort(made);
    el('still-blank').hidden = !its.blank.length;
    el('enough').hidden = !isShort(made);
    el('progress').max = its.all || 1;
    el('progress').value = its.done;
    el('counts').textContent = isShort(made) ? words.statuses[made.status].label :
      say(words.progress, its) + ', ' +
      (its.blank.length ? say(words.blank, { count: its.blank.length }) : words.blank_none);
    all('#still-blank a').forEach(function (link) {
      link.hidden = !find(its.blank, 'ref', link.textContent);
    });
    all('#case option').forEach(function (option) {
      var other = returns[option.value];
      option.textContent = caseCalled(option.value) +
        (other ? ': ' + say(words.progress, progress(other)) : '');
    });
  }

  // ---- What points to a child -------------------------------------------------------------------
  function warn(field) {
    if (!el(field.id + '-warning')) { return; }
    write(field.id + '-warning', seen(field.value).slice(0, 5).map(function (one) {
      var tip = words['tip_' + one.name] || words.tip_number;
      return say(words.looks_like, { text: one.text, what: words.shapes[one.name], tip: tip });
    }));
  }

  function seen(text) {
    var found = [];
    data.shapes.forEach(function (shape) {
      var unless = new RegExp(shape.unless || '^$', 'i');
      (text.match(new RegExp(shape.pattern, 'g' + shape.flags)) || []).forEach(function (match) {
        // A name stands behind what tells of it; before other shapes can be a sign or a space.
        var around = shape.name === 'name' ? /^.*[^\w\u00C0-\u017F]/ : /^[^\w(+@]+/;
        var word = match.replace(around, '');
        var isTaken = found.some(function (one) { return one.text.indexOf(word) >= 0; });
        if (!isTaken && !unless.test(word)) { found.push({ name: shape.name, text: word }); }
      });
    });
    return found;
  }

  // ---- Kept in the browser ----------------------------------------------------------------------
  // Runs what a browser may refuse; then nothing is kept, and the page says so.
  function ifKept(act) {
    try {
      if (isKept) { act(window.localStorage); }
    } catch (refused) {
      isKept = false;
      el('kept').textContent = words.kept_not;
    }
  }
  function key(id) { return ['audit-return', data.audit, data.agency, id].join(' '); }

  function keep() {
    returns[current] = typed();
    ifKept(function (storage) { storage.setItem(key(current), JSON.stringify(returns[current])); });
  }

  function restore() {
    ifKept(function (storage) {
      data.cases.forEach(function (one) {
        parsed(storage.getItem(key(one.id))).forEach(function (made) { returns[one.id] = made; });
      });
    });
    if (Object.keys(returns).length) { write('told', [words.kept_found]); }
    fill(returns[current] || {});
  }

  function clear() {
    if (!window.confirm(words.clear_sure)) { return; }
    ifKept(function (storage) {
      data.cases.forEach(function (one) { storage.removeItem(key(one.id)); });
    });
    returns = {};
    isSaved = true;
    fill({});
    write('told', [words.cleared]).focus();
  }

  // ---- Saved to a file --------------------------------------------------------------------------
  // What is sent: no answer to what is not asked.
  function toSend() {
    keep();
    return data.cases.filter(function (one) { return returns[one.id]; }).map(function (one) {
      var made = JSON.parse(JSON.stringify(returns[one.id]));
      var shown = isShort(made) ? [] : asked(made);
      data.asked.forEach(function (one) {
        if (shown.indexOf(one) < 0) { delete made[one.group][one.ref]; }
      });
      if (isShort(made)) { made.good_practice = []; }
      return made;
    });
  }

  // What is wrong with a return that says of itself that it is finished.
  function faults(made) {
    return asked(made).filter(function (one) {
      return made.finished && !(made.answers[one.ref] || {}).reason &&
        picks(one, made).some(function (word) { return word in words.answers; });
    }).map(function (one) {
      return say(words.needs_reason, { 'case': caseCalled(made['case']), ref: one.ref });
    });
  }

  function save() {
    var made = toSend();
    var text = JSON.stringify(data.cases.length > 1 ?
      { format: data.format_of_several, returns: made } : made[0], null, 1) + '\n';
    var wrong = [].concat.apply([], made.map(faults));
    var said = made.every(function (one) { return one.finished; }) ? 'saved_finished' : 'saved';
    if (wrong.length) {
      write('saved', [words.mend].concat(wrong, words.not_saved_finished)).focus();
      return;
    }
    isSaved = download(data.file, text, 'application/json') && saveCopy();
    el('by-hand').hidden = isSaved;
    el('text').value = text;
    write('saved', [say(words[isSaved ? said : 'saved_not'], data)]).focus();
  }

  function saveCopy() {
    // The mark tells old Notepads that it is UTF-8; they know no other end of a line.
    var text = '\uFEFF' + toSend().map(readable).join('\n\n\n').replace(/\n/g, '\r\n');
    return download(data.file.replace('.json', '.txt'), text, 'text/plain');
  }

  function readable(made) {
    var lines = [data.title, data.agency_name + ', ' + caseCalled(made['case']),
      say(words.copy_of, data) + (made.finished ? '' : ' ' + words.copy_unfinished),
      say(words.copy_by, { by: made.completed_by }), made.note];
    if (isShort(made)) { return lines.concat(words.statuses[made.status].label).join('\n'); }
    data.asked.forEach(function (one) {
      var given = made[one.group][one.ref] || {};
      var answer = picks(one, made).map(function (word) { return one.shown[word] || word; })[0];
      var blank = one.in_words && given.comment ? '' : words.copy_blank;
      lines.push('', one.ref + ' ' + one.text);
      [answer || blank, given.reason && words.reasons[given.reason].label, given.comment]
        .filter(Boolean).forEach(function (text) { lines.push(text.replace(/^/gm, '  ')); });
    });
    made.good_practice.forEach(function (one) {
      lines.push('', words.good_practice + ': ' + one.text,
        '  ' + (data.agencies[one.agency] || data.agency_name));
    });
    return lines.join('\n');
  }

  function download(name, text, type) {
    var link = document.createElement('a');
    try {
      var blob = new Blob([text], { type: type + ';charset=utf-8' });
      if (navigator.msSaveOrOpenBlob) { return navigator.msSaveOrOpenBlob(blob, name); }
      link.href = URL.createObjectURL(blob);
      link.download = name;
      document.body.appendChild(link).click();
      document.body.removeChild(link);
      return 'download' in link;
    } catch (refused) {
      return false;
    }
  }

  // ---- Opened from a file -----------------------------------------------------------------------
  function isReturn(made) {
    return made.format === data.format && groups.every(function (group) {
      return Object.keys(made[group]).every(function (ref) { return made[group][ref]; });
    });
  }

  // The returns in a text; none where it is something else.
  function parsed(text) {
    try {
      var read = JSON.parse(String(text).replace(/^\uFEFF/, ''));
      var several = read.format === data.format_of_several ? read.returns : [read];
      return several.every(isReturn) ? several : [];
    } catch (damaged) {
      return [];
    }
  }

  function isOurs(made) {
    return made.audit === data.audit && made.agency === data.agency &&
      find(data.cases, 'id', made['case']);
  }

  function take(read, name) {
    var file = { file: name };
    var wrong = !read.length ? words.not_a_return : read.every(isOurs) ? '' : words.other_return;
    var said = [say(wrong || words.opened, file)];
    if (wrong) { write('told', said).focus(); }
    if (wrong || (!isSaved && !window.confirm(words.open_sure))) { return; }
    read.forEach(function (one) {
      var left = show(one['case'], one);
      if (one.tool !== data.tool) { said.push(say(words.opened_other_tool, file)); }
      if (left.length) { said.push(say(words.not_fitting, { list: left.join('; ') })); }
    });
    keep();
    isSaved = true;
    write('told', said).focus();
  }

  // Shows a case; gives back what of its return did not fit.
  function show(id, made) {
    keep();
    current = id;
    if (el('case')) { el('case').value = id; }
    el('heading').textContent = caseCalled(id);
    return fill(made);
  }

  // ---- Begin ------------------------------------------------------------------------------------
  function changed(event) {
    isSaved = false;
    warn(event.target);
    keep();
    update();
  }

  function on(event, selector, act) {
    all(selector).forEach(function (part) { part.addEventListener(event, act); });
  }
  on('input', '#form', changed);
  on('change', '#form', changed);
  on('submit', '#form', function (event) { event.preventDefault(); });
  on('click', '.unset', function (event) {
    choose('q-' + event.currentTarget.value, []);
    changed(event);
  });
  on('click', '.save', save);
  on('click', '#copy', saveCopy);
  on('click', '#clear', clear);
  on('click', '#print', function () { window.print(); });
  on('change', '#open', function () {
    var file = el('open').files[0];
    var reader = new FileReader();
    reader.onload = reader.onerror = function () { take(parsed(reader.result), file.name); };
    if (file) { reader.readAsText(file); }
    el('open').value = '';
  });
  on('change', '#case', function () { show(el('case').value, returns[el('case').value] || {}); });
  window.onbeforeunload = function () { return isSaved || isKept ? undefined : words.kept_not; };
  document.documentElement.className = 'script';
  restore();
}());
