package dev.penstock.ui.filter;

import static dev.penstock.ui.tongue.Tongue.say;

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

    /** The main list at first: without children (S2.23) and system jobs (S2.25). */
    public static final Filter MAIN = new Filter(List.of(
            new Term(false, Key.PARENT, List.of(new Value.Word("", false))),
            new Term(false, Key.SYSTEM, List.of(new Value.YesOrNo(false)))));

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
                throw new IllegalArgumentException(say("A term needs a value: {1}", key.word()));
            }
        }
    }

    /** Whether children are left out. */
    public boolean withoutChildren() {
        return terms.contains(MAIN.terms.getFirst());
    }

    /** Whether system jobs are left out. */
    public boolean withoutSystem() {
        return terms.contains(MAIN.terms.getLast());
    }

    /** The text that parses to this filter. */
    public String print() {
        return FilterPrinter.print(this);
    }
}
