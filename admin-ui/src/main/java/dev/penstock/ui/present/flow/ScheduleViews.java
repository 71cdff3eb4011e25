package dev.penstock.ui.present.flow;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.setting.Setting;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.flow.SchedulesView.Schedule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schedules in words. */
public final class ScheduleViews {
    private ScheduleViews() {}

    /**
     * A schedule.
     *
     * @param firings how far it has come; null if nobody has said so
     * @param problem why a change was not taken; empty if none was tried
     */
    public static Schedule view(
            Setting.Schedule schedule, Setting.@Nullable Firings firings, Reader reader, String problem) {
        return new Schedule(
                schedule.name(),
                schedule.spec().type()
                        + (schedule.spec().namesQueue()
                                ? " · " + schedule.spec().queue()
                                : ""),
                schedule.cron(),
                schedule.zone(),
                schedule.paused(),
                rules(schedule),
                schedule.overlap().name(),
                schedule.catchUp().name(),
                firings == null
                        ? List.of()
                        : firings.next().stream().map(reader::moment).toList(),
                firings == null || firings.lastJob() == null
                        ? null
                        : new Link(JobRows.shortId(firings.lastJob()), Links.job(firings.lastJob())),
                firings == null ? null : reader.orNull(firings.lastAt()),
                problem);
    }

    private static String rules(Setting.Schedule schedule) {
        String overlap = switch (schedule.overlap()) {
            case ALLOW -> say("starts beside a job that still runs");
            case SKIP -> say("skips while its last job runs");
            case REPLACE -> say("waits for its last job");
        };
        String catchUp = switch (schedule.catchUp()) {
            case NONE -> say("makes up for nothing");
            case LATEST -> say("makes up for the latest missed time");
            case ALL -> say("makes up for every missed time");
        };
        return overlap + ", " + catchUp;
    }
}
