package dev.penstock.ui.present.job;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Json;
import dev.penstock.api.job.Status;
import dev.penstock.ui.act.Deed;
import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.fact.AttemptFact;
import dev.penstock.ui.fact.JobDetail;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.JobList;
import dev.penstock.ui.fact.job.JobContents;
import dev.penstock.ui.present.Acts;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.LogLines;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.Stacks;
import dev.penstock.ui.view.ActButton;
import dev.penstock.ui.view.JobView;
import dev.penstock.ui.view.JobView.Data;
import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.Shell;
import dev.penstock.ui.view.job.JobDataView.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The page of one job. */
public final class JobPages {
    private static final String METADATA = english("Metadata");

    private JobPages() {}

    /** Where the reader came from: the list's address, and this job's neighbours in it. */
    public record Way(
            String list,
            @Nullable String previous,
            @Nullable String next) {
        public static final Way UNKNOWN = new Way("/jobs", null, null);
    }

    /** What went in and came out, as a tree (S2.22). */
    public static List<Part> parts(JobContents contents, String search) {
        return data(contents).stream()
                .map(data -> DataTrees.of(
                        data,
                        data.title().equals(say(METADATA))
                                ? Payloads.tree(contents.metadata())
                                : Payloads.tree(data.text()),
                        search))
                .toList();
    }

    /** The contents as the facts have them: with what is covered. */
    public static JobContents contents(JobDetail detail) {
        return new JobContents(
                detail.payload(),
                detail.result(),
                detail.checkpoint(),
                detail.state().spec().metadata(),
                null);
    }

    /** Whether there is something to reveal. */
    public static boolean coversAny(JobDetail detail) {
        return data(contents(detail)).stream().anyMatch(part -> Payloads.isCovered(part.text()));
    }

    /** Files it made. */
    public static List<JobView.File> files(JobDetail detail) {
        return Files.of(detail);
    }

    /** The page; {@code group} is where the failures with the same cause are, null if nothing has failed in the round. */
    public static JobView view(
            Shell shell,
            JobDetail detail,
            JobList children,
            @Nullable Link group,
            Reader reader,
            Way way,
            JobView.Head head) {
        JobFact job = detail.job();
        List<ActButton> acts = Acts.onPage(job, reader);
        List<AttemptFact> attempts = detail.attempts();
        return new JobView(
                shell,
                head,
                JobRows.row(job, reader, acts.stream().filter(JobPages::isShown).toList()),
                acts.stream().filter(act -> !act.allowed()).toList(),
                Families.stopping(detail),
                Families.of(job, children, reader),
                Files.of(detail),
                job.tries().round() > 1 ? say("round {1}", job.tries().round()) : "",
                Ways.of(detail.history(), job),
                JobFacts.of(detail, reader),
                job.failure() == null || job.status() == Status.COMPLETED
                        ? null
                        : Stacks.of("last", job.failure(), "#attempts", job.type()),
                group,
                IntStream.range(0, attempts.size())
                        .mapToObj(i -> Attempts.view(attempts.get(i), job, i == 0, reader))
                        .toList(),
                data(contents(detail)),
                detail.history().stream()
                        .map(event -> Events.view(event, reader))
                        .toList(),
                detail.lines().stream().map(line -> LogLines.view(line, reader)).toList(),
                linesNote(detail),
                way.list(),
                way.previous(),
                way.next());
    }

    /** What is possible now, and the two that people look for. */
    private static boolean isShown(ActButton act) {
        return act.allowed() || act.key().equals(Deed.RETRY.word()) || act.key().equals(Deed.DELETE.word());
    }

    private static List<Data> data(JobContents contents) {
        List<Data> data = new ArrayList<>();
        data.add(Payloads.data(say("Payload"), contents.payload()));
        add(data, say("Result"), contents.result());
        add(data, say("Checkpoint"), contents.checkpoint());
        if (contents.failure() != null) {
            String said = contents.failure().stack();
            data.add(new Data(
                    say("Last failure"), said.isBlank() ? contents.failure().message() : said, ""));
        }
        Map<String, String> metadata = contents.metadata();
        if (!metadata.isEmpty()) {
            String text = metadata.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> entry.getKey() + ": " + entry.getValue())
                    .collect(java.util.stream.Collectors.joining("\n"));
            data.add(new Data(say(METADATA), text, ""));
        }
        return data;
    }

    private static void add(List<Data> data, String title, @Nullable Json json) {
        if (json != null && !json.equals(Json.NULL)) {
            data.add(Payloads.data(title, json));
        }
    }

    private static String linesNote(JobDetail detail) {
        int lines = detail.lines().size();
        return detail.linesCut()
                ? say("the last {1} lines", Counts.of(lines))
                : lines == 0 ? "" : counted(lines, "{1} line", "{1} lines");
    }
}
