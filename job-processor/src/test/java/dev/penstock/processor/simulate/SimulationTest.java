package dev.penstock.processor.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.penstock.api.command.Report;
import dev.penstock.api.job.JobId;
import dev.penstock.api.wire.Wire;
import dev.penstock.processor.simulate.measure.Micros;
import dev.penstock.processor.simulate.measure.QueueFigures;
import dev.penstock.processor.simulate.measure.Series;
import dev.penstock.processor.simulate.measure.Spread;
import dev.penstock.processor.simulate.past.AttemptKey;
import dev.penstock.processor.simulate.past.Brood;
import dev.penstock.processor.simulate.past.End;
import dev.penstock.processor.simulate.report.Comparison;
import dev.penstock.processor.simulate.report.JsonReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The model against what can be reckoned without it. */
class SimulationTest {
    private static final long LONG = 1_000_000 * Micros.SECOND;
    private static final long MILLI = 1_000;

    /** Arrivals and service times at random: a queue that is used to four fifths by one slot. */
    private static final class Load {
        private final long[] arrivals;
        private final long[] services;

        private Load(long[] arrivals, long[] services) {
            this.arrivals = arrivals;
            this.services = services;
        }

        static Load random(int jobs, long seed) {
            Random random = new Random(seed);
            long[] arrivals = new long[jobs];
            long[] services = new long[jobs];
            long at = 0;
            for (int i = 0; i < jobs; i++) {
                at += Math.max(1, Math.round(-Math.log(1 - random.nextDouble()) * 125_000));
                arrivals[i] = at;
                services[i] = Math.max(1, Math.round(-Math.log(1 - random.nextDouble()) * 100_000));
            }
            return new Load(arrivals, services);
        }

        Past past(int slots) {
            Past past = new Past(LONG, slots).type("t", 5);
            for (int i = 0; i < arrivals.length; i++) {
                JobId job = past.job("t", arrivals[i]);
                past.ran(job, "t", 1, services[i], End.How.SUCCEEDED);
            }
            return past;
        }

        /** First come, first served, by so many slots: the recursion of Lindley, and of Kiefer and Wolfowitz. */
        Spread waits(int slots) {
            PriorityQueue<Long> free = new PriorityQueue<>();
            IntStream.range(0, slots).forEach(i -> free.add(0L));
            long[] waits = new long[arrivals.length];
            for (int i = 0; i < arrivals.length; i++) {
                long start = Math.max(arrivals[i], free.remove());
                waits[i] = start - arrivals[i];
                free.add(start + services[i]);
            }
            return Spread.of(waits);
        }
    }

    private static void same(Spread simulated, Spread reckoned) {
        assertThat(simulated.count()).isEqualTo(reckoned.count());
        assertThat(simulated.distance(reckoned)).isZero();
        assertThat(simulated.max()).isEqualTo(reckoned.max());
    }

    @Test
    @DisplayName("Waiting times are those of Lindley's recursion, to the microsecond, for one slot and for three")
    void waiting_is_as_reckoned() {
        Load load = Load.random(2_000, 7);
        same(load.past(1).figures().waiting(), load.waits(1));
        same(load.past(3).figures().waiting(), load.waits(3));
    }

    @Test
    @DisplayName("queue.q.workers=3 on a record with one slot gives what three slots give")
    void other_workers() {
        Load load = Load.random(2_000, 8);
        same(load.past(1).figures("queue.q.workers=3").waiting(), load.waits(3));
    }

    @Test
    @DisplayName("queue.q.limit=1 on four slots gives what one slot gives: the real gate lets one pass at a time")
    void a_limit() {
        Load load = Load.random(1_000, 9);
        same(load.past(4).figures("queue.q.limit=1").waiting(), load.waits(1));
    }

    @Test
    @DisplayName("Mean waits are those of theory: M/M/1 and, with the workers doubled, M/M/2 (within a tenth)")
    void theory() {
        Past past = Load.random(60_000, 11).past(1);
        // Load 0.8 of a slot that does 10 a second: 0.8 / (10 - 8) s; and by Erlang's C formula with two.
        assertThat(past.figures().waiting().mean()).isCloseTo(400_000, within(40_000.0));
        assertThat(past.figures("queue.q.workers=2").waiting().mean()).isCloseTo(19_048, within(1_905.0));
    }

    @Test
    @DisplayName("A paused queue starts nothing, and all that came wait at the end")
    void paused() {
        QueueFigures figures = Load.random(500, 12).past(2).figures("queue.q.paused=true");
        assertThat(figures.counts().attempts()).isZero();
        assertThat(figures.counts().left()).isEqualTo(500);
        assertThat(figures.waiting().count()).isZero();
    }

    /** Every third job fails on its first attempt and succeeds on the second; every tenth fails on all three. */
    private static Past failing(int jobs) {
        Past past = new Past(LONG, 4).type("t", 3);
        for (int i = 0; i < jobs; i++) {
            JobId job = past.job("t", i * 50L * MILLI);
            boolean hopeless = i % 10 == 0;
            boolean once = !hopeless && i % 3 == 0;
            past.ran(job, "t", 1, 20 * MILLI, hopeless || once ? End.How.FAILED_TRANSIENT : End.How.SUCCEEDED);
            if (hopeless || once) {
                past.ran(job, "t", 2, 20 * MILLI, hopeless ? End.How.FAILED_TRANSIENT : End.How.SUCCEEDED);
            }
            if (hopeless) {
                past.ran(job, "t", 3, 20 * MILLI, End.How.FAILED_TRANSIENT);
            }
        }
        return past;
    }

