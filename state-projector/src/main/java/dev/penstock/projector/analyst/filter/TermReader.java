package dev.penstock.projector.analyst.filter;

import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.StatusWords;
import dev.penstock.api.wire.EventCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a filter's text from left to right. */
final class TermReader {
    private final String text;
    private final Instant now;
    private int at;

    /** @param now what relative times are subtracted from */
    TermReader(String text, Instant now) {
        this.text = text;
        this.now = now;
    }

    List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        while (skipBlanks()) {
            terms.add(term());
        }
        return List.copyOf(terms);
    }

    private Term term() {
        boolean negated = take('-');
        Key key = key();
        List<Value> values = new ArrayList<>();
        do {
            values.addAll(values(key));
        } while (take(','));
        if (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            throw wrong(at, "A blank or a comma is expected after the closing quote");
        }
        return new Term(negated, key, List.copyOf(values));
    }

    /** Letters before a colon; a bare word is a text to look for. */
    private Key key() {
        int end = at;
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        if (end == at || end >= text.length() || text.charAt(end) != ':') {
            return Key.TEXT;
        }
        String word = text.substring(at, end);
        Key key = Key.named(word);
        if (key == null && Key.isOnlyOnPages(word)) {
            throw wrong(
                    at,
                    "No event tells " + word
                            + ": ask the pages (/jobs) for it, or look for words with error: or without" + " a key");
        }
        if (key == null) {
            throw wrong(
                    at,
                    "There is no key \"" + word + "\". Keys are " + Key.all()
                            + "; to search for the text itself put it in quotes");
        }
        at = end + 1;
        return key;
    }

    private List<Value> values(Key key) {
        int from = at;
        if (take('"')) {
            return meaning(key, from, new Value.Word(quoted(from), take('*')));
        }
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != ',') {
            at++;
        }
        String word = text.substring(from, at);
        if (word.isEmpty()) {
            throw wrong(from, "A value is missing");
        }
        if (key == Key.PARENT && word.equalsIgnoreCase("none")) {
            return List.of(new Value.Word("", false));
        }
        return meaning(
                key,
                from,
                word.endsWith("*")
                        ? new Value.Word(word.substring(0, word.length() - 1), true)
                        : new Value.Word(word, false));
    }

    private String quoted(int from) {
        StringBuilder inside = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' && at + 1 < text.length() ? 1 : 0;
            inside.append(text.charAt(at++));
        }
        if (!take('"')) {
            throw wrong(from, "A quote is never closed");
        }
        return inside.toString();
    }

    private List<Value> meaning(Key key, int from, Value.Word word) {
        try {
            return switch (key.kind()) {
                case TIME -> List.of(Sides.of(word.text()).times(now));
                case NUMBER -> List.of(Sides.of(word.text()).numbers());
                case STATUS -> statuses(from, word);
                case EVENT -> event(from, word);
                case WORD, BEGINNING, INSIDE -> List.of(word);
            };
        } catch (IllegalArgumentException e) {
            throw e instanceof WrongFilter ? e : wrong(from, String.valueOf(e.getMessage()));
        }
    }

    private List<Value> event(int from, Value.Word word) {
        if (EventCodec.NAMES.all().keySet().stream().noneMatch(word::is)) {
            throw wrong(
                    from,
                    "There is no event \"" + word.text() + "\". Events are "
                            + String.join(
                                    ", ", new TreeSet<>(EventCodec.NAMES.all().keySet())));
        }
        return List.of(word);
    }

    private List<Value> statuses(int from, Value.Word word) {
        Stream<Status> meant = word.prefix()
                ? Arrays.stream(Status.values()).filter(status -> word.is(StatusWords.word(status)))
                : StatusWords.meaning(word.text()).stream();
        List<Value> all =
                meant.<Value>map(status -> new Value.Word(status.name(), false)).toList();
        if (all.isEmpty()) {
            throw wrong(
                    from,
                    "\"" + word.text() + "\" is no status. Statuses are "
                            + Arrays.stream(Status.values())
                                    .map(StatusWords::word)
                                    .collect(Collectors.joining(", "))
                            + ", and active, ended, done");
        }
        return all;
    }

    private boolean skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private boolean take(char c) {
        boolean here = at < text.length() && text.charAt(at) == c;
        at += here ? 1 : 0;
        return here;
    }

    private static WrongFilter wrong(int place, String sentence) {
        return new WrongFilter("The filter is wrong at character " + (place + 1) + ": " + sentence + ".");
    }

    /** Says where already. */
    private static final class WrongFilter extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        WrongFilter(String sentence) {
            super(sentence);
        }
    }
}
