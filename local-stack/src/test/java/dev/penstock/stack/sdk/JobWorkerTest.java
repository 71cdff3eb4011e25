package dev.penstock.stack.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.dispatch.Revocation;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Priority;
import dev.penstock.api.key.ActKey;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.wire.Wire;
import dev.penstock.api.worker.JobWorker;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JobWorkerTest {
    @RegisterExtension
    static final WorkerFixture world = new WorkerFixture();

    @Test
    void a_short_job_reports_once_with_its_result_token_and_delivery() throws Exception {
        JobWorker running = world.start((mail, context) -> "sent to " + mail.to());
        WorkOrder order = world.dispatch();
        Report.Succeeded report = world.processor().report(order, Report.Succeeded.class);
        // Short is what ends within a few milliseconds: on a busy machine not the first job, and not every one.
        for (int i = 0; i < 50 && report.delivery() == null; i++) {
            order = world.dispatch();
            report = world.processor().report(order, Report.Succeeded.class);
        }
        assertThat(report.result()).isEqualTo(new Json("\"sent to ana@example.org\""));
        assertThat(report.lease().worker()).isEqualTo(running.id()).startsWith("mail-");
        assertThat(report.lease().number()).isEqualTo(order.number());
        assertThat(report.delivery()).isNotNull();
        assertThat(report.delivery().topic()).isEqualTo(world.broker().names().work("mail", Priority.NORMAL));
        Report once = report;
        assertThat(world.processor().await(m -> m.body().equals(once)).token()).isEqualTo(order.token());
        assertThat(world.processor().about(order)).hasSize(1);
    }

    @Test
    void a_longer_job_is_announced_tells_its_progress_and_logs_before_it_ends() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        world.start((mail, context) -> {
            context.log(LogLine.Level.WARN, "slow");
            context.progress(1, 2, "half");
            go.await();
            return null;
        });
        WorkOrder order = world.dispatch();
        world.processor().report(order, Report.Started.class);
        assertThat(world.processor()
                        .report(order, Report.Progress.class)
                        .progress()
                        .percent())
                .isEqualTo(50);
        go.countDown();
        Report.Succeeded end = world.processor().report(order, Report.Succeeded.class);
        assertThat(end.delivery()).isNull();
        assertThat(end.result()).isNull();
        LogLine line = Wire.read(
                world.broker()
                        .records(world.broker().names().logs(), 1)
                        .getFirst()
                        .value(),
                LogLine.class);
        assertThat(line.message()).isEqualTo("slow");
        assertThat(line.line()).isEqualTo(1);
        assertThat(line.lease()).isEqualTo(order.number());
    }

    @Test
    void failures_say_what_happened_and_whether_to_try_again() throws Exception {
        world.start((mail, context) -> switch (mail.to()) {
            case "down" -> throw new IOException("connection refused");
            case "bad" -> throw new IllegalArgumentException("no such address");
            case "error" -> throw new StackOverflowError("too deep");
            default -> new byte[300_000];
        });
        assertFailed("down", Failure.Kind.TRANSIENT, "java.io.IOException", "connection refused");
        assertFailed("bad", Failure.Kind.PERMANENT, "java.lang.IllegalArgumentException", "no such address");
        assertFailed("error", Failure.Kind.PERMANENT, "java.lang.StackOverflowError", "too deep");
        assertFailed("large", Failure.Kind.PERMANENT, "dev.penstock.api.worker.PermanentFailure", "at most 262144");
    }

    private void assertFailed(String to, Failure.Kind kind, String error, String message) throws Exception {
        WorkOrder order = world.dispatch(to);
        Failure failure = world.processor().report(order, Report.Failed.class).failure();
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.error()).isEqualTo(error);
        assertThat(failure.message()).contains(message);
        assertThat(failure.stack()).contains("at dev.penstock");
    }

    @Test
    @DisplayName("A10: what a worker does not know it hands back, and goes on")
    void an_unknown_type_is_handed_back() throws Exception {
        world.start((mail, context) -> null);
        WorkOrder unknown = world.processor().dispatch(world.processor().order("email.shred", new SendEmail("x")));
        assertThat(world.processor().report(unknown, Report.HandedBack.class).why())
                .isEqualTo("no handler for email.shred v1");
        world.processor().report(world.dispatch(), Report.Succeeded.class);
    }

    @Test
    @DisplayName("A4: a revoked dispatch is dropped unread")
    void a_revoked_dispatch_does_not_run() throws Exception {
        AtomicBoolean ran = new AtomicBoolean();
        WorkOrder revoked = world.processor().order("email.send", new SendEmail("x"));
        world.broker()
                .send(
                        world.broker().names().revoked(),
                        revoked.job().value(),
                        new Revocation(Long.MAX_VALUE, "cancelled", null));
        world.start((mail, context) -> {
            ran.set(true);
            return null;
        });
        world.processor().dispatch(revoked);
        world.processor().report(revoked, Report.StaleDropped.class);
        assertThat(ran).isFalse();
    }

    @Test
    @DisplayName("B13: a paused queue is not polled, by workers that start later either")
    void a_paused_queue_rests() throws Exception {
        world.processor().put(Setting.Queue.named("mail", "").withPaused(true));
        JobWorker running = world.start((mail, context) -> null);
        WorkOrder order = world.dispatch();
        world.processor()
                .put(new Setting.Template("seen", "", "")); // read behind the pause, so the pause is known by then
        assertThat(running.busy()).isZero();
        assertThat(world.processor().about(order)).isEmpty();
        world.processor().put(Setting.Queue.named("mail", ""));
        world.processor().report(order, Report.Succeeded.class);
    }

    @Test
    void an_unknown_queue_is_declared_or_the_worker_says_why_it_cannot() throws Exception {
        assertThatThrownBy(() ->
                        world.start(world.builder().queues("sms").handler(SendEmail.class, (mail, context) -> null)))
                .hasMessageContaining("Nobody has declared the queue sms")
                .hasMessageContaining("penstock keys create");
        Thread starting = new Thread(() -> world.start(world.builder()
                .queues("sms")
                .actKey(ActKey.full("worker"))
                .template(new Setting.Template("2fa", "Your code", "{code}"))
                .handler(
                        SendEmail.class,
                        (mail, context) -> context.template("2fa").body())));
        starting.start();
        CommandMessage put = world.processor().await(m -> m.body() instanceof SettingCommand.PutQueue);
        assertThat(put.actor()).isEqualTo(Actor.service("mail"));
        assertThat(((SettingCommand.PutQueue) put.body()).onlyIfAbsent()).isTrue();
        world.processor().queue("sms");
        starting.join();
        List<Command> declared = List.of(
                world.processor()
                        .await(m -> m.body() instanceof SettingCommand.PutPolicy)
                        .body(),
                world.processor()
                        .await(m -> m.body() instanceof SettingCommand.PutTemplate)
                        .body());
        assertThat(((SettingCommand.PutPolicy) declared.getFirst()).type().schemas())
                .containsKey(1);
    }
}
