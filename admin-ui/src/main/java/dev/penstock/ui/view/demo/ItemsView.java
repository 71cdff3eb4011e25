package dev.penstock.ui.view.demo;

import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.Shell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items of the demo, to which links of jobs lead. */
public sealed interface ItemsView {
    Shell shell();

    /**
     * Items as a search finds them (S4.17).
     *
     * @param title what was searched
     * @param batch BatchID that was asked for; empty: any
     * @param modules to choose from
     * @param all leads to all items; null if they are shown
     */
    record Search(
            Shell shell,
            String title,
            String batch,
            List<Link> modules,
            List<Card> items,
            @Nullable Link all) implements ItemsView {}

    /** A row of the search. */
    record Card(
            Link item,
            String module,
            String name,
            String status,
            List<Link> batches,
            @Nullable String picture) {}

    /**
     * One item, or a step of the studio's wizard with it (S4.18).
     *
     * @param steps of the wizard; empty on the item's own page
     * @param facts what this step shows
     * @param files what this step shows of its files
     */
    record One(Shell shell, Card card, List<Step> steps, List<Fact> facts, List<Link> files, Link studio)
            implements ItemsView {}

    /** A step of the wizard. */
    record Step(String text, String href, boolean current) {}

    /** A field and its value. */
    record Fact(String name, String value) {}
}
