package dev.penstock.ui.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.penstock.api.job.JobId;
import dev.penstock.api.setting.Setting;
import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.fact.ConnectionFact;
import dev.penstock.ui.fact.Freshness;
import dev.penstock.ui.fact.JobDetail;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.JobList.Matches;
import dev.penstock.ui.fact.LogFact;
import dev.penstock.ui.fact.QueueFact;
import dev.penstock.ui.fact.SettingFact;
import dev.penstock.ui.fact.Statistics;
import dev.penstock.ui.fact.WorkerFact;
import dev.penstock.ui.fact.lock.LockFact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of answers. Each says how far it is behind the log. */
public final class Answers {
    private Answers() {}

    /**
     * A page of jobs.
     *
     * @param freshness how far behind
     * @param filter what was understood, in the filter language
     * @param past as of when, if not as things are; jobs are as they were then
     * @param matches how many match
     * @param searchedFrom only jobs created since then were searched; absent: all
     * @param shownFrom of older jobs only texts in which nothing can be covered were searched; absent: all
     * @param previous address of the page with newer jobs; absent on the first
     * @param next address of the page with older jobs; absent on the last
     * @param jobs newest first
     */
    public record Jobs(
            Freshness freshness,
            String filter,
            @Nullable Past past,
            Matches matches,
            @Nullable Instant searchedFrom,
            @Nullable Instant shownFrom,
            @Nullable String previous,
            @Nullable String next,
            List<JobFact> jobs) {}

    /**
     * About an answer that tells of the past.
     *
     * @param at as of when
     * @param unfolded jobs that are missing because their histories are too long
     * @param deletedSince jobs that were deleted since, some of which were there then and are missing
     */
    public record Past(Instant at, int unfolded, long deletedSince) {}

    /** One job, whole. */
    public record Job(Freshness freshness, JobDetail job) {}

    public record Queues(Freshness freshness, List<QueueFact> queues) {}

    /** The lanes of a queue in which jobs wait, in the order in which they are served. */
    public record Line(Freshness freshness, List<QueueFact.Lane> lanes) {}

    public record Workers(Freshness freshness, List<WorkerFact> workers) {}

    /** One, and what it holds, oldest first. */
    public record Worker(Freshness freshness, WorkerFact worker, List<LockFact> locks) {}

    /** Leases that are held, oldest first. */
    public record Locks(Freshness freshness, List<LockFact> locks) {}

    public record Schedules(Freshness freshness, List<SchedulesResource.Listed> schedules) {}

    public record Statistic(Freshness freshness, Statistics statistics) {}

    /** Log lines, newest first; {@code next} is the address of older ones. */
    public record Logs(
            Freshness freshness,
            List<LogFact> lines,
            @Nullable String next) {}

    /** Settings in force, and the connections of this program with secrets masked. */
    public record Settings(
            Freshness freshness,
            List<SettingFact<Setting.Type>> types,
            List<SettingFact<Setting.Queue>> queues,
            List<SettingFact<Setting.Template>> templates,
            List<ConnectionFact> connections) {}

    /**
     * What became of a submission or an act.
     *
     * @param result {@code done, ignored} or {@code waiting}
     * @param sentence for people
     * @param command id of the command; its outcome in the history names it
     * @param job the job it is about; absent for settings
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Acted(
            String result,
            String sentence,
            String command,
            @Nullable JobId job) {
        static Acted of(ActResult result, @Nullable JobId job) {
            return new Acted(word(result), result.sentence(), result.command(), job);
        }

        private static String word(ActResult result) {
            return switch (result) {
                case ActResult.Done r -> "done";
                case ActResult.Ignored r -> "ignored";
                case ActResult.Refused r -> "refused";
                case ActResult.Waiting r -> "waiting";
                case ActResult.NotAllowed r -> "not allowed";
                case ActResult.NotSent r -> "not sent";
            };
        }
    }
}
