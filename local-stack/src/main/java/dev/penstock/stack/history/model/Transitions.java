package dev.penstock.stack.history.model;

import java.util.Arrays;
import java.util.EnumMap;
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
            JobScheduled QUEUED SCHEDULED > SCHEDULED
            JobDispatched QUEUED SCHEDULED RETRYING RUNNING WAITING_FOR_CHILDREN > QUEUED
            JobRequeued FAILED ABORTED COMPLETED EXPIRED STOPPED > QUEUED
            PredecessorAwaited QUEUED SCHEDULED > SCHEDULED
            PriorityChanged SCHEDULED QUEUED RETRYING > =
            PolicyRenewed SCHEDULED QUEUED RETRYING WAITING_FOR_CHILDREN STOPPED COMPLETED FAILED ABORTED EXPIRED > =
            AnswerRequested SCHEDULED QUEUED RUNNING RETRYING STOPPING WAITING_FOR_CHILDREN > =
            AttemptStarted QUEUED > RUNNING
            ProgressReported RUNNING STOPPING > =
            CheckpointSaved RUNNING STOPPING > =
            ArtifactAttached RUNNING STOPPING > =
            AttemptSucceeded RUNNING > WAITING_FOR_CHILDREN
            AttemptSucceeded STOPPING > =
            AttemptFailed RUNNING STOPPING > =
            AttemptSnoozed RUNNING STOPPING > =
            AttemptStopped STOPPING > =
            AttemptLost RUNNING STOPPING > =
            AttemptHandedBack QUEUED RUNNING STOPPING > =
            StaleDispatchDropped QUEUED > =
            DeliveriesExhausted QUEUED > =
            DispatchVanished QUEUED > =
            RetryScheduled QUEUED RUNNING > RETRYING
            WaitEnded SCHEDULED RETRYING > QUEUED
            StopRequested RUNNING WAITING_FOR_CHILDREN QUEUED SCHEDULED RETRYING > STOPPING
            AbortRequested RUNNING WAITING_FOR_CHILDREN QUEUED SCHEDULED RETRYING STOPPED STOPPING > STOPPING
            ForceStopRequested STOPPING > =
            ReviewCleared FAILED > =
            ErrorsFlagged RUNNING STOPPING > =
            SubjectErased SCHEDULED QUEUED RUNNING RETRYING STOPPING WAITING_FOR_CHILDREN STOPPED COMPLETED FAILED ABORTED EXPIRED > =
            ChildrenSpawned RUNNING STOPPING WAITING_FOR_CHILDREN > =
            ChildrenAwaited RUNNING > WAITING_FOR_CHILDREN
            ChildrenAwaited STOPPING > =
            ChildEnded SCHEDULED QUEUED RUNNING RETRYING STOPPING WAITING_FOR_CHILDREN > =
            ChildReopened SCHEDULED QUEUED RUNNING RETRYING STOPPING WAITING_FOR_CHILDREN > =
            JobCompleted RUNNING STOPPING WAITING_FOR_CHILDREN > COMPLETED
            JobFailed RUNNING STOPPING WAITING_FOR_CHILDREN > FAILED
            JobAborted SCHEDULED QUEUED RUNNING STOPPING WAITING_FOR_CHILDREN RETRYING STOPPED FAILED > ABORTED
            JobStopped STOPPING WAITING_FOR_CHILDREN QUEUED SCHEDULED RETRYING > STOPPED
            ArtifactExpired COMPLETED > EXPIRED
            JobDeleted STOPPED COMPLETED FAILED ABORTED EXPIRED > DELETED
            """;

    /** Each command: what it may make of the job it is about. What is not here may not change that job's status. */
    private static final String COMMANDS = """
            Submit NONE>QUEUED,SCHEDULED,WAITING_FOR_CHILDREN
            SubmitInItsPlace SCHEDULED,QUEUED,RETRYING,WAITING_FOR_CHILDREN,STOPPED>ABORTED
            SubmitInItsPlace RUNNING,WAITING_FOR_CHILDREN,STOPPED>STOPPING
            Started QUEUED>RUNNING,ABORTED
            Succeeded QUEUED,RUNNING,STOPPING>COMPLETED,RETRYING,FAILED,ABORTED QUEUED,RUNNING>WAITING_FOR_CHILDREN STOPPING>STOPPED
            Failed QUEUED,RUNNING>RETRYING,FAILED,ABORTED STOPPING>STOPPED,FAILED,ABORTED
            Stopped RUNNING>QUEUED STOPPING>STOPPED,ABORTED
            Snooze QUEUED,RUNNING>RETRYING,FAILED,ABORTED STOPPING>STOPPED,FAILED,ABORTED
            HandedBack QUEUED,RUNNING>RETRYING RUNNING>QUEUED STOPPING>STOPPED,ABORTED
            AwaitChildren RUNNING>WAITING_FOR_CHILDREN,QUEUED,COMPLETED,FAILED STOPPING>STOPPED,ABORTED,FAILED
            DelayElapsed SCHEDULED,RETRYING>QUEUED
            WorkerLost RUNNING>QUEUED,FAILED STOPPING>STOPPED,ABORTED
            LeaseLost RUNNING>QUEUED,FAILED STOPPING>STOPPED,ABORTED
            AttemptTimedOut RUNNING>RETRYING,FAILED,ABORTED STOPPING>STOPPED,ABORTED
            DeadlinePassed SCHEDULED,QUEUED,RETRYING>ABORTED
            ArtifactDue COMPLETED>EXPIRED
            RetentionDue COMPLETED,ABORTED,EXPIRED>DELETED
            Continue STOPPING>STOPPED,ABORTED WAITING_FOR_CHILDREN>QUEUED,COMPLETED,FAILED
            Stop RUNNING,WAITING_FOR_CHILDREN>STOPPING WAITING_FOR_CHILDREN>STOPPED
            Resume STOPPED>QUEUED,WAITING_FOR_CHILDREN,COMPLETED,FAILED
            Abort SCHEDULED,QUEUED,WAITING_FOR_CHILDREN,RETRYING,STOPPED,FAILED>ABORTED
            Abort SCHEDULED,QUEUED,WAITING_FOR_CHILDREN,RETRYING,STOPPED>STOPPING
            Retry FAILED,ABORTED>QUEUED
            Restart COMPLETED,EXPIRED>QUEUED
            RunNow SCHEDULED,RETRYING>QUEUED
            EditPayload FAILED,ABORTED>QUEUED
            ExpireLease RUNNING>QUEUED,FAILED STOPPING>STOPPED,ABORTED
            Delete STOPPED,COMPLETED,FAILED,ABORTED,EXPIRED>DELETED
            """;

    private static final Map<String, Map<Stand, Stand>> RULES = rules();
    private static final Map<String, Set<String>> OUTCOMES = outcomes();

    private Transitions() {}

    /** Where a job stands after the event; null if it must not happen where the job stands. */
    public static @Nullable Stand after(String event, Stand now) {
        return RULES.getOrDefault(event, Map.of()).get(now);
    }

    /** Whether the command may lead from here to there. */
    public static boolean mayLead(String command, Stand from, Stand to) {
        return from == to || OUTCOMES.getOrDefault(command, Set.of()).contains(from + ">" + to);
    }

    private static Map<String, Map<Stand, Stand>> rules() {
        Map<String, Map<Stand, Stand>> rules = new HashMap<>();
        for (String line : EVENTS.lines().toList()) {
            String[] words = line.split(" ", -1);
            String to = words[words.length - 1];
            for (int i = 1; i < words.length - 2; i++) {
                Stand from = Stand.valueOf(words[i]);
                rules.computeIfAbsent(words[0], event -> new EnumMap<>(Stand.class))
                        .put(from, to.equals("=") ? from : Stand.valueOf(to));
            }
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
