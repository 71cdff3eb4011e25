package dev.penstock.processor.engine;

import dev.penstock.api.command.JobCommand;
import dev.penstock.api.command.Submit;
import dev.penstock.api.event.Submission;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.setting.Setting;
import dev.penstock.processor.decide.fact.Facts;
import dev.penstock.processor.decide.fact.Stub;
import dev.penstock.processor.decide.fact.Surroundings;
import dev.penstock.processor.kin.FamilyBook;
import dev.penstock.processor.kin.KinStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loads what a decision may look at. */
final class FactFinder {
    private final Ports ports;
    private final Surroundings around;

    FactFinder(Ports ports, FamilyBook book) {
        this.ports = ports;
        this.around = new Around(book);
    }

    private final class Around implements Surroundings {
        private final FamilyBook book;

        Around(FamilyBook book) {
            this.book = book;
        }

        @Override
        public JobPolicy policy(String type) {
            return FactFinder.this.policy(type);
        }

        @Override
        public String queue(String type) {
            return FactFinder.this.queue(type);
        }

        @Override
        public List<String> unknown(String queue) {
            return FactFinder.this.unknown(queue);
        }

        @Override
        public @Nullable List<String> limits(JobSpec spec) {
            return Limits.of(spec, ports.known());
        }

        @Override
        public boolean isLimit(String limitKey) {
            return ports.known().find(Setting.key("limit", Limits.name(limitKey))) instanceof Setting.Limit;
        }

        @Override
        public @Nullable JobId twin(String tenant, JobSpec spec, @Nullable JobId root, Instant now) {
            return book.unique().holder(tenant, spec, root, now);
        }

        @Override
        public String uniqueRoute(String tenant, JobSpec spec) {
            return ports.secrets().uniqueRoute(tenant, spec);
        }

        @Override
        public @Nullable Job job(JobId id) {
            return ports.jobs().get(id);
        }

        @Override
        public @Nullable Stub stub(JobId id) {
            return ports.stubs().get(id);
        }

        @Override
        public Submission.Recount recount(Job parent) {
            return book.brood(parent);
        }

        @Override
        public Children children(JobId parent, String after, int most) {
            List<KinStore.Entry> entries = book.children(parent, after, most);
            List<Job> piece = new ArrayList<>();
            for (KinStore.Entry entry : entries) {
                JobId child = entry.kin().member();
                Job live = child == null ? null : ports.jobs().get(child);
                if (live != null) {
                    piece.add(live);
                }
            }
            return new Children(
                    piece, entries.size() < most ? null : entries.getLast().key());
        }
    }

    Facts factsFor(JobCommand command) {
        Job job = ports.jobs().get(command.job());
        Stub stub = job != null ? null : ports.stubs().get(command.job());
        if (!(command instanceof Submit submit) || job != null || stub != null) {
            return Facts.of(
                    job,
                    stub,
                    job == null ? JobPolicy.DEFAULT : policy(job.spec().type()),
                    around);
        }
        @Nullable Job parent = submit.parent() == null ? null : ports.jobs().get(submit.parent());
        JobSpec spec = submit.spec();
        String queue = spec.namesQueue() ? spec.queue() : queue(spec.type());
        return new Facts(null, null, parent, policy(spec.type()), queue, unknown(queue), around);
    }

    /** For what follows in a family: a live job, its type's present policy, and what is around it. */
    Facts facts(Job job) {
        return Facts.of(job, null, policy(job.spec().type()), around);
    }

    private JobPolicy policy(String type) {
        Setting.Type known = type(type);
        return known == null ? JobPolicy.DEFAULT : known.policy();
    }

    private String queue(String type) {
        Setting.Type known = type(type);
        return known == null ? JobSpec.DEFAULT_QUEUE : known.queue();
    }

    private Setting.@Nullable Type type(String name) {
        return ports.known().find(Setting.key("type", name)) instanceof Setting.Type known ? known : null;
    }

    /** The known queues if {@code queue} is not one of them; empty if it is. */
    private List<String> unknown(String queue) {
        if (ports.known().find(Setting.key("queue", queue)) != null) {
            return List.of();
        }
        List<String> queues = ports.known().queues();
        return queues.isEmpty() ? List.of("none yet") : queues;
    }
}
