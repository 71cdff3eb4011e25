package dev.penstock.api.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.job.Failure;
import dev.penstock.api.job.Failure.Kind;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FailureRulesTest {
    private final FailureRules rules = FailureRules.DEFAULT;

    @Test
    @DisplayName("S1.19, S1.20: what may pass is tried again, what cannot is not")
    void defaults() {
        assertThat(rules.kind(new EOFException())).isEqualTo(Kind.TRANSIENT);
        assertThat(rules.kind(new UncheckedIOException(new EOFException()))).isEqualTo(Kind.TRANSIENT);
        assertThat(rules.kind(new TimeoutException())).isEqualTo(Kind.TRANSIENT);
        assertThat(rules.kind(new OutOfMemoryError())).isEqualTo(Kind.TRANSIENT);
        assertThat(rules.kind(new TransientFailure("later"))).isEqualTo(Kind.TRANSIENT);
        assertThat(rules.kind(new NumberFormatException())).isEqualTo(Kind.PERMANENT);
        assertThat(rules.kind(new NullPointerException())).isEqualTo(Kind.PERMANENT);
        assertThat(rules.kind(new StackOverflowError())).isEqualTo(Kind.PERMANENT);
        assertThat(rules.kind(new AssertionError())).isEqualTo(Kind.PERMANENT);
        assertThat(rules.kind(new PermanentFailure("never"))).isEqualTo(Kind.PERMANENT);
    }

    @Test
    void a_wrapper_that_no_rule_names_is_judged_by_its_cause() {
        assertThat(rules.kind(new ExecutionException(new IllegalArgumentException("x"))))
                .isEqualTo(Kind.PERMANENT);
        assertThat(rules.kind(new ExecutionException(new EOFException()))).isEqualTo(Kind.TRANSIENT);
        assertThat(rules.kind(new Exception("who knows"))).isEqualTo(Kind.TRANSIENT);
    }

    @Test
    void a_rule_of_ones_own_wins_for_its_class() {
        FailureRules own = rules.failing(EOFException.class).retrying(IllegalStateException.class);
        assertThat(own.kind(new EOFException())).isEqualTo(Kind.PERMANENT);
        assertThat(own.kind(new java.io.FileNotFoundException())).isEqualTo(Kind.TRANSIENT);
        assertThat(rules.kind(new EOFException())).isEqualTo(Kind.TRANSIENT);
    }

    @Test
    void what_must_not_be_said_is_covered_before_the_text_is_shortened() {
        String secret = "ana@example.org";
        String text = "x".repeat(2_040) + secret;
        Failure failure =
                FailureRules.DEFAULT.failure(new IllegalStateException(text), said -> said.replace(secret, "••••"));
        assertThat(failure.message()).contains("••••").doesNotContain("ana");
        assertThat(failure.stack()).doesNotContain("ana");
    }
}
