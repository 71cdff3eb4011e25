package dev.penstock.projector.command;

import dev.penstock.api.job.JobId;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Moment;
import dev.penstock.projector.analyst.source.Stretch;
import dev.penstock.projector.analyst.tell.JobReading;
import dev.penstock.projector.analyst.tell.JobStory;
import dev.penstock.projector.command.cluster.ClusterOptions;
import dev.penstock.projector.command.screen.Gauge;
import dev.penstock.projector.command.screen.Terminal;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One job's history, and its state as of any moment. */
@Command(
        name = "show",
        description = {
            "Tell one job's history, and its state as of a moment or right after an event of its own.",
            "",
            "Folds the job's events as the processor does, and reads only the one partition that its family lives in."
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 nothing in the log is about this job (up to that moment), 2 it cannot be done (a"
                    + " sentence says why).",
            "",
            "Examples:",
            "  ./penstock log show 4kq7x2.0",
            "  ./penstock log show 4kq7x2.0 --at 2026-03-01T14:03",
            "  ./penstock log show 4kq7x2.0 --at 4kq7x2.0#7 --json"
        },
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    @Mixin
    ClusterOptions cluster = new ClusterOptions();

    @Parameters(paramLabel = "JOB", description = "The job's id.")
    String job = "";

    @Option(
            names = "--at",
            paramLabel = "MOMENT",
            defaultValue = "now",
            description =
                    "As of when: " + Moment.FORMS
                            + "; or an event of this job, that event included, by its id (4kq7x2.0#7) or its version (#7). Default: now.")
    String at = "now";

    @Option(names = "--json", description = "The state and the history as one JSON object.")
    boolean json;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        JobId id = new JobId(job);
        Terminal terminal = Terminal.of(spec);
        String event = at.startsWith("#") ? id + at : at.startsWith(id + "#") ? at : null;
        Moment moment = event != null ? new Moment.Now() : Moment.parse(at, Instant.now());
        try (EventLog log = cluster.log()) {
            Stretch stretch = new Stretch(log.beginning(), log.to(moment)).only(log.partitionOf(id.route()));
            Gauge gauge = new Gauge(terminal.err(), stretch.records());
            JobStory story = JobReading.of(log, stretch, id, event, gauge::one);
            if (story.isUnknown()) {
                terminal.err().println("Nothing in the log up to " + stretch.to() + " is about the job " + id + ".");
            } else if (json) {
                terminal.json(story.json());
            } else {
                terminal.lines(story.text());
            }
            terminal.caveats(log);
            return story.isUnknown() ? Terminal.NOT_SO : Terminal.FOUND;
        }
    }
}
