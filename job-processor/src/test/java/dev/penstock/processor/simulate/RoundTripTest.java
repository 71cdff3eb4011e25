package dev.penstock.processor.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Report;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Priority;
import dev.penstock.processor.simulate.change.Changes;
import dev.penstock.processor.simulate.measure.Figures;
import dev.penstock.processor.simulate.measure.Micros;
import dev.penstock.processor.simulate.measure.Stretch;
import dev.penstock.processor.simulate.measure.Tally;
import dev.penstock.processor.simulate.past.AttemptKey;
import dev.penstock.processor.simulate.past.Brood;
import dev.penstock.processor.simulate.past.Deed;
import dev.penstock.processor.simulate.past.End;
import dev.penstock.processor.simulate.past.Ran;
import dev.penstock.processor.simulate.past.Recording;
import dev.penstock.processor.simulate.record.Recorder;
import dev.penstock.processor.simulate.world.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the model writes is a log like any other: read back and run again, it comes out the same. */
class RoundTripTest {
    private static final long SECOND = Micros.SECOND;
    private static final long MILLI = 1_000;
    private static final long LONG = 100 * SECOND;

    private record Written(List<EventMessage> log, Figures figures) {}

    private static Written write(Recording past) {
        List<EventMessage> log = new ArrayList<>();
        past.settings()
                .values()
                .forEach(setting -> log.add(new EventMessage(
                        setting.key(),
                        0,
                        "put",
                        true,
                        Actor.system("test"),
                        null,
                        Micros.instant(Past.BEGIN - 1),
                        "default",
                        null,
                        null,
                        null,
                        new SettingEvent.SettingChanged(setting))));
        Simulation.Watcher watcher = new Simulation.Watcher() {
            @Override
            public void at(long now) {}

            @Override
            public void event(EventMessage event) {
                log.add(event);
            }
        };
        return new Written(log, Simulation.run(past, Changes.NONE, 1, watcher));
    }

    private static Recording read(List<EventMessage> log, long from) {
        Stretch stretch = new Stretch(from, Past.BEGIN + LONG);
        Recorder recorder = new Recorder(stretch, new Tally(stretch));
        log.forEach(recorder::add);
        return recorder.finish(Map.of());
    }

    /** Every way in which an attempt ends, and every act. */
    private static Past eventful() {
        Past past = new Past(LONG, 3).type("t", 3).type("parent", 3).type("child", 3);
        End.How[] hows = {
            End.How.SUCCEEDED,
            End.How.FAILED_TRANSIENT,
            End.How.FAILED_PERMANENT,
            End.How.GIVEN_UP,
            End.How.LOST,
            End.How.HANDED_BACK
        };
        for (int i = 0; i < 120; i++) {
            JobId job = past.job("t", i * 20L * MILLI);
            past.ran(job, "t", 1, (10L + i) * MILLI, hows[i % hows.length]);
            past.ran(job, "t", 2, 30 * MILLI, End.How.SUCCEEDED);
        }
        JobId snoozes = past.job("t", 3 * SECOND);
        past.ran(snoozes, "t", 1, MILLI, new End(End.How.SNOOZED, Duration.ofSeconds(7), false));
        past.ran(snoozes, "t", 2, MILLI, End.How.SUCCEEDED);
        JobId asks = past.job("t", 3 * SECOND + 1);
        past.ran(asks, "t", 1, MILLI, new End(End.How.FAILED_TRANSIENT, Duration.ofSeconds(9), false));
        past.ran(asks, "t", 2, MILLI, End.How.SUCCEEDED);
        family(past, 4 * SECOND, End.How.AWAITS_ALL, false);
        family(past, 5 * SECOND, End.How.SUCCEEDED, true);
        family(past, 6 * SECOND, End.How.AWAITS_EACH, false);
        acts(past, asks);
        return past;
    }

    /** Three that run and do not end are stopped; of two that wait behind them one is moved up, one is given up. */
    private static void acts(Past past, JobId waits) {
        past.deeds.add(new Deed(Past.BEGIN + 7 * SECOND, new Act.RunNow(waits)));
        for (int i = 0; i < 5; i++) {
            JobId job = past.job("t", 20 * SECOND + i);
            past.ran(job, "t", 1, SECOND, End.How.OPEN);
            Act act = i < 3 ? new Act.Stop(job) : i == 3 ? new Act.SetPriority(job, Priority.HIGH) : new Act.Abort(job);
            past.deeds.add(new Deed(Past.BEGIN + 20 * SECOND + 500 * MILLI - i, act));
        }
        past.deeds.sort(Comparator.comparingLong(Deed::at));
        // The third of the first jobs has failed for good.
        past.deeds.add(new Deed(Past.BEGIN + 30 * SECOND, new Act.Retry(JobId.of("r2", "0"))));
    }

    private static void family(Past past, long at, End.How how, boolean withEnd) {
        JobId parent = past.job("parent", at);
        past.ran(parent, "parent", 1, 50 * MILLI, how).ran(parent, "parent", 2, 10 * MILLI, End.How.SUCCEEDED);
        List<Report.Child> children = IntStream.range(0, 8)
                .mapToObj(i -> new Report.Child("c" + i, Past.spec("child")))
                .toList();
        past.broods.put(
                new AttemptKey(parent, 1, 1),
                List.of(new Brood("b", withEnd ? 50 * MILLI : 20 * MILLI, withEnd, children)));
        past.ran(past.job("child", at + 10 * SECOND), "child", 1, 25 * MILLI, End.How.SUCCEEDED);
    }

    @Test
    @DisplayName("An eventful stretch, read back from its log, has the same figures when it is run again")
    void the_same_again() {
        Written first = write(eventful().recording());
        Recording past = read(first.log(), Past.BEGIN);
        assertThat(past.attempts()).extracting(ran -> ran.end().how()).contains(End.How.values());
        assertThat(past.deeds()).hasSize(7);
        Written second = write(past);
        assertThat(text(second)).isEqualTo(text(first));
        assertThat(second.figures().drawn()).isZero();
    }

    @Test
    @DisplayName("Read back from the midst, with jobs that wait, run and are retried, what follows comes out the same")
    void the_same_from_the_midst() {
        Written first = write(eventful().recording());
        long midst = Past.BEGIN + 2 * SECOND + 7 * MILLI;
        Recording past = read(first.log(), midst);
        assertThat(past.jobs()).hasSizeGreaterThan(10);
        assertThat(past.jobs()).anyMatch(job -> job.run().holder() != null);
        assertThat(past.jobs()).anyMatch(job -> job.run().waiting() != null);
        assertThat(past.jobs())
                .anyMatch(job -> job.run().dispatch() != null && job.run().holder() == null);
        Written second = write(past);
        assertThat(second.figures().drawn()).isZero();
        List<String> was = starts(read(first.log(), midst).attempts());
        List<EventMessage> seen = new ArrayList<>(first.log());
        seen.removeIf(event -> Micros.of(event.at()) >= midst);
        seen.addAll(second.log());
        assertThat(starts(read(seen, midst).attempts())).isEqualTo(was);
    }

    private static List<String> starts(List<Ran> attempts) {
        return attempts.stream()
                .map(ran -> ran.key() + " " + (ran.startedAt() - Past.BEGIN) + " " + ran.end())
                .sorted()
                .toList();
    }

    private static String text(Written written) {
        var figures = written.figures().queues().get(Past.QUEUE);
        return figures.counts() + " wait " + figures.waiting().count() + " "
                + figures.waiting().mean() + " service " + figures.service().mean() + " "
                + starts(read(written.log(), Past.BEGIN).attempts());
    }
}
