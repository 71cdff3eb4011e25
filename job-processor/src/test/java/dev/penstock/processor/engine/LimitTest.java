package dev.penstock.processor.engine;

import static dev.penstock.processor.engine.World.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.GateRequest;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Lease;
import dev.penstock.api.setting.Setting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LimitTest {
    private static final JobId JOB = new JobId("r1.0");
    private final World world = new World();

    @Test
    @DisplayName("B1: a limited job goes to its queue's gate, then its key's, and frees both when its lease ends")
    void a_limited_job_passes_its_gates() {
        world.settings.put("queue/default", new Setting.Queue("default", false, "", 5, 100, null));
        world.settings.put("limit/customer", new Setting.Limit("customer", 1, null, null));
        List<Output> asked = world.submit(JOB, "{\"type\":\"t\",\"limitKey\":\"customer:7\"}");
        assertThat(asked).noneMatch(Output.Work.class::isInstance);
        Output.Gate first = gates(asked).getFirst();
        assertThat(first.name()).isEqualTo("queue:default");
        assertThat(first.request().then()).containsExactly("key:customer:7");

        Lease lease = World.lease(first.request().order(), "w1");
        assertThat(gates(world.succeed(JOB, lease)))
                .containsExactly(
                        new Output.Gate("queue:default", GateRequest.release(JOB, lease.number())),
                        new Output.Gate("key:customer:7", GateRequest.release(JOB, lease.number())));
    }

    @Test
    @DisplayName("B1: whatever ends a dispatch frees its place, and another dispatch asks for one anew")
    void another_dispatch_asks_again() {
        world.settings.put("limit/customer", new Setting.Limit("customer", 1, null, null));
        Output.Gate asked = gates(world.submit(JOB, "{\"type\":\"t\",\"limitKey\":\"customer\"}"))
                .getFirst();
        List<Output> lost =
                world.send(new Timer.DispatchLost(JOB, asked.request().lease()));
        assertThat(gates(lost)).hasSize(2);
        assertThat(gates(lost).getFirst().request().order()).isNull();
        assertThat(gates(lost).getLast().request().order()).isNotNull();
        assertThat(gates(world.send(new Act.Abort(JOB))).getFirst().request())
                .isEqualTo(
                        GateRequest.release(JOB, gates(lost).getLast().request().lease()));
    }

    @Test
    void a_limit_that_does_not_exist_is_refused() {
        assertThat(refusal(world.submit(JOB, "{\"type\":\"t\",\"limitKey\":\"customer:7\"}"))
                        .kind())
                .isEqualTo(RefusalKind.UNKNOWN_NAME);
    }

    @Test
    void jobs_without_limits_pay_nothing() {
        assertThat(gates(world.submit(JOB, "{\"type\":\"t\"}"))).isEmpty();
        world.pass(Duration.ofSeconds(1));
        assertThat(gates(world.succeed(JOB, World.lease(world.order(JOB), "w1"))))
                .isEmpty();
    }

    private static List<Output.Gate> gates(List<Output> outputs) {
        return outputs.stream()
                .filter(Output.Gate.class::isInstance)
                .map(Output.Gate.class::cast)
                .toList();
    }
}
