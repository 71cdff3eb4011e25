package dev.penstock.stack.history.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may follow what, written down a second time from docs/lifecycle.md and docs/design.md ("Rounds"), so that an error in the
 * rules cannot hide in here too.
 */
public final class Transitions {
    /** Each event: where a job may stand, and where it stands then ({@code =}: where it stood). */
    private static final String EVENTS = """
            JobSubmitted NONE > QUEUED
            JobScheduled QUEUED > SCHEDULED
            JobDispatched QUEUED SCHEDULED RETRYING RUNNING STOPPING WAITING_FOR_CHILDREN > QUEUED
            JobRequeued FAILED ABORTED COMPLETED EXPIRED STOPPED > QUEUED
            PriorityChanged SCHEDULED QUEUED RUNNING RETRYING STOPPING WAITING_FOR_CHILDREN STOPPED FAILED ABORTED > =
            PolicyRenewed SCHEDULED QUEUED RUNNING RETRYING STOPPING WAITING_FOR_CHILDREN STOPPED COMPLETED FAILED ABORTED EXPIRED > =
            AnswerRequested SCHEDULED QUEUED RUNNING RETRYING STOPPING WAITING_FOR_CHILDREN > =
            AttemptStarted QUEUED > RUNNING
            ProgressReported RUNNING STOPPING > =
            CheckpointSaved RUNNING STOPPING > =
            ArtifactAttached RUNNING STOPPING > =
            AttemptSucceeded RUNNING STOPPING > WAITING_FOR_CHILDREN
            AttemptFailed RUNNING STOPPING > =
            AttemptSnoozed RUNNING STOPPING > =
            AttemptStopped RUNNING STOPPING > =
            AttemptLost RUNNING STOPPING > =
            AttemptHandedBack QUEUED RUNNING STOPPING > =
            StaleDispatchDropped QUEUED > =
            DeliveriesExhausted QUEUED > =
            DispatchVanished QUEUED > =
            RetryScheduled QUEUED RUNNING STOPPING > RETRYING
            WaitEnded SCHEDULED RETRYING > QUEUED
            StopRequested RUNNING > STOPPING
            ForceStopRequested STOPPING > =
            ReviewCleared FAILED > =
            ErrorsFlagged RUNNING STOPPING WAITING_FOR_CHILDREN > =
            SubjectErased SCHEDULED QUEUED RUNNING RETRYING STOPPING WAITING_FOR_CHILDREN STOPPED COMPLETED FAILED ABORTED EXPIRED > =
            ChildrenSpawned RUNNING STOPPING > =
            ChildrenAwaited RUNNING STOPPING > WAITING_FOR_CHILDREN
            ChildEnded QUEUED RUNNING RETRYING STOPPING WAITING_FOR_CHILDREN STOPPED COMPLETED FAILED ABORTED EXPIRED > =
            JobCompleted RUNNING STOPPING WAITING_FOR_CHILDREN > COMPLETED
            JobFailed QUEUED RUNNING STOPPING WAITING_FOR_CHILDREN > FAILED
            JobAborted SCHEDULED QUEUED RUNNING STOPPING WAITING_FOR_CHILDREN RETRYING STOPPED FAILED > ABORTED
            JobStopped STOPPING WAITING_FOR_CHILDREN > STOPPED
            ArtifactExpired COMPLETED > EXPIRED
            JobDeleted STOPPED COMPLETED FAILED ABORTED EXPIRED > DELETED
            """;

