package dev.penstock.ui.filter;

import java.util.List;

/**
 * Which jobs are meant: every term must hold. {@code status:failed queue:mail created:-24h -type:report.daily}.
 *
 * <p>{@code parse(print(filter))} is {@code filter}; no terms means all jobs.
 *
 * @param terms all must hold, in the order written
 */
public record Filter(List<Term> terms) {
    public static final Filter ALL = new Filter(List.of());

    public Filter {
        terms = List.copyOf(terms);
    }

    /**
     * One condition; any of its values may hold.
     *
     * @param negated the condition must not hold
     * @param key what is looked at
     * @param values at least one
     */
    public record Term(boolean negated, Key key, List<Value> values) {
        public Term {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("A term needs a value: " + key.word());
            }
        }
    }

    /** The text that parses to this filter. */
    public String print() {
        return FilterPrinter.print(this);
    }
}
