package dev.penstock.processor.simulate.past;

import dev.penstock.api.command.Report;
import java.util.ArrayList;
import java.util.List;

/**
 * Children that an attempt created in one command.
 *
 * @param command id of that command
 * @param after so long after its start, microseconds
 * @param withEnd its last report brought them
 * @param children in their order; grows while the log is read
 */
public record Brood(String command, long after, boolean withEnd, List<Report.Child> children) {
    public static Brood begun(String command, long after, boolean withEnd) {
        return new Brood(command, after, withEnd, new ArrayList<>());
    }
}
