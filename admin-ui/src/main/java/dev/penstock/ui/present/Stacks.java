package dev.penstock.ui.present;

import dev.penstock.api.job.Failure;
import dev.penstock.ui.chart.Words;
import dev.penstock.ui.view.StackView;
import java.util.Locale;

/** Exceptions: in a line, and whole. */
public final class Stacks {
    private Stacks() {}

    /** The failure as a table and a popover show it. */
    public static StackView of(String id, Failure failure, String href, String whose) {
        return new StackView(
                id,
                shortName(failure.error()),
                StackView.cut(failure.message()),
                Words.of(failure.kind().name().toLowerCase(Locale.ROOT)),
                failure.stack().isBlank() ? line(failure) : failure.stack(),
                href,
                whose);
    }

    /** "SmtpTimeout: connect timed out (mx1)". */
    public static String line(Failure failure) {
        String message = StackView.cut(failure.message());
        return message.isEmpty() ? shortName(failure.error()) : shortName(failure.error()) + ": " + message;
    }

    /** Class without package; words of a handler's own stay as they are. */
    public static String shortName(String error) {
        String name = error.substring(error.lastIndexOf('.') + 1);
        return name.isEmpty() ? error : name.replace('$', '.');
    }
}
