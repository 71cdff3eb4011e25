package dev.penstock.stack.history.law;

import static dev.penstock.stack.history.proof.LogFixture.dispatch;
import static dev.penstock.stack.history.proof.LogFixture.lease;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.history.model.Finding;
import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.proof.LogFixture;
import org.junit.jupiter.api.Test;

/** Nothing before its time, no start after its deadline. */
class TimeLawTest {
    private final LogFixture log = new LogFixture();

    @Test
    void aWaitThatEndsBeforeItIsDueIsFound() {
        snoozes(500, 500);
        long timer = 1 + log.offset();
        log.later(500).command("DelayElapsed", "d1", "j.0", "\"timer\":" + timer);
        log.event("JobDispatched", "j.0", "d1", "\"dispatch\":" + dispatch(1, 2, 1 + log.offset()))
                .last();
        assertThat(Kinds.of(log)).isEmpty();
    }

    @Test
    void anEarlyEndOfAWaitIsFoundUnlessAPersonAskedForIt() {
        snoozes(500, 500);
        long timer = 1 + log.offset();
        log.later(499).command("DelayElapsed", "d1", "j.0", "\"timer\":" + timer);
        log.event("WaitEnded", "j.0", "d1", "").last();
        assertThat(Kinds.of(log)).containsExactly(Kind.TOO_EARLY);
    }

    @Test
    void aSnoozeThatIsNotKeptIsFound() {
        snoozes(500, 200);
        assertThat(Kinds.of(log)).containsExactly(Kind.TOO_EARLY);
    }

    @Test
    void aRoundThatBeginsAtItsDeadlineIsFoundAndItsSecondAttemptMayBeginLater() {
        log.job("j.0", "\"startBefore\":" + log.in(1_000), "", "").later(999).starts("j.0");
        assertThat(Kinds.of(log)).isEmpty();
        log.job("k.0", "\"startBefore\":" + log.in(1_000), "", "").later(1_000).starts("k.0");
        assertThat(Kinds.of(log)).containsExactly(Kind.TOO_LATE);
    }

    @Test
    void whatIsGivenUpBeforeItsDeadlineIsFound() {
        log.job("j.0", "\"startBefore\":" + log.in(1_000), "", "").later(999);
        log.command("DeadlinePassed", "d1", "j.0", "")
                .event("JobAborted", "j.0", "d1", "")
                .last();
        assertThat(Kinds.of(log)).containsExactly(Kind.TOO_EARLY);
    }

    @Test
    void aFileThatExpiresEarlyIsFoundAndOneThatNeverDoesIsStuck() {
        attached();
        assertThat(log.proof().hasNoStuckJob().findings().first())
                .extracting(Finding::kind)
                .containsExactly(Kind.STUCK);
        log.later(3_999).command("ArtifactDue", "x1", "j.0", "");
        log.event("ArtifactExpired", "j.0", "x1", "").last();
        assertThat(Kinds.of(log)).containsExactly(Kind.TOO_EARLY);
    }

    @Test
    void aFileThatExpiresInTimeIsRight() {
        attached();
        log.later(4_000).command("ArtifactDue", "x1", "j.0", "");
        log.event("ArtifactExpired", "j.0", "x1", "").last();
        assertThat(log.proof().hasNoStuckJob().findings().first()).isEmpty();
    }

    @Test
    void aJobThatIsDeletedBeforeItsDateIsFound() {
        log.job("j.0", "", "\"deleteAfter\":10000", "").starts("j.0").completes("j.0");
        log.later(9_000).command("RetentionDue", "x1", "j.0", "");
        log.event("JobDeleted", "j.0", "x1", "").last();
        assertThat(Kinds.of(log)).containsExactly(Kind.TOO_EARLY);
    }

    private void attached() {
        log.job("j.0", "", "\"artifactRetention\":4000", "").starts("j.0");
        log.report("Attach", "f1", "j.0", 1, 0, "w1");
        log.event("ArtifactAttached", "j.0", "f1", "\"lease\":" + lease(1, 0, "w1"))
                .last();
        log.completes("j.0");
    }

    private void snoozes(long asked, long kept) {
        log.job("j.0").starts("j.0").report("Snooze", "z1", "j.0", 1, 0, "w1");
        log.event("AttemptSnoozed", "j.0", "z1", "\"delay\":" + asked + ",\"lease\":" + lease(1, 0, "w1"));
        log.event("RetryScheduled", "j.0", "z1", "\"timer\":" + (1 + log.offset()) + ",\"due\":" + log.in(kept))
                .last();
    }
}
