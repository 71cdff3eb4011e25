package dev.penstock.processor.due;

import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.setting.Setting;
import dev.penstock.processor.cron.FireTimes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The schedules of one partition whose fire time has come. Looks at the state that the decider left, and says the same again
 * until that has moved on: a processor that died before it fired is made up for by the next one (A6).
 */
final class Schedules {
    /** Missed fire times that are said in one tick; the rest follow with the next. */
    private static final int AT_ONCE = 50;

    private final Map<String, Setting.Schedule> schedules = new HashMap<>();
    private final Map<String, Setting.Firings> firings = new HashMap<>();

    /** A setting of this partition was saved; null: it is gone. */
    void changed(String key, @Nullable Setting setting) {
        switch (setting) {
            case Setting.Schedule s -> schedules.put(s.name(), s);
            case Setting.Firings f -> firings.put(f.name(), f);
            case null -> {
                String name = key.substring(key.indexOf('/') + 1);
                if (key.equals(Setting.key("schedule", name))) {
                    schedules.remove(name);
                } else if (key.equals(Setting.key("firings", name))) {
                    firings.remove(name);
                }
            }
            default -> {}
        }
    }

    void tick(Outbox outbox, Instant now) {
        schedules.forEach((name, schedule) -> {
            Setting.Firings state = firings.get(name);
            if (state != null) {
                look(schedule, state, outbox, now);
            }
        });
    }

    private static void look(Setting.Schedule schedule, Setting.Firings state, Outbox outbox, Instant now) {
        Setting.Firings.Pending pending = state.pending();
        if (pending != null) {
            outbox.offer(new SettingCommand.FireSchedule(schedule.name(), pending.fireTime()), now);
        }
        List<Instant> next = state.next();
        if (schedule.paused() || next.isEmpty() || next.getFirst().isAfter(now)) {
            return;
        }
        FireTimes.of(schedule.cron(), schedule.zone())
                .between(state.upTo(), now, AT_ONCE)
                .forEach(time -> outbox.offer(new SettingCommand.FireSchedule(schedule.name(), time), now));
    }
}
