package dev.penstock.stack.chaos;

import static dev.penstock.stack.history.proof.LogFixture.dispatch;
import static dev.penstock.stack.history.proof.LogFixture.lease;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.chaos.fault.Journal;
import dev.penstock.stack.history.Beats;
import dev.penstock.stack.history.model.Finding;
import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.proof.LogFixture;
import dev.penstock.stack.history.proof.Proof;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LossCheckTest {
    private static final long LOST_MS = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final long BEAT = 1_500;
    private static final String WORKER = "chaos-1-abc";

    @Test
    @DisplayName(
            "A8: a lease that was taken from a worker whose beats are in the log is found, whatever was done to others")
    void aWorkerThatWasThere() {
        assertThat(kinds(steady(0), fault("worker killed", "chaos-1"))).containsExactly(Kind.LEASE_TAKEN);
        assertThat(kinds(steady(0), fault("all processors frozen", "all processors")))
                .containsExactly(Kind.LEASE_TAKEN);
    }

    @Test
    void aWorkerThatFellSilentLosesItsLeasesRightly() {
        assertThat(kinds(steady(6_000), fault("worker killed", "chaos-1"))).isEmpty();
        assertThat(kinds(steady(137_000), fault("worker frozen", "chaos-1")))
                .as("decided late")
                .isEmpty();
        assertThat(kinds(new Beats(), fault("worker killed", "chaos-1")))
                .as("never heard of")
                .isEmpty();
    }

    @Test
    void aSilenceThatWasOverLongAgoIsNoReason() {
        Beats beats = new Beats();
        beats.add(WORKER, LOST_MS - 200_000);
        for (long at = LOST_MS - 100_000; at <= LOST_MS + BEAT; at += BEAT) {
            beats.add(WORKER, at);
        }
        assertThat(kinds(beats, fault("worker frozen", "chaos-1"))).containsExactly(Kind.LEASE_TAKEN);
    }

    @Test
    void aSilenceThatIsJustOverIsOne() {
        Beats beats = new Beats();
        beats.add(WORKER, LOST_MS - 20_000);
        beats.add(WORKER, LOST_MS - 12_000);
        beats.add(WORKER, LOST_MS - 1_000);
        assertThat(kinds(beats, fault("worker frozen", "chaos-1"))).isEmpty();
    }

    @Test
    void whoFellSilentByItselfIsCounted() {
        assertThat(LossCheck.check(proof(), steady(7_000), List.of())).isEqualTo(1);
        assertThat(LossCheck.check(proof(), steady(7_000), List.of(fault("worker's clock jumps", "chaos-1"))))
                .isEqualTo(1);
        assertThat(LossCheck.check(proof(), steady(7_000), List.of(fault("broker killed", Journal.EVERYBODY))))
                .isZero();
    }

    /** Beats until so long before the loss. */
    private static Beats steady(long silentFor) {
        Beats beats = new Beats();
        for (long at = LOST_MS - 200_000; at <= LOST_MS - silentFor; at += BEAT) {
            beats.add(WORKER, at);
        }
        return beats;
    }

    private static Journal.Entry fault(String name, String victim) {
        return new Journal.Entry(name, victim, LOST_MS - 9_000, LOST_MS - 5_000);
    }

    private static List<Kind> kinds(Beats beats, Journal.Entry fault) {
        Proof proof = proof();
        LossCheck.check(proof, beats, List.of(fault));
        return proof.findings().first().stream().map(Finding::kind).toList();
    }

    private static Proof proof() {
        LogFixture log = new LogFixture().job("j.0").report("Started", "s1", "j.0", 1, 0, WORKER);
        log.event("AttemptStarted", "j.0", "s1", "\"lease\":" + lease(1, 0, WORKER))
                .last();
        log.command("WorkerLost", "l1", "j.0", "\"lease\":" + lease(1, 0, WORKER));
        log.event("AttemptLost", "j.0", "l1", "\"cause\":\"WORKER_SILENT\",\"lease\":" + lease(1, 0, WORKER));
        log.event("JobDispatched", "j.0", "l1", "\"dispatch\":" + dispatch(1, 2, 1 + log.offset()))
                .last();
        return log.proof();
    }
}
