package dev.penstock.ui.present.past;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Status;
import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.Hue;
import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.fact.Depths;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.past.PastOverview;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.present.JobLists;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.Window;
import dev.penstock.ui.present.flow.StatsViews;
import dev.penstock.ui.view.JobsView;
import dev.penstock.ui.view.OverviewView.Choice;
import dev.penstock.ui.view.OverviewView.Tile;
import dev.penstock.ui.view.Shell;
import dev.penstock.ui.view.past.AsOfView;
import dev.penstock.ui.view.past.PastOverviewView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The first page as it was; every link stays at that moment. */
public final class PastOverviews {
    private final PastOverview past;
    private final Window window;
    private final Reader then;

    private PastOverviews(PastOverview past, Window window, Reader then) {
        this.past = past;
        this.window = window;
        this.then = then;
    }

    /** The page; {@code reader} is of now. */
    public static PastOverviewView view(Shell shell, AsOfView banner, PastOverview past, Window window, Reader reader) {
        return new PastOverviews(past, window, Banners.then(past.at(), reader)).view(shell, banner, reader);
    }

    private PastOverviewView view(Shell shell, AsOfView banner, Reader reader) {
        return new PastOverviewView(
                shell,
                banner.noting(notes(reader)),
                windows(),
                window.text(),
                List.of(running(), failed(), queuesTile(), waiting(), oldestLock()),
                statuses(),
                StatsViews.throughput(past.window(), null, then).leading(this::at),
                queues(),
                leases(),
                past.workers().entrySet().stream()
                        .map(worker -> new PastOverviewView.Worker(worker.getKey(), Counts.of(worker.getValue())))
                        .toList(),
                past.held().stream().map(this::held).toList());
    }

    private List<String> notes(Reader reader) {
        List<String> notes = new ArrayList<>();
        if (!past.allHeld()) {
            notes.add(say(
                    "So many jobs have moved since that they are counted back by the minute: these are the numbers of {1}, and not every lease is shown.",
                    reader.moment(past.exactAt()).full()));
        }
        notes.addAll(Banners.notes(past.deletedSince(), past.unfolded()));
        return notes;
    }

    private List<Choice> windows() {
        return Arrays.stream(Window.values())
                .map(one -> new Choice(one.text(), at(one.href()), one == window, one.spoken()))
                .toList();
    }

    private Tile running() {
        Depths depths = past.depths();
        return tile(
                say("Running / Queued"),
                Counts.of(depths.running()),
                Counts.of(depths.queued()),
                depths.open() == 0 ? say("all worked off") : say("{1} open in all", Counts.of(depths.open())),
                "",
                "status:running,stopping,queued");
    }

    private Tile failed() {
        long more = past.window().total().failed();
        long failed = past.depths().failed();
        return tile(
                say("Failed jobs"),
                Counts.of(failed),
                "",
                say("{1} in {2} before", more == 0 ? say("none") : say("{1} more", Counts.of(more)), window.text()),
                failed == 0 ? "" : Hue.RED.word(),
                "status:failed");
    }

    private Tile queuesTile() {
        return tile(
                say("Active queues"),
                Counts.of(past.queues().size()),
                "",
                String.join(", ", past.queues().keySet()),
                "",
                "status:active");
    }

    private Tile waiting() {
        var wait = past.window().total().waiting();
        Duration p50 = wait.p50();
        return tile(
                say("Wait p95"),
                wait.p95() == null ? "–" : Spans.exact(wait.p95()),
                "",
                p50 == null
                        ? say("nothing started in {1} before", window.text())
                        : say("half started within {1}", Spans.exact(p50)),
                "",
                "started:-" + window.key());
    }

    private Tile oldestLock() {
        if (past.held().isEmpty()) {
            return tile(say("Oldest lock"), "–", "", say("no job was running"), "", "status:running");
        }
        JobFact oldest = past.held().getFirst();
        Instant since = Objects.requireNonNull(oldest.times().leaseSince());
        return tile(
                say("Oldest lock"),
                Spans.running(Duration.between(since, past.at())),
                "",
                oldest.type() + (oldest.worker() == null ? "" : " " + say("on {1}", oldest.worker())),
                "",
                "id:" + oldest.id());
    }

    private Tile tile(String label, String figure, String of, String detail, String hue, String filter) {
        return new Tile(label, figure, of, detail, hue, at("/jobs?q=" + Links.encoded(filter)), null);
    }

    private List<JobsView.StatusFilter> statuses() {
        Depths depths = past.depths();
        return JobLists.statuses(Filter.ALL, depths).stream()
                .map(chip -> new JobsView.StatusFilter(
                        chip.word(), chip.title(), chip.count(), at(chip.href()), chip.hue(), false))
                .toList();
    }

    private List<PastOverviewView.Queue> queues() {
        return past.queues().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Depths> queue) ->
                                queue.getValue().open())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .map(queue -> new PastOverviewView.Queue(
                        queue.getKey(),
                        at(Links.jobs(Key.QUEUE, queue.getKey()) + "+status:active"),
                        Counts.of(queue.getValue().queued()),
                        Counts.of(queue.getValue().running()),
                        Counts.of(queue.getValue().of(Status.SCHEDULED, Status.RETRYING)),
                        Counts.of(queue.getValue().of(Status.WAITING_FOR_CHILDREN))))
                .toList();
    }

    private String leases() {
        return say(
                "{1}, held by {2}",
                counted(past.leases(), "{1} lease", "{1} leases"),
                counted(past.workers().size(), "{1} worker", "{1} workers"));
    }

    private PastOverviewView.Held held(JobFact job) {
        return new PastOverviewView.Held(
                PastJobLists.row(job, then),
                job.worker() == null ? "–" : job.worker(),
                then.moment(Objects.requireNonNull(job.times().leaseSince())));
    }

    private String at(String address) {
        return Banners.at(address, past.at());
    }
}
