package dev.penstock.stack.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Command;
import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.ChildrenNews;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.FamilyEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Status;
import dev.penstock.api.worker.family.ChildEnd;
import dev.penstock.api.worker.family.Children;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FamilyTest {
    @RegisterExtension
    static final WorkerFixture world = new WorkerFixture();

    private static NewJob page(int number) {
        return NewJob.of("page.index", new Json("{\"page\":" + number + "}"));
    }

    @Test
    @DisplayName("B7, B8: children leave in commands of at most 500, and the end comes after the last of them")
    void children_are_created_before_the_end() {
        world.start((mail, context) -> {
            context.spawnAll(IntStream.range(0, 1_200).mapToObj(FamilyTest::page));
            return "spawned";
        });
        WorkOrder order = world.dispatch();
        Report.Succeeded end = world.processor().report(order, Report.Succeeded.class);
        assertThat(end.detached()).isFalse();
        assertThat(end.delivery()).isNull();
        List<Command> told = world.processor().about(order);
        assertThat(told.getFirst()).isInstanceOf(Report.Started.class);
        assertThat(told.getLast()).isEqualTo(end);
        Set<String> names = new HashSet<>();
        for (Command spawn : told.subList(1, told.size() - 1)) {
            List<Report.Child> children = ((Report.Spawn) spawn).children();
            assertThat(children.size()).isLessThanOrEqualTo(500);
            children.forEach(child -> names.add(child.name()));
        }
        assertThat(names).hasSize(1_200).contains("page.index#1", "page.index#1200");
    }

    @Test
    void children_that_are_refused_fail_the_attempt_with_the_sentence() {
        world.start((mail, context) -> {
            context.spawn("one", page(1).queue("paegs"));
            return null;
        });
        WorkOrder order = world.dispatch();
        Failure failure = world.processor().report(order, Report.Failed.class).failure();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.PERMANENT);
        assertThat(failure.message()).isEqualTo("there is no queue paegs");
    }

    @Test
    @DisplayName("S1.17: a parent waits for its calls, or leaves its children to themselves")
    void an_attempt_ends_as_its_handler_wants() {
        world.start((mail, context) -> {
            if (mail.to().equals("leaver")) {
                context.leaveChildren();
            } else {
                context.awaitChildren(Report.Await.EACH);
            }
            return null;
        });
        WorkOrder waiter = world.dispatch("waiter");
        assertThat(world.processor().report(waiter, Report.AwaitChildren.class).mode())
                .isEqualTo(Report.Await.EACH);
        assertThat(world.processor().about(waiter).getFirst()).isInstanceOf(Report.Started.class);
        WorkOrder leaver = world.dispatch("leaver");
        assertThat(world.processor().report(leaver, Report.Succeeded.class).detached())
                .isTrue();
    }

    @Test
    @DisplayName("S1.16: a call lists how children ended, and reads from the log what the dispatch cannot carry")
    void a_call_reads_the_ends_from_the_log() {
        WorkOrder plain = world.processor().order("email.send", new SendEmail("x"));
        JobId parent = plain.job();
        world.processor().event(parent, new FamilyEvent.ChildrenSpawned(List.of()));
        for (int i = 1; i <= 300; i++) {
            JobId child = JobId.of(parent.route(), "child" + i);
            world.processor().event(child, born(parent, i));
            world.processor().event(child, new Ending.JobCompleted(null, Duration.ZERO, new Json(i + "")));
            world.processor().event(parent, new FamilyEvent.ChildEnded(child, Status.COMPLETED));
        }
        world.start((mail, context) -> {
            Children children = context.children().orElseThrow();
            try (Stream<ChildEnd> news = children.news();
                    Stream<ChildEnd> all = children.all()) {
                return List.of(
                        children.ended().size(),
                        news.mapToInt(child -> child.result(Integer.class)).sum(),
                        all.count());
            }
        });
        Instant since = Instant.now().minusSeconds(3_600);
        ChildrenNews news = new ChildrenNews(300, 0, 0, List.of(), false, since, 100);
        WorkOrder call = Processor.callback(plain, news);
        world.processor().dispatch(call);
        // What the dispatch does not know comes behind it, also for a handler that looks late.
        world.processor()
                .event(
                        parent,
                        new Submission.JobDispatched(
                                new Submission.Dispatch(1, 1, call.number(), Priority.NORMAL, false)));
        world.processor()
                .event(parent, new FamilyEvent.ChildEnded(JobId.of(parent.route(), "child1"), Status.COMPLETED));
        Json result = world.processor().report(call, Report.Succeeded.class).result();
        assertThat(result).isEqualTo(new Json("[0,40100,300]"));
    }

    private static Submission.JobSubmitted born(JobId parent, int number) {
        return new Submission.JobSubmitted(
                page(number).spec(Instant.EPOCH),
                JobPolicy.DEFAULT,
                parent,
                parent,
                new Submission.Birth("page-" + number, number, 1),
                null);
    }
}