    /** Each command: what it may make of the job it is about. What is not here may not change a job's status. */
    private static final String COMMANDS = """
            Submit NONE>QUEUED NONE>SCHEDULED
            Started QUEUED>RUNNING
            Succeeded QUEUED,RUNNING,STOPPING>COMPLETED,WAITING_FOR_CHILDREN QUEUED,RUNNING,STOPPING>RETRYING,FAILED,ABORTED
            Failed QUEUED,RUNNING,STOPPING>RETRYING,FAILED,ABORTED STOPPING>STOPPED
            Stopped RUNNING,STOPPING>STOPPED
            Snooze QUEUED,RUNNING,STOPPING>RETRYING,FAILED,ABORTED STOPPING>STOPPED
            HandedBack QUEUED,RUNNING,STOPPING>RETRYING RUNNING>QUEUED STOPPING>STOPPED,QUEUED
            AwaitChildren QUEUED,RUNNING,STOPPING>WAITING_FOR_CHILDREN,QUEUED,COMPLETED STOPPING>STOPPED
            DelayElapsed SCHEDULED,RETRYING>QUEUED
            WorkerLost RUNNING,STOPPING>QUEUED,FAILED STOPPING>STOPPED
            LeaseLost RUNNING,STOPPING>QUEUED,FAILED STOPPING>STOPPED
            AttemptTimedOut RUNNING,STOPPING>RETRYING,FAILED,ABORTED STOPPING>STOPPED
            DeadlinePassed SCHEDULED,QUEUED,RETRYING>ABORTED
            ArtifactDue COMPLETED>EXPIRED
            RetentionDue COMPLETED,ABORTED,EXPIRED>DELETED
            Stop RUNNING>STOPPING WAITING_FOR_CHILDREN>STOPPED,STOPPING
            Resume STOPPED>QUEUED
            Abort SCHEDULED,QUEUED,WAITING_FOR_CHILDREN,RETRYING,STOPPED,FAILED>ABORTED
            Retry FAILED,ABORTED>QUEUED
            Restart COMPLETED,EXPIRED>QUEUED
            RunNow SCHEDULED,RETRYING>QUEUED
            EditPayload FAILED,ABORTED>QUEUED
            ExpireLease RUNNING,STOPPING>QUEUED,FAILED STOPPING>STOPPED
            Delete STOPPED,COMPLETED,FAILED,ABORTED,EXPIRED>DELETED
            """;

    private record Rule(Set<Stand> from, @Nullable Stand to) {}

    private static final Map<String, Rule> RULES = rules();
    private static final Map<String, Set<String>> OUTCOMES = outcomes();

    private Transitions() {}

    /** Where a job stands after the event; null if it must not happen where the job stands. */
    public static @Nullable Stand after(String event, Stand now) {
        Rule rule = RULES.get(event);
        if (rule == null || !rule.from.contains(now)) {
            return null;
        }
        return rule.to == null ? now : rule.to;
    }

    /** Whether the command may lead from here to there. */
    public static boolean mayLead(String command, Stand from, Stand to) {
        return from == to || OUTCOMES.getOrDefault(command, Set.of()).contains(from + ">" + to);
    }

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new HashMap<>();
        for (String line : EVENTS.lines().toList()) {
            String[] words = line.split(" ", -1);
            Set<Stand> from = EnumSet.noneOf(Stand.class);
            for (int i = 1; i < words.length - 2; i++) {
                from.add(Stand.valueOf(words[i]));
            }
            String to = words[words.length - 1];
            rules.put(words[0], new Rule(from, to.equals("=") ? null : Stand.valueOf(to)));
        }
        return rules;
    }

    private static Map<String, Set<String>> outcomes() {
        Map<String, Set<String>> outcomes = new HashMap<>();
        for (String line : COMMANDS.lines().toList()) {
            String[] words = line.split(" ", -1);
            Set<String> pairs = outcomes.computeIfAbsent(words[0], name -> new HashSet<>());
            Arrays.asList(words).subList(1, words.length).forEach(pair -> addEach(pair, pairs));
        }
        return outcomes;
    }

    /** {@code A,B>C,D} stands for four pairs. */
    private static void addEach(String pair, Set<String> pairs) {
        String[] sides = pair.split(">", -1);
        for (String from : sides[0].split(",", -1)) {
            for (String to : sides[1].split(",", -1)) {
                pairs.add(from + ">" + to);
            }
        }
    }
}
