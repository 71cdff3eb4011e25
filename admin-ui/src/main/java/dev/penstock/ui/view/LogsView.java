package dev.penstock.ui.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Warnings and errors of all processes, linked to and from their job (S0.24).
 *
 * @param shell the frame
 * @param levels choice of the level
 * @param search text that lines contain
 * @param job only lines of this job; empty: of all
 * @param process only lines of this process; empty: of all
 * @param processes what can be chosen
 * @param lines newest first
 * @param pager older and newer lines
 */
public record LogsView(
        Shell shell,
        List<OverviewView.Choice> levels,
        String search,
        String job,
        String process,
        List<String> processes,
        List<Line> lines,
        JobsView.Pager pager) {

    /** A line: when, how bad, who wrote it, about which job (empty: none), and a stack trace if it has one. */
    public record Line(
            String id,
            Moment at,
            String level,
            String hue,
            String process,
            @Nullable Link job,
            String text,
            String stack) {}
}
