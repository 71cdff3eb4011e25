package dev.penstock.processor.engine;

import static dev.penstock.processor.engine.World.names;
import static dev.penstock.processor.engine.World.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever submits a job and awaits it is answered, whether the job was there already or not (C6, B5). */
class AnswersTest {
    private static final JobId JOB = new JobId("r1.0");
    private static final Json SENT = new Json("{\"sent\":true}");
    private final World world = new World();

    @Test
    @DisplayName("B5: every client that submits a job again before it ends is answered when it ends")
    void each_waiter_is_answered_at_the_end() {
        world.submit(JOB, awaitedBy("client-1"), "s1");
        assertThat(names(world.submit(JOB, awaitedBy("client-2"), "s2"))).containsExactly("AnswerRequested");
        assertThat(names(world.submit(JOB, awaitedBy("client-1"), "s3"))).containsExactly("AnswerRequested");
        assertThat(world.submit(JOB, awaitedBy("client-2"), "s2"))
                .as("a copy of the second submission")
                .isEmpty();
        Map<String, Signal.Answer> answers = answers(complete());
        assertThat(answers).containsOnlyKeys("client-1 s1", "client-2 s2", "client-1 s3");
        assertThat(answers.values()).allMatch(a -> a.status() == Status.COMPLETED && SENT.equals(a.result()));
    }

    @Test
    void a_completed_job_answers_who_submits_it_again_at_once() {
        world.submit(JOB, awaitedBy("client-1"), "s1");
        complete();
        List<Output> again = world.submit(JOB, awaitedBy("client-2"), "s2");
        assertThat(names(again)).containsExactly("CommandIgnored");
        assertThat(answers(again).get("client-2 s2"))
                .returns(Status.COMPLETED, Signal.Answer::status)
                .returns(SENT, Signal.Answer::result);
    }

    @Test
    void a_job_that_nobody_awaited_answers_without_its_result_and_says_so() {
        world.submit(JOB, "{\"type\":\"email.send\"}", "s1");
        complete();
        Signal.Answer answer =
                answers(world.submit(JOB, awaitedBy("client-2"), "s2")).get("client-2 s2");
        assertThat(answer.status()).isEqualTo(Status.COMPLETED);
        assertThat(answer.result()).isNull();
        assertThat(answer.sentence()).contains("Already submitted as r1.0", "in the event log alone");
    }

    @Test
    void a_deleted_job_answers_that_it_was_deleted() {
        world.submit(JOB, awaitedBy("client-1"), "s1");
        complete();
        world.send(new Act.Delete(JOB));
        Signal.Answer answer =
                answers(world.submit(JOB, awaitedBy("client-2"), "s2")).get("client-2 s2");
        assertThat(answer.status()).isNull();
        assertThat(answer.sentence()).contains("which is deleted");
    }

    @Test
    void who_awaits_a_job_waits_through_its_retries() {
        world.submit(JOB, awaitedBy("client-1"), "s1");
        world.send(new Timer.DispatchLost(JOB, 0));
        long before = world.job(JOB).lifecycle();
        world.submit(JOB, awaitedBy("client-2"), "s2");
        assertThat(world.job(JOB).lifecycle())
                .as("nobody's view of the job is outdated")
                .isEqualTo(before);
        assertThat(world.folded(JOB)).isEqualTo(world.job(JOB));
        world.send(new Timer.WorkerLost(JOB, world.start(JOB, "w1")));
        assertThat(answers(world.send(new Act.Abort(JOB)))).containsOnlyKeys("client-1 s1", "client-2 s2");
        assertThat(world.job(JOB).run().waitersOrNone()).isEmpty();
    }

    @Test
    void more_than_a_hundred_are_refused_with_an_answer() {
        world.submit(JOB, awaitedBy("client-0"), "s");
        for (int i = 0; i < Job.Run.MOST_WAITERS; i++) {
            world.submit(JOB, awaitedBy("client-" + i), "s" + i);
        }
        List<Output> refused = world.submit(JOB, awaitedBy("late"), "last");
        assertThat(refusal(refused).kind()).isEqualTo(RefusalKind.CONFLICT);
        assertThat(answers(refused).get("late last").sentence()).contains("100 submissions await its end already");
    }

    private static String awaitedBy(String client) {
        return "{\"type\":\"email.send\",\"replyTo\":\"" + client + "\"}";
    }

    private List<Output> complete() {
        Lease lease = World.lease(world.order(JOB), "w1");
        return world.send(
                new Report.Succeeded(JOB, lease, World.delivery(), Duration.ofMillis(5), SENT, List.of(), false));
    }

    /** By client and submission. */
    private static Map<String, Signal.Answer> answers(List<Output> outputs) {
        return outputs.stream()
                .filter(o -> o instanceof Output.Signal s && s.signal() instanceof Signal.Answer)
                .map(Output.Signal.class::cast)
                .collect(Collectors.toMap(
                        s -> s.to() + " " + ((Signal.Answer) s.signal()).command(), s -> (Signal.Answer) s.signal()));
    }
}
