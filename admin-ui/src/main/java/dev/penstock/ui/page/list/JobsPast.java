package dev.penstock.ui.page.list;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.fact.JobList;
import dev.penstock.ui.fact.past.PastList;
import dev.penstock.ui.filter.AsOf;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.JobLists;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.past.Banners;
import dev.penstock.ui.present.past.PastJobLists;
import dev.penstock.ui.read.Asked;
import dev.penstock.ui.read.past.PastLists;
import dev.penstock.ui.read.search.PastSearch;
import dev.penstock.ui.trouble.Trouble;
import dev.penstock.ui.view.JobsView;
import dev.penstock.ui.view.OverviewView.Choice;
import dev.penstock.ui.view.past.PastJobsView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;

/** The list of jobs as of a moment. It stands still: it listens to nothing, and offers nothing that could be done. */
@RequestScoped
public class JobsPast {
    private static final int BAD_REQUEST = 400;

    private final Shells shells;
    private final PastLists lists;
    private final ListHead head;

    @Inject
    public JobsPast(Shells shells, PastLists lists, ListHead head) {
        this.shells = shells;
        this.lists = lists;
        this.head = head;
    }

    /** The page that the query's {@code at} asks for. */
    Response page(ListQuery query) {
        return switch (query.asOf()) {
            case AsOf.Then then -> page(query, then.at());
            case AsOf.Wrong wrong -> throw Trouble.bad("at", wrong.sentence());
            case AsOf.Now now -> throw new IllegalArgumentException("The list as things are is another page");
        };
    }

    private Response page(ListQuery query, Instant at) {
        Filter filter = query.filter();
        PastJobsView.Filter form = form(query, at);
        boolean wrong = !form.problem().isEmpty();
        PastList found = wrong ? new PastList(at, JobList.NOTHING, 0, 0, 0) : lists.list(query.asked(), at);
        Reader reader = shells.reader();
        PastJobsView view = new PastJobsView(
                shells.shell(say("Jobs as of {1}", reader.moment(at).full()), Section.JOBS, ""),
                Banners.of(at, reader, query::at).noting(Banners.notes(found.deletedSince(), found.unfolded())),
                PastJobLists.statuses(filter, at),
                form,
                PastJobLists.drops(filter, at),
                PastJobLists.hidden(filter, at),
                PastJobLists.table(
                        found.list().rows(),
                        head.columns(),
                        Banners.then(at, reader),
                        new JobsView.Sort(query.turned(), query.isOldestFirst() ? "ascending" : "descending")),
                JobLists.matches(found.list().matches()),
                PastJobLists.scanned(found, reader),
                pager(query, found.list()),
                "/api/v1" + query.at(at));
        return Response.status(wrong ? BAD_REQUEST : 200)
                .entity(Pages.jobspast(view))
                .build();
    }

    private static PastJobsView.Filter form(ListQuery query, Instant at) {
        String moment = AsOf.print(at);
        if (query.parsed() instanceof Parsed.Wrong wrong) {
            String caret =
                    query.q + "\n" + " ".repeat(wrong.position()) + "^".repeat(Math.max(1, wrong.length())) + "\n";
            return new PastJobsView.Filter(query.q, wrong.sentence(), caret, moment);
        }
        Optional<Key> unknown = PastSearch.unknown(query.filter());
        return new PastJobsView.Filter(
                query.filter().print(), unknown.map(JobsPast::objection).orElse(""), "", moment);
    }

    private static String objection(Key key) {
        return say(
                "\"{1}:\" cannot be answered of the past: the history of a job does not tell it. Take it away, or go back to now.",
                key.word());
    }

    private static JobsView.Pager pager(ListQuery query, JobList found) {
        return new JobsView.Pager(
                found.newer() == null || query.isFirstPage() ? null : query.address("before=" + found.newer()),
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
}
