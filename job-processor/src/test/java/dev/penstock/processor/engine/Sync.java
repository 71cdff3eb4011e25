package dev.penstock.processor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Outcome.CommandRefused;
import dev.penstock.api.job.JobId;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.setting.Setting.Schedule.CatchUp;
import dev.penstock.api.setting.Setting.Schedule.Overlap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A world with a schedule named sync; it begins at 03:00. */
abstract class Sync {
    static final Instant FOUR = Instant.parse("2026-11-22T04:00:00Z");
    static final Instant FIVE = Instant.parse("2026-11-22T05:00:00Z");
    static final JobId AT_FOUR = new JobId("schedule-sync.20261122T040000Z");
    static final JobId AT_FIVE = new JobId("schedule-sync.20261122T050000Z");

    final World world = new World();

    void put(Setting.Schedule schedule) {
        assertThat(World.names(world.send(new SettingCommand.PutSchedule(schedule))))
                .contains("SettingChanged");
    }

    List<Output> fire(Instant time) {
        return world.send(new SettingCommand.FireSchedule("sync", time));
    }

    Setting.Firings firings() {
        return (Setting.Firings) java.util.Objects.requireNonNull(world.settings.get("firings/sync"));
    }

    String refused(Setting.Schedule schedule) {
        CommandRefused refusal = World.refusal(world.send(new SettingCommand.PutSchedule(schedule)));
        assertThat(world.settings).doesNotContainKey(schedule.key());
        return refusal.sentence();
    }

    String refusalOrAnswer(SettingCommand command) {
        return ((Output.Event) world.send(command).getFirst()).message().body().toString();
    }

    <E> List<E> events(Class<E> type) {
        return world.events().stream()
                .map(EventMessage::body)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    static List<Boolean> lasts(List<Output> outputs) {
        return messages(outputs).map(EventMessage::last).toList();
    }

    static List<String> routes(List<Output> outputs) {
        return messages(outputs).map(EventMessage::route).toList();
    }

    static Stream<EventMessage> messages(List<Output> outputs) {
        return outputs.stream().filter(Output.Event.class::isInstance).map(o -> ((Output.Event) o).message());
    }

    static Setting.Schedule hourly(Overlap overlap, CatchUp catchUp, @Nullable Duration startWithin) {
        return schedule("@hourly", overlap, catchUp, startWithin);
    }

    static Setting.Schedule schedule(String cron, Overlap overlap, CatchUp catchUp, @Nullable Duration startWithin) {
        return new Setting.Schedule(
                "sync", cron, "UTC", false, overlap, catchUp, startWithin, World.spec("{\"type\":\"sync\"}"));
    }

    static Setting.Schedule spec(String json) {
        return new Setting.Schedule(
                "sync", "@hourly", "UTC", false, Overlap.ALLOW, CatchUp.ALL, null, World.spec(json));
    }

    static Setting.Schedule named(String name) {
        return new Setting.Schedule(
                name, "@hourly", "UTC", false, Overlap.ALLOW, CatchUp.ALL, null, World.spec("{\"type\":\"sync\"}"));
    }
}
