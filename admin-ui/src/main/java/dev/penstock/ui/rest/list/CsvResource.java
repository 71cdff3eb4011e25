package dev.penstock.ui.rest.list;

import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.JobList;
import dev.penstock.ui.fact.JobList.Cursor;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.FilterParser;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.present.Stacks;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The list of jobs as CSV (RFC 4180), page by page, so that a long one fits into no memory and no transaction lasts. */
@Path("/api/v1/jobs/csv")
@Tag(name = "Jobs")
public class CsvResource {
    /** The newest so many; the last line says so if there are more. */
    static final int MOST = 100_000;

    private static final int PAGE = 500;
    private static final String HEAD = "id,type,status,queue,priority,by,created,started,finished,waited ms,took ms,"
            + "attempts,errors,progress,children,children ended,worker,parent,batch,instance,error\r\n";

    private final JobQueries jobs;

    @Inject
    public CsvResource(JobQueries jobs) {
        this.jobs = jobs;
    }

    @GET
    @Operation(summary = "The newest 100,000 jobs of a filter as CSV")
    public Response csv(@QueryParam("q") @DefaultValue("") String text) {
        Filter filter = switch (FilterParser.parse(text)) {
            case Parsed.Good good -> good.filter();
            case Parsed.Wrong wrong -> throw Trouble.filter("q", wrong.sentence(), wrong.position(), wrong.length());
        };
        StreamingOutput body = stream -> write(filter, stream);
        return Response.ok(body, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"jobs.csv\"")
                .build();
    }

    private void write(Filter filter, java.io.OutputStream stream) throws IOException {
        try (Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8))) {
            out.write(HEAD);
            Cursor after = null;
            for (int written = 0; written < MOST; written += PAGE) {
                List<JobFact> page = jobs.after(filter, after, PAGE);
                for (JobFact job : page) {
                    out.write(line(job));
                }
                if (page.size() < PAGE) {
                    out.write(cut(jobs.searched(filter)));
                    return;
                }
                after = Cursor.of(page.getLast());
            }
            out.write("These are the newest " + MOST + " jobs; there may be more.\r\n");
        }
    }

    private static String cut(JobList.Searched searched) {
        Instant from = searched.from();
        Instant shown = searched.shownFrom();
        return (from == null ? "" : "Jobs created before " + from + " were not searched; there may be more.\r\n")
                + (shown == null || shown.equals(from)
                        ? ""
                        : "Of jobs created before " + shown
                                + " texts in which something may be covered were not searched; there may be more.\r\n");
    }

    private static String line(JobFact job) {
        JobFact.Times times = job.times();
        List<@Nullable Object> cells = Stream.<@Nullable Object>of(
                        job.id(),
                        job.type(),
                        job.status(),
                        job.queue(),
                        job.priority().lane(),
                        job.runBy(),
                        times.createdAt(),
                        times.startedAt(),
                        times.endedAt(),
                        times.waited() == null ? null : times.waited().toMillis(),
                        times.took() == null ? null : times.took().toMillis(),
                        job.tries().total(),
                        job.flags().errors(),
                        job.progress() == null ? null : job.progress().percent(),
                        job.children().total(),
                        job.children().total() - job.children().open(),
                        job.worker(),
                        job.parent(),
                        job.batch(),
                        job.instance(),
                        job.failure() == null ? null : Stacks.line(job.failure()))
                .toList();
        return cells.stream().map(CsvResource::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A text that a spreadsheet would take for a formula is made a text by an apostrophe. */
    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (value instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
