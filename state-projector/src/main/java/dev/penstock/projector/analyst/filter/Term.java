package dev.penstock.projector.analyst.filter;

import java.time.Instant;
import java.util.List;

/**
 * One condition; any of its values may hold.
 *
 * @param negated the condition must not hold
 * @param values at least one
 */
record Term(boolean negated, Key key, List<Value> values) {
    /** Whether the condition holds. */
    boolean holds(Facts facts) {
        return negated != values.stream().anyMatch(value -> holds(value, facts));
    }

    private boolean holds(Value value, Facts facts) {
        return switch (value) {
            case Value.Times times -> {
                Instant at = facts.time(key);
                yield at != null && times.holds(at);
            }
            case Value.Numbers numbers -> {
                Long attempts = facts.attempts();
                yield attempts != null && numbers.holds(attempts);
            }
            case Value.Word word -> word(word, facts);
        };
    }

    private boolean word(Value.Word word, Facts facts) {
        if (word.text().isEmpty()) {
            return word.prefix() == facts.texts(key).findAny().isPresent();
        }
        return switch (key.kind()) {
            case BEGINNING -> facts.texts(key).anyMatch(word::begins);
            case INSIDE ->
                facts.texts(key).anyMatch(word::isIn)
                        || (key == Key.TEXT && facts.texts(Key.ID).anyMatch(word::begins));
            case WORD, STATUS, EVENT, TIME, NUMBER -> facts.texts(key).anyMatch(word::is);
        };
    }
}
