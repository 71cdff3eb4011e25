package dev.penstock.ui.filter;

import dev.penstock.api.lifecycle.StatusWords;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A filter as text. The inverse of {@link FilterParser}. */
final class FilterPrinter {
    /** Texts that need no quotes wherever they stand. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@/#+][\\p{L}\\p{N}_@/#+.-]*");

    private FilterPrinter() {}

    static String print(Filter filter) {
        return filter.terms().stream().map(FilterPrinter::term).collect(Collectors.joining(" "));
    }

    private static String term(Filter.Term term) {
        String values =
                term.values().stream().map(value -> value(term.key(), value)).collect(Collectors.joining(","));
        String key = term.key() == Key.TEXT ? "" : term.key().word() + ":";
        return (term.negated() ? "-" : "") + key + values;
    }

    private static String value(Key key, Value value) {
        return switch (value) {
            case Value.Word word -> key == Key.PARENT ? parent(word) : text(word);
            case Value.YesOrNo is -> is.yes() ? "yes" : "no";
            case Value.StatusIs is -> StatusWords.word(is.status());
            case Value.OriginIs is -> is.origin().name().toLowerCase(Locale.ROOT);
            case Value.PriorityIs is -> is.priority().lane();
            case Value.Numbers n -> n.from() != null && n.from().equals(n.to()) ? "" + n.from() : numbers(n);
            case Value.Times t -> times(t);
        };
    }

    private static String parent(Value.Word word) {
        if (word.prefix() || !(word.text().isEmpty() || word.text().equalsIgnoreCase(Value.NONE))) {
            return text(word);
        }
        return word.text().isEmpty() ? Value.NONE : "\"" + word.text() + "\"";
    }

    private static String text(Value.Word word) {
        if (word.text().isEmpty() && word.prefix()) {
            return "*";
        }
        String text = PLAIN.matcher(word.text()).matches()
                ? word.text()
                : "\"" + word.text().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return word.prefix() ? text + "*" : text;
    }

    private static String numbers(Value.Numbers n) {
        return (n.from() == null ? "" : n.from()) + ".." + (n.to() == null ? "" : n.to());
    }

    private static String times(Value.Times t) {
        Value.Bound from = t.from();
        Value.Bound to = t.to();
        if (from != null && from.equals(to) && from.included() && !(from.moment() instanceof Moment.Ago)) {
            return from.moment().print();
        }
        if (from == null && to != null) {
            return (to.included() ? "<=" : "<") + to.moment().print();
        }
        if (to == null && from != null) {
            String sign = !from.included() ? ">" : from.moment() instanceof Moment.Ago ? "" : ">=";
            return sign + from.moment().print();
        }
        return moment(from) + ".." + moment(to);
    }

    private static String moment(Value.@Nullable Bound bound) {
        return bound == null ? "" : bound.moment().print();
    }
}
