package dev.penstock.ui.present.list;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.FilterParser;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.view.JobsView.SavedLink;
import java.util.List;
import java.util.stream.Stream;

/** Views of the list that are always there. */
public final class ViewMenus {
    private ViewMenus() {}

    /** What most people look for, the list as it is at first among them. */
    public static List<SavedLink> given(Filter now) {
        return Stream.of(
                        link(say("All but children and system jobs"), Filter.MAIN.print(), now),
                        link(say("Failed in the last day"), "status:failed finished:-24h", now),
                        link(say("Running or stopping"), "status:running,stopping", now),
                        link(say("Tried more than once, last day"), "attempt:>1 created:-24h", now),
                        link(say("Stopped, waiting for somebody"), "status:stopped", now),
                        link(say("System jobs"), "system:yes", now))
                .toList();
    }

    private static SavedLink link(String name, String filter, Filter now) {
        return saved(name, filter, now, "");
    }

    /** One that somebody saved; {@code delete} is where it is deleted, empty if its reader may not. */
    public static SavedLink saved(String name, String filter, Filter now, String delete) {
        return FilterParser.parse(filter) instanceof Parsed.Good good
                ? new SavedLink(
                        name, filter, Links.jobs(good.filter()), good.filter().equals(now), delete, "", false)
                : new SavedLink(name, filter, "/jobs?q=" + Links.encoded(filter), false, delete, "", false);
    }
}
