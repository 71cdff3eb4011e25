package dev.penstock.processor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Command;
import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Outcome.CommandRefused;
import dev.penstock.api.event.SettingEvent.GroupActed;
import dev.penstock.api.job.Backoff;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.setting.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Settings, and acts on failure groups and workers, in the engine. */
class SettingsTest {
    private final World world = new World();

    @Test
    @DisplayName("B13: a worker is quieted: kept in the log, and the worker is told")
    void aWorkerIsQuieted() {
        List<Output> outputs = world.send(new GroupCommand.Quiet("mail-1-4f7q"));
        assertThat(outputs).contains(new Output.Signal("mail-1-4f7q", new Signal.Quiet()));
        EventMessage event = ((Output.Event) outputs.getFirst()).message();
        assertThat(event.body()).isEqualTo(new GroupActed(new GroupCommand.Quiet("mail-1-4f7q")));
        assertThat(event.route()).isEqualTo("worker/mail-1-4f7q");
        assertThat(event.last()).isTrue();
    }

    @Test
    void whatIsSaidOfAFailureGroupIsKeptInTheLog() {
        assertThat(World.names(world.send(new GroupCommand.Mute("3f9a", Duration.ofDays(2)))))
                .containsExactly("GroupActed");
        assertThat(World.names(world.send(new GroupCommand.Mute("3f9a", null)))).containsExactly("GroupActed");
        assertThat(World.names(world.send(new GroupCommand.Resolve("3f9a")))).containsExactly("GroupActed");
        assertThat(sentence(new GroupCommand.Mute("3f9a", Duration.ofDays(-1)))).contains("PT-24H");
        assertThat(sentence(new GroupCommand.Resolve(" "))).contains("fingerprint");
    }

    @Test
    @DisplayName("B13: a queue's limits are changed within bounds, and each refusal says which")
    void aQueuesLimits() {
        assertThat(World.names(world.send(put(20, 50, 10)))).containsExactly("SettingChanged");
        assertThat(world.settings.get("queue/mail")).isEqualTo(put(20, 50, 10).queue());
        assertThat(World.names(world.send(put(null, 50, null)))).containsExactly("SettingChanged");
        assertThat(sentence(put(0, 50, null))).contains("maxRunning is 1 to 1000000, not 0");
        assertThat(sentence(put(null, 0, null))).contains("window is 1 to 10000, not 0");
        assertThat(sentence(put(null, 10_001, null))).contains("window");
        assertThat(sentence(put(null, 50, -3))).contains("maxRunningPerRoot is 1 to 1000000, not -3");
    }

    @Test
    @DisplayName("B1: a limit is declared within bounds, and each refusal says which")
    void aLimit() {
        assertThat(World.names(world.send(limit("customer", 2, 60, Duration.ofMinutes(1)))))
                .containsExactly("SettingChanged");
        assertThat(World.names(world.send(limit("customer", 3, null, null)))).containsExactly("SettingChanged");
        assertThat(World.names(world.send(limit("customer", 3, null, null)))).containsExactly("CommandIgnored");
        assertThat(sentence(limit("customer", null, null, null))).contains("it limits nothing");
        assertThat(sentence(limit("customer", null, 5, null))).contains("rate and per belong together");
        assertThat(sentence(limit("customer", null, 5, Duration.ofMillis(20))))
                .contains("per is one second to one day");
        assertThat(sentence(limit("customer", -1, null, null))).contains("maxRunning");
        assertThat(sentence(limit("a:b", 1, null, null))).contains("name:key");
    }

    @Test
    @DisplayName("S0.25: every field of a policy is changed within bounds")
    void aPolicy() {
        JobPolicy all = new JobPolicy(
                7,
                new JobPolicy.Capabilities(false, false, true, true, true),
                9,
                new Backoff(Duration.ofSeconds(2), 2, Duration.ofMinutes(5), 0),
                Duration.ofMinutes(3),
                JobPolicy.OnExhausted.ABORTED,
                JobPolicy.OnLeaseLost.FAIL,
                JobPolicy.OnChildFailed.IGNORE,
                Duration.ofDays(2),
                Duration.ofHours(2));
        assertThat(World.names(world.send(type(all)))).containsExactly("SettingChanged");
        assertThat(world.settings.get("type/mail")).isEqualTo(type(all).type());
        Duration tooLong = Duration.ofDays(4_000);
        assertThat(sentence(type(attempts(8, 1_001)))).contains("maxAttempts is 1 to 1000, not 1001");
        assertThat(sentence(type(kept(8, tooLong, Duration.ZERO)))).contains("deleteAfter is at most 3660 days");
        assertThat(sentence(type(kept(8, Duration.ZERO, tooLong)))).contains("artifactRetention");
        assertThat(World.names(world.send(type(attempts(7, 3))))).containsExactly("CommandIgnored");
    }

    @Test
    @DisplayName("B14: the format level is raised as far as this version writes, and never lowered")
    void theFormatLevel() {
        assertThat(World.names(world.send(new SettingCommand.PutFormat(new Setting.Format("state", 1)))))
                .containsExactly("SettingChanged");
        assertThat(World.names(world.send(new SettingCommand.PutFormat(new Setting.Format("state", 1)))))
                .containsExactly("CommandIgnored");
        assertThat(sentence(new SettingCommand.PutFormat(new Setting.Format("state", 99))))
                .contains("newer version");
        assertThat(sentence(new SettingCommand.PutFormat(new Setting.Format("other", 1))))
                .contains("its name is state");
    }

    private String sentence(Command command) {
        CommandRefused refusal = World.refusal(world.send(command));
        assertThat(refusal.sentence()).startsWith("Cannot " + command.getClass().getSimpleName());
        return refusal.sentence();
    }

    private static SettingCommand.PutQueue put(@Nullable Integer maxRunning, int window, @Nullable Integer perRoot) {
        return new SettingCommand.PutQueue(
                new Setting.Queue("mail", false, "e-mails", maxRunning, window, perRoot), false);
    }

    private static SettingCommand.PutLimit limit(
            String name, @Nullable Integer maxRunning, @Nullable Integer rate, @Nullable Duration per) {
        return new SettingCommand.PutLimit(new Setting.Limit(name, maxRunning, rate, per));
    }

    private static SettingCommand.PutPolicy type(JobPolicy policy) {
        return new SettingCommand.PutPolicy(new Setting.Type("mail", "mails", "default", policy, Map.of()));
    }

    private static JobPolicy attempts(int version, int attempts) {
        return JobPolicy.DEFAULT.with(version, attempts, Backoff.DEFAULT, null);
    }

    private static JobPolicy kept(int version, Duration deleteAfter, Duration artifacts) {
        JobPolicy d = attempts(version, 5);
        return new JobPolicy(
                version,
                d.capabilities(),
                5,
                d.backoff(),
                null,
                d.onExhausted(),
                d.onLeaseLost(),
                d.onChildFailed(),
                deleteAfter,
                artifacts);
    }
}
