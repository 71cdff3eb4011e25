package dev.penstock.processor.timer;

import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.command.Timer;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Lease;
import dev.penstock.api.setting.Setting;
import org.jspecify.annotations.Nullable;

/**
 * Proof that a timer was sent by a processor: made with the secret that signs lease tokens, which only processors have.
 * The token is that of a round 0, which no dispatch has, so none can stand for the other.
 */
public final class TimerToken {
    private final KeyRing keys;

    public TimerToken(KeyRing keys) {
        this.keys = keys;
    }

    /** The proof for this timer. */
    public String issue(Timer timer) {
        return keys.leases().issue(timer.job(), 0, 0, 0);
    }

    /** Whether {@code token} is the proof. */
    public boolean fits(@Nullable String token, Timer timer) {
        return keys.leases().fits(token, timer.job(), new Lease(0, 0, 0, ""));
    }

    /** The proof for the firing of a schedule; null if no schedule has such a name. */
    public @Nullable String issue(SettingCommand.FireSchedule fire) {
        String id = Setting.route(fire.key()) + ".fire";
        return JobId.isValid(id) ? keys.leases().issue(new JobId(id), 0, 0, 1) : null;
    }

    /** Whether {@code token} is the proof. */
    public boolean fits(@Nullable String token, SettingCommand.FireSchedule fire) {
        String id = Setting.route(fire.key()) + ".fire";
        return JobId.isValid(id) && keys.leases().fits(token, new JobId(id), new Lease(0, 0, 1, ""));
    }

    /** A command id that a copy of the firing has too. */
    static String name(SettingCommand.FireSchedule fire) {
        return "FireSchedule-" + fire.schedule() + "#" + fire.fireTime();
    }

    /** A command id that a copy of the timer has too. */
    static String name(Timer timer) {
        String about = switch (timer) {
            case Timer.DelayElapsed t -> "#" + t.timer();
            case Timer.WorkerLost t -> "#" + t.lease().number();
            case Timer.LeaseLost t -> "#" + t.lease().number();
            case Timer.DispatchLost t -> "#" + t.lease();
            case Timer.AttemptTimedOut t -> "#" + t.lease().number();
            case Timer.DeadlinePassed t -> "";
            case Timer.ArtifactDue t -> "";
            case Timer.RetentionDue t -> "";
            case Timer.Continue t -> "#" + t.cursor();
        };
        return timer.getClass().getSimpleName() + "-" + timer.job() + about;
    }
}
