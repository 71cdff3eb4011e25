package dev.penstock.ui.rest;

import dev.penstock.api.job.JobSpec;
import dev.penstock.api.setting.Setting;
import dev.penstock.ui.act.KnownSettings;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.security.CurrentCaller;
import dev.penstock.ui.trouble.Trouble;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;

/** A token may be for some queues only. */
@RequestScoped
public class QueueScope {
    private final CurrentCaller current;
    private final KnownSettings settings;

    @Inject
    public QueueScope(CurrentCaller current, KnownSettings settings) {
        this.current = current;
        this.settings = settings;
    }

    /**
     * Refuses a job for a queue that is not among them; one that names no queue goes to that of its type.
     *
     * @throws Trouble with a sentence that names the queues
     */
    void check(JobSpec spec) {
        Caller caller = current.caller();
        if (caller.queues().isEmpty()) {
            return;
        }
        String queue = spec.namesQueue()
                ? spec.queue()
                : settings.knownType(spec.type()).map(Setting.Type::queue).orElse("");
        if (!caller.queues().contains(queue)) {
            String known = caller.queues().stream().sorted().collect(Collectors.joining(", "));
            throw Trouble.notAllowed("This token may submit to " + known
                    + (queue.isEmpty()
                            ? "; the queue of " + spec.type() + " is not known yet: name one."
                            : ", not to " + queue + "."));
        }
    }
}
