package dev.penstock.ui.view.past;

import dev.penstock.ui.view.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The banner of a page that shows the past.
 *
 * @param at as of when
 * @param now the same page as things are
 * @param steps to moments near by
 * @param action where the form leads that chooses another moment
 * @param kept what else the page's address says
 * @param field the moment as the form's field has it, UTC
 * @param latest what the field allows, UTC
 * @param notes what is not seen here, or not exactly
 */
public record AsOfView(
        Moment at,
        String now,
        List<Step> steps,
        String action,
        List<Kept> kept,
        String field,
        String latest,
        List<String> notes) {

    /** "−1 h"; {@code href} is null where that moment is still to come. */
    public record Step(String text, String spoken, @Nullable String href) {}

    /** A parameter that stays as it is. */
    public record Kept(String name, String value) {}

    /** The same with more to know. */
    public AsOfView noting(List<String> more) {
        return new AsOfView(at, now, steps, action, kept, field, latest, more);
    }
}
