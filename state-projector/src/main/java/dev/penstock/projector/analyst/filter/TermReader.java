package dev.penstock.projector.analyst.filter;

import dev.penstock.api.job.Status;
import dev.penstock.api.wire.EventCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads a filter's text from left to right. */
final class TermReader {
    private final String text;
    private int at;

    TermReader(String text) {
        this.text = text;
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
        int colon = text.indexOf(':', at);
        String word = colon < 0 ? text.substring(at) : text.substring(at, colon);
        Key key = Key.named(word);
        if (key == null || colon < 0) {
            throw wrong("A term is key:value; keys of events are " + Key.all() + ", this is none: \"" + word + "\"");
        }
        at = colon + 1;
        List<Term.Value> values = new ArrayList<>();
        do {
            values.addAll(meaning(key, value()));
        } while (take(','));
        if (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            throw wrong("A blank or a comma is expected after the closing quote");
        }
        return new Term(negated, key, List.copyOf(values));
    }

    private Term.Value value() {
        int from = at;
        if (take('"')) {
            return new Term.Value(quoted(), take('*'));
        }
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != ',') {
            at++;
        }
        String word = text.substring(from, at);
        if (word.isEmpty()) {
            throw wrong("A value is missing");
        }
        return word.endsWith("*")
                ? new Term.Value(word.substring(0, word.length() - 1), true)
                : new Term.Value(word, false);
    }

    private String quoted() {
        StringBuilder inside = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' && at + 1 < text.length() ? 1 : 0;
            inside.append(text.charAt(at++));
        }
        if (!take('"')) {
            throw wrong("A quote is never closed");
        }
        return inside.toString();
    }

    private List<Term.Value> meaning(Key key, Term.Value value) {
        if (key == Key.EVENT && !value.prefix() && events().noneMatch(value::fits)) {
            throw wrong("There is no event \"" + value.text() + "\". Events are "
                    + String.join(", ", new TreeSet<>(EventCodec.NAMES.all().keySet())));
        }
        return key == Key.STATUS ? statuses(value) : List.of(value);
    }

    private static Stream<String> events() {
        return EventCodec.NAMES.all().keySet().stream();
    }

    private List<Term.Value> statuses(Term.Value value) {
        String word = value.text().toUpperCase(Locale.ROOT).replace('-', '_');
        List<Term.Value> meant = Arrays.stream(Status.values())
                .filter(status -> new Term.Value(word, value.prefix()).fits(status.name())
                        || (word.equals("ENDED") && status.isEnd())
                        || (word.equals("ACTIVE") && !status.isEnd()))
                .map(status -> new Term.Value(status.name(), false))
                .toList();
        if (meant.isEmpty()) {
            throw wrong("\"" + value.text() + "\" is no status. Statuses are "
                    + String.join(
                            ", ",
                            Arrays.stream(Status.values()).map(Status::name).toList())
                    + ", and active, ended");
        }
        return meant;
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

    private IllegalArgumentException wrong(String sentence) {
        return new IllegalArgumentException("The filter is wrong at character " + (at + 1) + ": " + sentence + ".");
    }
}
