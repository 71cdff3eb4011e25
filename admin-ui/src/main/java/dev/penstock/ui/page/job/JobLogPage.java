package dev.penstock.ui.page.job;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.LogLines;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.job.Heads.Tab;
import dev.penstock.ui.read.job.JobLogQueries;
import dev.penstock.ui.read.job.JobLogQueries.Wanted;
import dev.penstock.ui.read.job.JobLogQueries.Window;
import dev.penstock.ui.read.job.LogSearch;
import dev.penstock.ui.trouble.Trouble;
import dev.penstock.ui.view.job.JobLogView;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The log of one job, searched by text, level, time and attempt (S2.22). */
@Path("/jobs/{id}/log")
@Produces(MediaType.TEXT_HTML)
@Transactional
public class JobLogPage {
    private final JobTabs tabs;
    private final JobLogQueries logs;

    @Inject
    public JobLogPage(JobTabs tabs, JobLogQueries logs) {
        this.tabs = tabs;
        this.logs = logs;
    }

    @GET
    @Operation(hidden = true)
    public Response log(
            @PathParam("id") String id,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("level") @DefaultValue("") String level,
            @QueryParam("attempt") @DefaultValue("") String attempt,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("until") @DefaultValue("") String until,
            @QueryParam("before") @Nullable String before) {
        LogSearch search = new LogSearch(text, level, attempt, from, until, before);
        return tabs.of(id, job -> page(job, search));
    }

    private TemplateInstance page(JobFact job, LogSearch search) {
        Reader reader = tabs.reader();
        Window found = logs.of(job.id(), wanted(search, reader.now()));
        String address = Links.job(job.id()) + "/log" + search.query();
        String api = "/api/v1" + address;
        return Pages.joblog(new JobLogView(
                tabs.shell(job, say("Log"), search.before() == null ? job.id().value() : ""),
                tabs.head(job, Tab.LOG),
                new JobLogView.Typed(search.text(), search.level(), search.attempt(), search.from(), search.until()),
                attempts(job),
                found.lines().stream().map(line -> LogLines.view(line, reader)).toList(),
                note(found),
                found.earlier() == null
                        ? null
                        : address + (address.contains("?") ? "&" : "?") + "before=" + found.earlier(),
                api));
    }

    private static Wanted wanted(LogSearch search, Instant now) {
        try {
            return search.wanted(now);
        } catch (LogSearch.Wrong e) {
            throw Trouble.bad(e.field(), String.valueOf(e.getMessage()));
        }
    }

    /** Those of the present round one by one; earlier ones by their number are found by text. */
    private static List<JobLogView.Attempt> attempts(JobFact job) {
        int round = job.tries().round();
        return java.util.stream.IntStream.rangeClosed(1, job.tries().attempt())
                .mapToObj(attempt -> new JobLogView.Attempt(
                        round + "." + attempt,
                        round == 1 ? say("Attempt {1}", attempt) : say("Attempt {1}, round {2}", attempt, round)))
                .toList();
    }

    private static String note(Window found) {
        String shown = found.earlier() == null
                ? counted(found.lines().size(), "{1} line", "{1} lines")
                : say(
                        "the last {1} lines of the search",
                        Counts.of(found.lines().size()));
        return found.dropped() == 0
                ? shown
                : say(
                        "{1}; {2} more were never kept: of one job 10 MB are, and of an attempt's lines above the 5 000th only errors",
                        shown, counted(found.dropped(), "{1} line", "{1} lines"));
    }
}
