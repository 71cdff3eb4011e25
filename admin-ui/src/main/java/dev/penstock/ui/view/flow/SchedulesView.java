package dev.penstock.ui.view.flow;

import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.Moment;
import dev.penstock.ui.view.Shell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recurring schedules. */
public record SchedulesView(Shell shell, List<Schedule> schedules) {

    /**
     * A schedule.
     *
     * @param name its name
     * @param type what it submits, and the queue
     * @param cron expression
     * @param zone of the expression
     * @param paused it does not fire
     * @param rules overlap and catch-up in words
     * @param overlap as it is written in commands
     * @param catchUp as it is written in commands
     * @param next its next fire times
     * @param last its last job; null: none yet
     * @param lastAt fire time of that job
     * @param problem why a change was not taken; empty if none was tried
     */
    public record Schedule(
            String name,
            String type,
            String cron,
            String zone,
            boolean paused,
            String rules,
            String overlap,
            String catchUp,
            List<Moment> next,
            @Nullable Link last,
            @Nullable Moment lastAt,
            String problem) {}
}
