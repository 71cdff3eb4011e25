package dev.penstock.processor.decide;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.JobCommand;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.Submit;
import dev.penstock.api.command.Timer;
import dev.penstock.processor.decide.fact.Decision;
import dev.penstock.processor.decide.fact.Facts;
import dev.penstock.processor.decide.fact.Moment;

/**
 * The rules of a job's life: what each command makes of it. Pure; one small file for each aspect.
 *
 * <p>Only this makes events (law 2 of the design: clock, broker and database are guests here).
 */
public final class JobDecider {
    private JobDecider() {}

    /** What comes of {@code message}, whose body is {@code command}, for the job that {@code facts} describe. */
    public static Decision decide(Facts facts, JobCommand command, CommandMessage message, Moment moment) {
        return switch (command) {
            case Submit submit -> Submissions.decide(facts, submit, message, moment);
            case Report report -> Reports.decide(facts, report, moment);
            case Timer timer -> Timers.decide(facts, timer, moment);
            case Act act -> Acts.decide(facts, act, message, moment);
        };
    }
}
