package dev.penstock.ui.rest.job;

import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.ui.fact.EventFact;
import dev.penstock.ui.fact.Freshness;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.LogFact;
import dev.penstock.ui.fact.job.PastJob;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.read.job.FamilyQueries;
import dev.penstock.ui.read.job.JobLogQueries;
import dev.penstock.ui.read.job.LogSearch;
import dev.penstock.ui.read.job.PastQueries;
import dev.penstock.ui.rest.past.Moments;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One job's log, family and past; its data and its history are in {@code /api/v1/jobs/{id}}. */
@Path("/api/v1/jobs/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
@Transactional
public class JobPartsResource {
    private final JobQueries jobs;
    private final JobLogQueries logs;
    private final FamilyQueries families;
    private final PastQueries past;
    private final FreshnessQueries freshness;

    @Inject
    public JobPartsResource(
            JobQueries jobs, JobLogQueries logs, FamilyQueries families, PastQueries past, FreshnessQueries freshness) {
        this.jobs = jobs;
        this.logs = logs;
        this.families = families;
        this.past = past;
        this.freshness = freshness;
    }

    /**
     * Lines of a job's log in the order in which they were written.
     *
     * @param lines the last 500 of those asked for
     * @param earlier goes into {@code before}; absent: there are no earlier ones
     * @param dropped lines that were never kept, because the log is too long
     */
    public record Log(
            Freshness freshness,
            List<LogFact> lines,
            @Nullable String earlier,
            long dropped) {}

    /** The family, at most 300 jobs of it. */
    public record Family(Freshness freshness, JobId root, List<JobFact> jobs) {}

    /** The job after an event, without its payload; absent if that event deleted it. */
    public record Past(
            Freshness freshness, EventFact event, @Nullable Job job) {}

    @GET
    @Path("log")
    @Operation(
            summary = "The log of a job, searched by text, level, attempt and time",
            description =
                    "level is this one and worse; attempt is 2, or 1.2 for the second of the first round; from and"
                            + " until are -1h or 2026-03-01T10:00Z.")
    public Log log(
            @PathParam("id") String id,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("level") @DefaultValue("") String level,
            @QueryParam("attempt") @DefaultValue("") String attempt,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("until") @DefaultValue("") String until,
            @QueryParam("before") @Nullable String before) {
        JobFact job = job(id);
        try {
            LogSearch search = new LogSearch(text, level, attempt, from, until, before);
            JobLogQueries.Window found = logs.of(job.id(), search.wanted(Instant.now()));
            String earlier = found.earlier() == null ? null : found.earlier().toString();
            return new Log(freshness.now(), found.lines(), earlier, found.dropped());
        } catch (LogSearch.Wrong e) {
            throw Trouble.bad(e.field(), String.valueOf(e.getMessage()));
        }
    }

    @GET
    @Path("family")
    @Operation(summary = "The job's family: its ancestors, itself and its children first, 300 jobs in all")
    public Family family(@PathParam("id") String id) {
        JobFact job = job(id);
        return new Family(freshness.now(), job.root(), families.family(job));
    }

    @GET
    @Path("history/{offset}")
    @Operation(
            summary =
                    "The job as it was after the event at this offset, or as of a moment: the published fold over its history",
            description = "In place of an offset a moment: -24h, 2026-03-01T10:00 (UTC) or 2026-03-01T10:00+01:00.")
    public Past past(@PathParam("id") String id, @PathParam("offset") String offset) {
        PastJob then = then(job(id).id(), offset)
                .orElseThrow(() -> Trouble.notFound(
                        "The job " + id + " has no event at the offset " + offset + ", or none by that moment."));
        return new Past(freshness.now(), then.event(), then.job());
    }

    private Optional<PastJob> then(JobId id, String offset) {
        if (offset.matches("\\d{1,18}")) {
            return past.after(id, Long.parseLong(offset));
        }
        Instant at = Moments.of(offset);
        return past.asOf(id, at == null ? Instant.now() : at);
    }

    private JobFact job(String id) {
        if (JobId.isValid(id)) {
            return jobs.fact(new JobId(id)).orElseThrow(() -> unknown(id));
        }
        throw unknown(id);
    }

    private static Trouble unknown(String id) {
        return Trouble.notFound("There is no job " + id + ", or the read model has not heard of it yet.");
    }
}
