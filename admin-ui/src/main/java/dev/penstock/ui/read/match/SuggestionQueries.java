package dev.penstock.ui.read.match;

import dev.penstock.ui.fact.list.Suggestions;
import dev.penstock.ui.fact.list.Suggestions.Suggestion;
import dev.penstock.ui.filter.Completion;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Value;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What may be meant while a filter is typed: its keys, then their values with how many jobs have them. */
@ApplicationScoped
@Transactional
public class SuggestionQueries {
    static final int MOST = 12;

    /** Of a bare word each of these is asked, for the text of a type may be meant as well as that of an error. */
    private static final List<Key> MEANT = List.of(Key.STATUS, Key.TYPE, Key.QUEUE, Key.ERROR, Key.BY);

    private static final int EACH_MEANT = 4;
    private static final int LEAST_TYPED = 2;

    private final ValueQueries values;

    @Inject
    public SuggestionQueries(ValueQueries values) {
        this.values = values;
    }

    /** For the word at the caret, at most twelve. */
    public Suggestions of(String text, int caret) {
        Completion typing = Completion.at(text, caret);
        Key key = typing.key();
        return new Suggestions(
                typing.from(),
                typing.to(),
                key == null
                        ? keysAnd(typing.typed())
                        : values.of(key, typing.typed(), MOST).stream()
                                .map(one -> new Suggestion(written(key, one.text()), one.note(), one.jobs()))
                                .toList());
    }

    private List<Suggestion> keysAnd(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        List<Suggestion> found = new ArrayList<>(Arrays.stream(Key.values())
                .filter(key -> key.word().startsWith(wanted))
                .map(key -> new Suggestion(key.word() + ":", key.meaning(), null))
                .toList());
        if (typed.length() >= LEAST_TYPED) {
            for (Key key : MEANT) {
                values.of(key, typed, EACH_MEANT).stream()
                        .map(one -> new Suggestion(key.word() + ":" + written(key, one.text()), one.note(), one.jobs()))
                        .forEach(found::add);
            }
        }
        return found.stream()
                .limit(typed.isEmpty() ? Key.values().length : MOST)
                .toList();
    }

    /** In quotes where the language asks for them. */
    private static String written(Key key, String value) {
        return switch (key.kind()) {
            case WORD, OPTIONAL_WORD ->
                value.equals(Value.NONE) && key == Key.PARENT
                        ? value
                        : new Filter(List.of(new Filter.Term(false, key, List.of(new Value.Word(value, false)))))
                                .print()
                                .substring(key.word().length() + 1);
            case STATUS, ORIGIN, YES_OR_NO, PRIORITY, NUMBER, TIME -> value;
        };
    }
}
