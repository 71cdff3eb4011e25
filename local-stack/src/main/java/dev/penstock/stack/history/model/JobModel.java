package dev.penstock.stack.history.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.stack.history.model.Finding.Kind;
import org.jspecify.annotations.Nullable;

/** One job, as far as a checker must know it: folded from its events by this class alone, which objects to what may not happen. */
public final class JobModel {
    private final String id;
    private final Findings findings;
    private final Kin kin = new Kin();
    private final Terms terms = new Terms();
    private Stand stand = Stand.NONE;
    private long version;
    private long lifecycle;
    private long attempts;
    private long round = 1;
    private boolean completed;
    private boolean review;
    private boolean mustClaim;

    private long number = -1;
    private @Nullable Hold dispatch;
    private @Nullable Hold holder;
    private @Nullable Hold ended;
    private long timer = -1;
    private @Nullable Place last;

    public JobModel(String id, Findings findings) {
        this.id = id;
        this.findings = findings;
    }

    /** Folds an event; what it breaks goes to the findings. */
    public void fold(Told told) {
        if (told.version() != version + 1) {
            findings.add(Kind.VERSION, id, told + " follows version " + version);
        }
        version = told.version();
        lifecycle = isQuiet(told.event()) ? lifecycle : version;
        last = told.place();
        checkLease(told);
        checkClaim(told);
        checkCompletion(told);
        Stand after = Transitions.after(told.event(), stand);
        if (after == null) {
            findings.add(Kind.ILLEGAL_TRANSITION, id, told + " came while the job was " + stand);
        } else {
            boolean waits = told.text("cause").equals("RESUME") ? kin.waits() : Kin.isBatch(told);
            stand = waits ? Stand.WAITING_FOR_CHILDREN : after;
        }
        kin.fold(told);
        terms.fold(told);
        remember(told);
    }

    private void checkLease(Told told) {
        Hold quoted = Hold.of(told.data());
        if (quoted == null) {
            if (told.event().equals("JobCompleted") && holder != null) {
                findings.add(Kind.OLD_LEASE, id, told + " quotes no lease, but the job is held with " + holder);
            }
            return;
        }
        boolean fits = switch (told.event()) {
            case "AttemptStarted" -> holder == null && quoted.isDispatchedAs(dispatch);
            case "StaleDispatchDropped", "DeliveriesExhausted" -> holder == null && quoted.isDispatchedAs(dispatch);
            case "AttemptHandedBack" -> quoted.equals(holder) || (holder == null && quoted.isDispatchedAs(dispatch));
            default -> quoted.equals(holder);
        };
        if (!fits) {
            findings.add(
                    Kind.OLD_LEASE,
                    id,
                    told + " quotes " + quoted + ", but "
                            + (holder != null
                                    ? "the job is held with " + holder
                                    : dispatch != null
                                            ? "nobody holds the job; dispatched is " + dispatch
                                            : "there is no dispatch"));
        }
    }

    private void checkClaim(Told told) {
        boolean unclaimed = mustClaim && !told.data().path("claimed").asBoolean();
        if (told.event().equals("AttemptStarted") && unclaimed) {
            findings.add(Kind.ILLEGAL_TRANSITION, id, told + " began what had to be claimed first");
        }
    }

    private void checkCompletion(Told told) {
        if (!told.event().equals("JobCompleted")) {
            return;
        }
        if (completed) {
            findings.add(Kind.SECOND_COMPLETION, id, told + " completes round " + round + " a second time");
        }
        completed = true;
    }

    private void remember(Told told) {
        switch (told.event()) {
            case "JobSubmitted", "JobDispatched" -> dispatched(told);
            case "JobScheduled", "RetryScheduled" -> {
                release();
                timer = told.data().path("timer").asLong();
            }
            case "WaitEnded" -> timer = -1;
            case "AttemptStarted" -> {
                holder = Hold.of(told.data());
                attempts++;
            }
            case "JobRequeued" -> {
                release();
                review = false;
                round = told.data().path("round").asLong();
                boolean resumed = told.text("cause").equals("RESUME");
                completed = completed && resumed;
            }
            case "JobFailed" -> review = !told.text("why").equals("PERMANENT");
            case "ReviewCleared" -> review = false;
            case "StopRequested", "AbortRequested", "ForceStopRequested" -> {
                if (holder == null) {
                    release();
                }
            }
            default -> {}
        }
        if (endsLease(told.event()) || stand.isEnd()) {
            release();
        }
    }

    private void dispatched(Told told) {
        release();
        dispatch = Hold.ofDispatch(told.data());
        mustClaim = told.data().path("dispatch").path("claim").asBoolean();
        if (dispatch != null && dispatch.number() <= number) {
            findings.add(Kind.LEASE_NUMBER, id, told + " has the number " + dispatch.number() + " after " + number);
        }
        number = dispatch == null ? number : dispatch.number();
    }

    private void release() {
        ended = holder != null ? holder : ended;
        holder = null;
        dispatch = null;
        timer = -1;
    }

    private static boolean isQuiet(String event) {
        return event.equals("ProgressReported") || event.equals("CheckpointSaved") || event.equals("AnswerRequested");
    }

    private static boolean endsLease(String event) {
        return switch (event) {
            case "AttemptSucceeded",
                    "AttemptFailed",
                    "AttemptSnoozed",
                    "AttemptStopped",
                    "AttemptLost",
                    "AttemptHandedBack",
                    "StaleDispatchDropped",
                    "DeliveriesExhausted",
                    "DispatchVanished",
                    "ChildrenAwaited" -> true;
            default -> false;
        };
    }

    /** The dispatch or timer number that an event sets; -1 if it sets none. */
    public static long number(Told told) {
        JsonNode data = told.data();
        if (data.path("dispatch").isObject()) {
            return data.path("dispatch").path("number").asLong();
        }
        boolean waits = told.event().equals("JobScheduled") || told.event().equals("RetryScheduled");
        return waits ? data.path("timer").asLong() : -1;
    }

    public String id() {
        return id;
    }

    public Stand stand() {
        return stand;
    }

    public long version() {
        return version;
    }

    /** The version without progress, checkpoints and further waiters: what acts quote. */
    public long lifecycle() {
        return lifecycle;
    }

    /** Attempts that were begun, in all rounds. */
    public long attempts() {
        return attempts;
    }

    /** Whether a person should look at it. */
    public boolean review() {
        return review;
    }

    /** Number of the lease in force; -1 if nobody holds the job. */
    public long lease() {
        return holder == null ? -1 : holder.number();
    }

    public Kin kin() {
        return kin;
    }

    public Terms terms() {
        return terms;
    }

    public @Nullable Hold holder() {
        return holder;
    }

    public @Nullable Hold dispatch() {
        return dispatch;
    }

    /** The lease that was in force last. */
    public @Nullable Hold ended() {
        return ended;
    }

    public long timer() {
        return timer;
    }

    /** Where its last event lies. */
    public @Nullable Place last() {
        return last;
    }
}
