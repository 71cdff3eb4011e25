package dev.penstock.ui.page.list;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.page.frame.Cookies;
import dev.penstock.ui.page.frame.Request;
import dev.penstock.ui.present.JobLists;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.list.Histograms;
import dev.penstock.ui.present.list.ListColumn;
import dev.penstock.ui.present.list.ViewMenus;
import dev.penstock.ui.read.CountQueries;
import dev.penstock.ui.read.match.HistogramQueries;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.right.Permission;
import dev.penstock.ui.saved.SavedView;
import dev.penstock.ui.saved.SavedViews;
import dev.penstock.ui.view.JobsView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Cookie;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands above the list: the filter's text and the choices that most people want, and when the jobs that match came. */
@RequestScoped
public class ListHead {
    private final CountQueries counts;
    private final HistogramQueries histograms;
    private final SavedViews views;
    private final Request request;

    @Inject
    public ListHead(CountQueries counts, HistogramQueries histograms, SavedViews views, Request request) {
        this.counts = counts;
        this.histograms = histograms;
        this.views = views;
        this.request = request;
    }

    /** Those that this browser chose. */
    List<ListColumn> columns() {
        Cookie cookie = request.cookie(Cookies.COLUMNS);
        return ListColumn.chosen(cookie == null ? null : cookie.getValue());
    }

    /** Filters with names; {@code now} is the one that is in force. */
    JobsView.Views views(Filter now, Caller caller) {
        List<SavedView> saved = views.of(caller);
        return new JobsView.Views(
                ViewMenus.given(now),
                links(saved.stream().filter(view -> SavedViews.owns(caller, view)), now, caller),
                links(saved.stream().filter(view -> !SavedViews.owns(caller, view)), now, caller),
                caller.may(Permission.ACT),
                saved.stream()
                                .anyMatch(view ->
                                        view.byDefault() && view.filter().equals(now.print()))
                        ? Links.PLAIN
                        : "");
    }

    /** The list that the reader has chosen to see first; null: none. */
    @Nullable
    String first(Reader reader) {
        return views.byDefault(reader.caller())
                .map(view -> "/jobs?q=" + Links.encoded(view.filter()))
                .orElse(null);
    }

    private static List<JobsView.SavedLink> links(Stream<SavedView> saved, Filter now, Caller caller) {
        return saved.map(view -> link(view, now, caller)).toList();
    }

    private static JobsView.SavedLink link(SavedView view, Filter now, Caller caller) {
        boolean own = SavedViews.owns(caller, view);
        boolean deletes = own || caller.may(Permission.ADMINISTER);
        String name = view.name() + (own && view.shared() ? " " + say("(shared)") : "");
        String address = "/views/" + view.id();
        return ViewMenus.saved(name, view.filter(), now, deletes ? address + "/delete" : "")
                .chosen(address + "/default", view.byDefault());
    }

    /** Null if there is nothing to compare. */
    JobsView.@Nullable Times times(Filter filter, Reader reader) {
        return histograms
                .of(filter)
                .map(times -> Histograms.view(times, filter, reader))
                .orElse(null);
    }

    JobsView.Filter form(ListQuery query) {
        Filter filter = query.filter();
        String problem = "";
        String caret = "";
        if (query.parsed() instanceof Parsed.Wrong wrong) {
            problem = wrong.sentence();
            caret = query.q + "\n" + " ".repeat(wrong.position()) + "^".repeat(Math.max(1, wrong.length())) + "\n";
        }
        return new JobsView.Filter(
                problem.isEmpty() ? filter.print() : query.q,
                problem,
                caret,
                JobLists.word(filter, Key.TYPE),
                JobLists.word(filter, Key.QUEUE),
                sorted(counts.byType().keySet().stream().toList()),
                sorted(counts.byQueue().keySet().stream().toList()),
                JobLists.spans(filter),
                "/api/v1/jobs/csv?q=" + Links.encoded(filter.print()));
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }
}
