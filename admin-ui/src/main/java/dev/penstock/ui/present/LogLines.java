package dev.penstock.ui.present;

import dev.penstock.api.dispatch.LogLine.Level;
import dev.penstock.ui.chart.Hue;
import dev.penstock.ui.fact.LogFact;
import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.LogsView.Line;

/** Log lines as pages show them; a message of several lines is its first one with the rest folded below it. */
public final class LogLines {
    private LogLines() {}

    public static Line view(LogFact line, Reader reader) {
        String message = line.message().strip();
        int end = message.indexOf('\n');
        return new Line(
                "L" + line.at(),
                reader.moment(line.writtenAt()),
                line.level().name(),
                hue(line.level()).word(),
                line.source(),
                line.job() == null ? null : new Link(JobRows.shortId(line.job()), Links.job(line.job()) + "#log"),
                end < 0 ? message : message.substring(0, end),
                end < 0 ? "" : message.substring(end + 1));
    }

    private static Hue hue(Level level) {
        return switch (level) {
            case ERROR -> Hue.RED;
            case WARN -> Hue.AMBER;
            case INFO, DEBUG -> Hue.GREY;
        };
    }
}
