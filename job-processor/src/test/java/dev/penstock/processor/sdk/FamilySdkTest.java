package dev.penstock.processor.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.JobEnd;
import dev.penstock.api.client.JobHandle;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Report.Await;
import dev.penstock.api.event.Attempt.AttemptFailed;
import dev.penstock.api.event.Ending.JobCompleted;
import dev.penstock.api.event.FamilyEvent.ChildrenAwaited;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Status;
import dev.penstock.api.key.Keys;
import dev.penstock.api.payload.JobType;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.api.worker.family.ChildEnd;
import dev.penstock.api.worker.family.Children;
import dev.penstock.api.worker.outcome.AbortJob;
import dev.penstock.api.worker.outcome.SnoozeJob;
import dev.penstock.processor.system.Rig;
import dev.penstock.stack.fixture.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Families as handlers make them, with the real processor. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FamilySdkTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** A family of {@code pages}, made in one of several ways. */
    @JobType(name = "book.print", queue = "print")
    record Book(String way, int pages) {}

    @JobType(name = "page.print", queue = "print")
    record Page(int number, int size) {}

    private final AtomicInteger attempts = new AtomicInteger();
    private final CountDownLatch childMayEnd = new CountDownLatch(1);
    private Rig rig;
    private JobClient client;
    private JobWorker worker;

    @BeforeAll
    void open(@TempDir Path folder) throws InterruptedException {
        rig = new Rig(folder, TestKafka.shared());
        rig.processor();
        client = JobClient.at(rig.kafka);
        worker = JobWorker.builder(rig.kafka)
                .name("printer")
                .actKey(rig.keys().act(Keys.WORKER))
                .handler(Book.class, this::print)
                .handler(Page.class, (page, context) -> {
                    if (page.size() < 0) {
                        childMayEnd.await();
                    }
                    return page.number() + "x".repeat(Math.max(0, page.size()));
                })
                .start();
    }

    @AfterAll
    void close() {
        worker.close();
        client.close();
        rig.close();
    }

    private @Nullable Object print(Book book, JobContext context) {
        return switch (book.way()) {
            case "all" -> afterAll(book, context);
            case "steps" -> stepByStep(book, context);
            case "leave" -> {
                context.spawn("straggler", NewJob.of(new Page(1, -1)));
                context.leaveChildren();
                yield "left";
            }
            case "snooze" -> {
                if (attempts.incrementAndGet() == 1) {
                    throw new SnoozeJob(Duration.ofMillis(10));
                }
                yield "attempt " + context.attempt();
            }
            default -> throw new AbortJob("nobody reads any more");
        };
    }

    /** The first attempt fails when all have been spawned: the second spawns the same again, and nothing is made twice. */
    private @Nullable Object afterAll(Book book, JobContext context) {
        if (context.children().isPresent()) {
            Children children = context.children().get();
            try (Stream<ChildEnd> news = children.news()) {
                return List.of(
                        children.total(),
                        children.open(),
                        children.isWhole(),
                        news.mapToInt(page -> page.result(String.class).length())
                                .sum());
            }
        }
        for (int page = 1; page <= book.pages(); page++) {
            context.spawn("page-" + page, NewJob.of(new Page(page, page == 1 ? 20_000 : 0)));
        }
        if (context.attempt() == 1) {
            throw new IllegalStateException("spawned, and then failed");
        }
        context.awaitChildren(Await.ALL);
        return null;
    }

    private static @Nullable Object stepByStep(Book book, JobContext context) {
        int done = context.children().map(Children::total).orElse(0);
        if (done == book.pages()) {
            return "last was "
                    + context.children().orElseThrow().ended().getLast().result(String.class);
        }
        context.spawn(NewJob.of(new Page(done + 1, 0)));
        context.awaitChildren(Await.EACH);
        return null;
    }

    @Test
    @DisplayName("S1.15, S1.16, B8: 1,200 children, spawned twice and made once; the call reads what it cannot carry")
    void a_family_and_its_call() throws Exception {
        JobHandle job = client.submit(NewJob.of(new Book("all", 1_200)).awaited());
        JobEnd end = client.await(job, PATIENCE);
        int digits = 9 + 90 * 2 + 900 * 3 + 201 * 4;
        assertThat(end.result(Json.class)).isEqualTo(new Json("[1200,0,false," + (digits + 20_000) + "]"));
        rig.events.await(job.job(), JobCompleted.class);
        assertThat(rig.events.of(job.job())).anyMatch(AttemptFailed.class::isInstance);
    }

    @Test
    @DisplayName("S1.17: steps in order, each the child of a call")
    void steps_in_order() throws Exception {
        JobHandle job = client.submit(NewJob.of(new Book("steps", 5)).awaited());
        assertThat(client.await(job, PATIENCE).result(String.class)).isEqualTo("last was 5");
        rig.events.await(job.job(), JobCompleted.class);
        assertThat(rig.events.of(job.job()).stream().filter(ChildrenAwaited.class::isInstance))
                .hasSize(5);
    }

    @Test
    void a_parent_that_leaves_its_children_completes_before_them() throws Exception {
        JobHandle job = client.submit(NewJob.of(new Book("leave", 1)).awaited());
        assertThat(client.await(job, PATIENCE).result(String.class)).isEqualTo("left");
        childMayEnd.countDown();
        rig.events.await(
                "the child ends after its parent",
                e -> e.body() instanceof JobCompleted
                        && !e.key().equals(Objects.requireNonNull(job.job()).value())
                        && new JobId(e.key()).route().equals(job.job().route()));
    }

    @Test
    void a_job_is_put_off_without_counting_an_attempt_or_given_up_without_a_retry() throws Exception {
        JobHandle later = client.submit(NewJob.of(new Book("snooze", 1)).awaited());
        assertThat(client.await(later, PATIENCE).isCompleted()).isTrue();
        JobEnd given = client.submitAndAwait(NewJob.of(new Book("abort", 1)), PATIENCE);
        assertThat(given.status()).isEqualTo(Status.ABORTED);
        assertThat(given.message()).contains("nobody reads any more");
    }
}