    @Test
    @DisplayName("Unchanged, every attempt ends as recorded: 300 jobs, 30 hopeless, 90 that needed two attempts")
    void retries_as_recorded() {
        QueueFigures.Counts counts = failing(300).figures().counts();
        assertThat(counts).isEqualTo(new QueueFigures.Counts(300, 300 + 90 + 60, 150, 90 + 90, 270, 30, 0, 0));
    }

    @Test
    @DisplayName("max-attempts=1: no retries, and who failed once is dead")
    void one_attempt() {
        QueueFigures.Counts counts = failing(300).figures("max-attempts=1").counts();
        assertThat(counts).isEqualTo(new QueueFigures.Counts(300, 300, 0, 120, 180, 120, 0, 0));
    }

    @Test
    @DisplayName("max-attempts=5: who failed three times tries twice more; those attempts are drawn, and as hopeless")
    void more_attempts() {
        Past past = failing(300);
        QueueFigures.Counts counts = past.figures("t.max-attempts=5").counts();
        assertThat(counts.attempts()).isEqualTo(300 + 90 + 60 + 60);
        assertThat(counts.dead()).isEqualTo(30);
        assertThat(past.simulated("t.max-attempts=5").drawn()).isEqualTo(60);
    }

    @Test
    @DisplayName("A longer back-off keeps retries away longer: the last attempt begins so much later")
    void a_longer_backoff() {
        Past past = new Past(LONG, 1).type("t", 2);
        JobId job = past.job("t", 0);
        past.ran(job, "t", 1, MILLI, End.How.FAILED_TRANSIENT).ran(job, "t", 2, MILLI, End.How.SUCCEEDED);
        double piece = LONG / 120.0;
        double was = past.figures().busy().at(0) * piece;
        assertThat(was).isCloseTo(2_000.0, within(1.0));
        Series now = past.figures("t.backoff=100000s,1,200000s,0").busy();
        assertThat(now.at(0) * piece).isCloseTo(1_000.0, within(1.0));
        // 100,000 s of 1,000,000: in the thirteenth of 120 pieces.
        assertThat(now.at(12) * piece).isCloseTo(1_000.0, within(1.0));
    }

    @Test
    @DisplayName(
            "A quarter of the jobs made high hardly wait; the others wait longer than before, and all in all as long")
    void another_priority() {
        Past past = new Past(LONG, 1).type("a", 5).type("b", 5);
        for (int i = 0; i < 200; i++) {
            String type = i % 4 == 0 ? "b" : "a";
            past.ran(past.job(type, i * 10L * MILLI), type, 1, 15 * MILLI, End.How.SUCCEEDED);
        }
        Spread before = past.figures().waiting();
        Spread after = past.figures("b.priority=high").waiting();
        assertThat(after.quantile(0.24)).isLessThan(20 * MILLI);
        assertThat(before.quantile(0.24)).isGreaterThan(200 * MILLI);
        assertThat(after.quantile(0.6)).isGreaterThan(before.quantile(0.6));
        assertThat(after.mean()).isCloseTo(before.mean(), within(0.01 * before.mean()));
    }

    @Test
    @DisplayName("A family: children are made when their parent's attempt made them, and the parent ends after them")
    void a_family() {
        Past past = new Past(LONG, 4).type("parent", 5).type("child", 5);
        JobId parent = past.job("parent", 0);
        past.ran(parent, "parent", 1, 100 * MILLI, End.How.SUCCEEDED);
        List<Report.Child> children = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            children.add(new Report.Child("c" + i, Past.spec("child")));
        }
        past.broods.put(new AttemptKey(parent, 1, 1), List.of(new Brood("c", 50 * MILLI, false, children)));
        // No child was recorded: their attempts are drawn, of their own type, of which there is one.
        past.ran(past.job("child", 900 * Micros.SECOND), "child", 1, 30 * MILLI, End.How.SUCCEEDED);
        QueueFigures wide = past.figures();
        assertThat(wide.counts()).isEqualTo(new QueueFigures.Counts(22, 22, 0, 0, 22, 0, 0, 0));
        // Three slots at first, four when the parent is done: 30 ms each.
        assertThat(wide.waiting().max()).isLessThan(180 * MILLI);
        QueueFigures narrow = past.figures("queue.q.per-root=2");
        assertThat(narrow.counts().completed()).isEqualTo(22);
        assertThat(narrow.waiting().max()).isGreaterThan(240 * MILLI);
    }

    @Test
    @DisplayName("The same seed gives the same answer, to the last figure; another seed draws other attempts")
    void the_same_seed() {
        Past past = failing(300);
        // Of what is drawn some succeed and some do not.
        for (int i = 0; i < 40; i++) {
            JobId job = past.job("t", i * 70L * MILLI);
            past.ran(job, "t", 1, 20 * MILLI, End.How.FAILED_TRANSIENT)
                    .ran(job, "t", 2, 20 * MILLI, End.How.FAILED_TRANSIENT)
                    .ran(job, "t", 3, (20L + i) * MILLI, End.How.SUCCEEDED);
        }
        assertThat(answer(past, 5)).isEqualTo(answer(past, 5));
        assertThat(answer(past, 5)).isNotEqualTo(answer(past, 6));
    }

    private static String answer(Past past, long seed) {
        var figures = past.simulated(seed, "max-attempts=6");
        Comparison comparison =
                new Comparison(past.recording().stretch(), List.of(), 0, List.of(), Map.of(), figures, figures);
        return Wire.text(JsonReport.of(comparison));
    }
}
