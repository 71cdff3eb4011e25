package dev.penstock.processor.due;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Lease;
import dev.penstock.processor.detect.Remaining;
import dev.penstock.processor.due.Glance.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PartitionTimersTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final JobId JOB = new JobId("r.0");
    private static final Shelf EMPTY = (entries, each) -> {};

    private final List<Timer> sent = new ArrayList<>();
    private final List<Signal> signals = new ArrayList<>();
    private final List<SettingCommand.FireSchedule> fires = new ArrayList<>();
    private final Map<JobId, Glance> store = new HashMap<>();
    private @Nullable Instant now = START;
    private @Nullable Remaining left;
    private final PartitionTimers timers = new PartitionTimers(
            new Watch(() -> now, new NobodyDies(), (queue, lane, job) -> left), Duration.ofSeconds(60), new Sent());

    @Test
    @DisplayName("B9: a wait that nobody ended is ended 5 s late, again and again until it has an effect")
    void anOverdueWaitIsEndedAgainAndAgain() {
        store.put(JOB, new Glance(Kind.WAITING, 4, START, "", ""));
        at(4);
        assertThat(sent).isEmpty();
        at(5);
        at(6);
        assertThat(sent).containsExactly(new Timer.DelayElapsed(JOB, 4));
        at(8);
        assertThat(sent).hasSize(2);
        store.clear();
        at(20);
        assertThat(sent).hasSize(2);
    }

    @Test
    @DisplayName("A3: a dispatch is lost only if a look at the work topic taken after the suspicion says so too")
    void aDispatchIsLostOnlyIfALaterLookSaysSoToo() {
        store.put(JOB, new Glance(Kind.DISPATCHED, 9, START, "mail", "normal"));
        left = new Remaining(START.plusSeconds(61), null);
        at(62);
        at(66);
        assertThat(sent).isEmpty();
        left = new Remaining(START.plusSeconds(70), null);
        at(71);
        assertThat(sent).containsExactly(new Timer.DispatchLost(JOB, 9));
    }

    @Test
    @DisplayName("A3: a suspicion that a later look does not confirm is dropped")
    void aSuspicionIsDropped() {
        store.put(JOB, new Glance(Kind.DISPATCHED, 9, START, "mail", "normal"));
        left = new Remaining(START.plusSeconds(61), null);
        at(62);
        left = new Remaining(START.plusSeconds(70), START);
        at(71);
        left = new Remaining(START.plusSeconds(78), null);
        at(79);
        assertThat(sent).isEmpty();
    }

    @Test
    void aJobPastItsDeleteAfterDateIsDue() {
        store.put(JOB, new Glance(Kind.KEPT, 0, START.plusSeconds(10), "", ""));
        at(9);
        assertThat(sent).isEmpty();
        at(10);
        assertThat(sent).containsExactly(new Timer.RetentionDue(JOB));
    }

    @Test
    @DisplayName("A8: without the log's clock nothing is due")
    void withoutTheLogsClockNothingIsDue() {
        store.put(JOB, new Glance(Kind.WAITING, 4, Instant.EPOCH, "", ""));
        now = null;
        timers.tick();
        timers.scan(this::shelf, EMPTY, 100);
        assertThat(sent).isEmpty();
    }

    private void at(int second) {
        now = START.plusSeconds(second);
        timers.tick();
        timers.scan(this::shelf, EMPTY, 100);
    }

    private void shelf(int entries, Shelf.Look each) {
        store.forEach(each::at);
    }

    private static final class NobodyDies implements Watch.Workers {
        @Override
        public boolean isSilent(String worker) {
            return false;
        }

        @Override
        public boolean isLeaked(JobId job, Lease lease, Instant since) {
            return false;
        }
    }

    private final class Sent implements Sender {
        @Override
        public void fire(SettingCommand.FireSchedule fire) {
            fires.add(fire);
        }

        @Override
        public void timer(Timer timer) {
            sent.add(timer);
        }

        @Override
        public void signal(String worker, Signal signal) {
            signals.add(signal);
        }
    }
}
