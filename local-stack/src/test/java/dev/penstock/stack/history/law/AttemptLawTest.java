package dev.penstock.stack.history.law;

import static dev.penstock.stack.history.proof.LogFixture.dispatch;
import static dev.penstock.stack.history.proof.LogFixture.lease;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.proof.LogFixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A10: only failed attempts are counted")
class AttemptLawTest {
    private final LogFixture log = new LogFixture();

    @Test
    void aJobThatIsGivenUpAfterFewerFailuresThanItIsAllowedIsFound() {
        log.job("j.0", "", "\"maxAttempts\":2", "").starts("j.0");
        fails("f1", 1, 0);
        log.event("JobFailed", "j.0", "f1", "\"why\":\"EXHAUSTED\"").last();
        assertThat(Kinds.of(log.deadLetterOf("j.0"))).containsExactly(Kind.ATTEMPTS);
    }

    @Test
    void oneWhoseAttemptWasHandedBackMayFailAsOftenAsAnyOther() {
        log.job("j.0", "", "\"maxAttempts\":1", "").starts("j.0");
        log.report("HandedBack", "h1", "j.0", 1, 0, "w1");
        log.event("AttemptHandedBack", "j.0", "h1", "\"lease\":" + lease(1, 0, "w1"));
        long number = 1 + log.offset();
        log.event("JobDispatched", "j.0", "h1", "\"dispatch\":" + dispatch(1, 2, number))
                .last();
        log.report("Started", "s2", "j.0", 2, number, "w1");
        log.event("AttemptStarted", "j.0", "s2", "\"lease\":" + lease(2, number, "w1"))
                .last();
        fails("f1", 2, number);
        log.event("JobAborted", "j.0", "f1", "\"why\":\"All 1 attempts failed.\"")
                .last();
        assertThat(Kinds.of(log)).isEmpty();
    }

    @Test
    void oneThatIsTriedMoreOftenThanItMayIsFound() {
        log.job("j.0", "", "\"maxAttempts\":1", "").starts("j.0");
        fails("f1", 1, 0);
        log.event("RetryScheduled", "j.0", "f1", "\"timer\":" + (1 + log.offset()) + ",\"due\":" + log.in(10))
                .last();
        assertThat(Kinds.of(log)).containsExactly(Kind.ATTEMPTS);
    }

    private void fails(String id, int attempt, long number) {
        log.report("Failed", id, "j.0", attempt, number, "w1");
        log.event("AttemptFailed", "j.0", id, "\"lease\":" + lease(attempt, number, "w1"));
    }
}
