package dev.penstock.ui.page.list;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.fact.Depths;
import dev.penstock.ui.fact.JobList;
import dev.penstock.ui.filter.AsOf;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.filter.Value;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.JobLists;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Overviews;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.list.ListRows;
import dev.penstock.ui.read.Asked;
import dev.penstock.ui.read.CountQueries;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.view.JobsView;
import dev.penstock.ui.view.OverviewView.Choice;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The list of jobs; all of its state is its address. */
@Path("/jobs")
@Produces(MediaType.TEXT_HTML)
@Transactional
public class JobsPage {
    private static final int BAD_REQUEST = 400;

    private final Shells shells;
    private final JobQueries jobs;
    private final CountQueries counts;
    private final ListHead head;
    private final JobsPast past;

    @Inject
    public JobsPage(Shells shells, JobQueries jobs, CountQueries counts, ListHead head, JobsPast past) {
        this.shells = shells;
        this.jobs = jobs;
        this.counts = counts;
        this.head = head;
        this.past = past;
    }

    @GET
    @Operation(hidden = true)
    public Response list(@BeanParam ListQuery query) {
        String elsewhere = shells.reader().back().equals("/jobs") ? head.first(shells.reader()) : elsewhere(query);
        if (elsewhere != null) {
            return Response.seeOther(URI.create(elsewhere)).build();
        }
        if (!(query.asOf() instanceof AsOf.Now)) {
            return past.page(query);
        }
        Reader reader = shells.reader();
        Depths depths = counts.all(query.filter());
        boolean wrong = query.parsed() instanceof Parsed.Wrong;
        JobList found = wrong ? JobList.NOTHING : jobs.list(query.asked());
        JobsView view = new JobsView(
                shells.shell(title(query.filter(), found), section(query), "jobs", address(query, found)),
                JobLists.statuses(query.filter(), depths),
                head.form(query),
                JobLists.drops(query.filter()),
                JobLists.hidden(query.filter()),
                JobLists.acts(),
                ListRows.table(
                        found.rows(),
                        head.columns(),
                        reader,
                        query.filter().print(),
                        new JobsView.Sort(query.turned(), query.isOldestFirst() ? "ascending" : "descending")),
                head.views(query.filter(), reader.caller()),
                JobLists.matches(found.matches()),
                JobLists.scanned(found.searched(), reader),
                wrong ? null : head.times(query.filter(), reader),
                newer(query),
                pager(query, found),
                wrong || !found.rows().isEmpty() ? null : empty(query));
        return Response.status(wrong ? BAD_REQUEST : 200)
                .entity(Pages.jobs(view))
                .build();
    }

    /** Where to go instead: the same list by its proper address, or the one job that the whole id was typed of. */
    private @Nullable String elsewhere(ListQuery query) {
        List<Filter.Term> terms = query.filter().terms();
        if (terms.size() == 1
                && terms.getFirst().key() == Key.TEXT
                && terms.getFirst().values().getFirst() instanceof Value.Word word
                && JobId.isValid(word.text())) {
            Optional<String> job = jobs.fact(new JobId(word.text())).map(fact -> Links.job(fact.id()));
            if (job.isPresent()) {
                return job.get();
            }
        }
        return query.canonical();
    }

    /** Under this address the rows on the screen stay where they are when the page refreshes itself. */
    private static String address(ListQuery query, JobList found) {
        if (!query.isFirstPage() || query.isOldestFirst() || found.rows().isEmpty()) {
            return query.address(
                    query.after != null
                            ? "after=" + Links.encoded(query.after)
                            : query.before != null ? "before=" + Links.encoded(query.before) : "");
        }
        return query.address("top="
                + (query.top != null
                        ? Links.encoded(query.top)
                        : JobList.Cursor.of(found.rows().getFirst())));
    }

    private JobsView.@Nullable Newer newer(ListQuery query) {
        JobList.Cursor first = query.first();
        if (first == null) {
            return null;
        }
        JobList.Matches newer = jobs.newerThan(query.filter(), first);
        return newer.count() == 0
                ? null
                : new JobsView.Newer(
                        say("{1}{2} new", Counts.of(newer.count()), (newer.orMore() ? "+" : "")), query.address(""));
    }

    private static JobsView.Pager pager(ListQuery query, JobList found) {
        boolean first = query.isFirstPage();
        return new JobsView.Pager(
                first || found.newer() == null ? null : query.address("before=" + found.newer()),
                found.older() == null ? null : query.address("after=" + found.older()),
                query.isOldestFirst(),
                Asked.SIZES.stream()
                        .map(size -> new Choice(
                                String.valueOf(size),
                                query.address("size=" + size),
                                size == query.asked().size(),
                                say("{1} jobs per page", size)))
                        .toList());
    }

    private JobsView.Empty empty(ListQuery query) {
        return counts.all().all() == 0
                ? JobLists.never(Overviews.submitCommand(shells.host()))
                : JobLists.empty(
                        query.filter(),
                        filter -> jobs.list(Asked.first(filter, Asked.SIZES.getFirst()))
                                .matches());
    }

    private static String title(Filter filter, JobList found) {
        return filter.equals(Filter.MAIN)
                ? say("Jobs")
                : say("{1} · {2} · Jobs", JobLists.matches(found.matches()), filter.print());
    }

    private static Section section(ListQuery query) {
        return query.filter().print().equals("status:failed") ? Section.FAILED : Section.JOBS;
    }
}
