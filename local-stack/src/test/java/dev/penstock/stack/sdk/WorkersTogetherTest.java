package dev.penstock.stack.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.Priority;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.api.worker.JobWorkerBuilder;
import dev.penstock.stack.broker.LocalBroker;
import dev.penstock.stack.fixture.TestKafka;
import dev.penstock.stack.process.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkersTogetherTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("S1.12: jobs in the partitions of a worker that is full reach the others")
    void a_full_worker_stands_in_nobodys_way() throws Exception {
        WorkerFixture world = new WorkerFixture();
        CountDownLatch go = new CountDownLatch(1);
        try {
            world.start(world.builder().concurrency(1).handler(SendEmail.class, (mail, context) -> {
                go.await();
                return "slow";
            }));
            WorkOrder first = world.dispatch();
            world.processor().report(first, Report.Started.class);
            JobWorker other =
                    world.start(world.builder().concurrency(8).handler(SendEmail.class, (mail, context) -> "quick"));
            List<WorkOrder> rest = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                rest.add(world.dispatch("n" + i));
            }
            // One that the full worker had fetched ahead comes with a second delivery: it is claimed first.
            for (WorkOrder order : rest) {
                world.processor()
                        .await(m -> m.body() instanceof Report report
                                && report.job().equals(order.job())
                                && report.lease().worker().equals(other.id()));
            }
        } finally {
            go.countDown();
            world.close();
        }
    }

    @Test
    @DisplayName("S1.4: high before normal, and low when there is nothing else")
    void lanes_are_taken_in_their_order() {
        WorkerFixture world = new WorkerFixture();
        List<String> ran = new CopyOnWriteArrayList<>();
        try {
            List<WorkOrder> orders = new ArrayList<>();
            for (Priority lane : List.of(Priority.LOW, Priority.NORMAL, Priority.HIGH)) {
                for (int i = 0; i < 3; i++) {
                    orders.add(world.processor()
                            .dispatch(Processor.in(
                                    world.processor().order("email.send", new SendEmail(lane.name())), lane)));
                }
            }
            // More queues than slots: what is set aside for their polls must not look like work.
            world.processor().queue("other");
            world.processor().queue("another");
            JobWorkerBuilder one = world.builder().concurrency(1).queues("mail", "other", "another");
            world.start(one.handler(SendEmail.class, (mail, context) -> {
                ran.add(mail.to());
                return null;
            }));
            orders.forEach(order -> world.processor().report(order, Report.Succeeded.class));
            assertThat(ran.subList(6, 9)).containsOnly("LOW");
        } finally {
            world.close();
        }
    }

    @Test
    @DisplayName("A8: a worker that cannot beat for a lease time gives its jobs up and goes on under a new id")
    void a_worker_that_is_cut_off_fences_itself() throws Exception {
        try (LocalBroker server = TestKafka.ownBroker(folder)) {
            WorkerFixture world = new WorkerFixture(BareBroker.at(Kafka.at(server.bootstrap())));
            CountDownLatch interrupted = new CountDownLatch(1);
            JobWorker worker = world.start((mail, context) -> {
                if (mail.to().equals("after")) {
                    return null;
                }
                try {
                    Thread.sleep(Duration.ofMinutes(5));
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
                return null;
            });
            String before = worker.id();
            WorkOrder order = world.dispatch();
            world.processor().report(order, Report.Started.class);
            server.pause();
            assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(worker.isAlive()).isFalse();
            server.resume();
            assertThat(Await.until(Duration.ofMinutes(3), worker::isAlive)).isTrue();
            assertThat(worker.id()).isNotEqualTo(before);
            WorkOrder after = world.dispatch("after");
            world.processor().report(after, Report.Succeeded.class);
            assertThat(world.processor().about(order)).noneMatch(Report.Succeeded.class::isInstance);
            world.close();
        }
    }
}
