package dev.penstock.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Evolution;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What holds whatever is folded, in any order: the fold is total, so a reader of a log that it does not understand yet, or
 * of records that were never committed, still has a job with sound numbers.
 */
class FoldPropertiesTest {
    private static final int HISTORIES = 3_000;
    private static final int EVENTS = 40;
    private static final long SEED = Long.getLong("penstock.seed", 20261122L);

    private final List<JobEvent> events = EventSamples.all()
            .map(EventMessage::body)
            .filter(JobEvent.class::isInstance)
            .map(JobEvent.class::cast)
            .toList();
    private final JobEvent submitted = events.stream()
            .filter(Submission.JobSubmitted.class::isInstance)
            .findFirst()
            .orElseThrow();

    @Test
    void every_fold_keeps_the_numbers_sound() {
        for (int i = 0; i < HISTORIES; i++) {
            long seed = SEED + i;
            try {
                check(new Random(seed));
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + " (-Dpenstock.seed=" + seed + ")", e);
            }
        }
    }

    @Test
    void an_event_of_an_unknown_job_creates_none_but_its_submission() {
        for (JobEvent event : events) {
            Job job = Evolution.evolve(null, message(1, event, 0));
            assertThat(job != null).as("%s", event).isEqualTo(event instanceof Submission.JobSubmitted);
        }
    }

    @Test
    void answers_and_settings_change_no_job() {
        Job job = Evolution.evolve(null, message(1, submitted, 0));
        EventSamples.all()
                .filter(m -> !(m.body() instanceof JobEvent))
                .forEach(m -> assertThat(Evolution.evolve(job, m)).isSameAs(job));
    }

    private void check(Random random) {
        List<EventMessage> folded = new ArrayList<>();
        Job job = null;
        for (int i = 0; i < EVENTS; i++) {
            EventMessage message = message(folded.size() + 1L, i == 0 ? submitted : pick(random), i);
            folded.add(message);
            Job next = Evolution.evolve(job, message);
            if (next == null) {
                assertThat(message.body()).isInstanceOf(Ending.JobDeleted.class);
                return;
            }
            numbersAreSound(job, next, message);
            EventMessage again = folded.get(random.nextInt(folded.size()));
            assertThat(Evolution.evolve(next, again))
                    .as("folded twice: %s", again.body())
                    .isSameAs(next);
            job = next;
        }
    }

    private static void numbersAreSound(@Nullable Job before, Job after, EventMessage message) {
        boolean quiet = message.body() instanceof Attempt.ProgressReported
                || message.body() instanceof Attempt.CheckpointSaved
                || message.body() instanceof Submission.AnswerRequested;
        assertThat(after.version()).isEqualTo(message.version());
        assertThat(after.lifecycle())
                .isLessThanOrEqualTo(after.version())
                .isEqualTo(before == null ? 1 : before.lifecycle() + (quiet ? 0 : 1));
        assertThat(after.errors()).hasSizeLessThanOrEqualTo(Job.KEPT_ERRORS);
        assertThat(after.times().changedAt()).isEqualTo(message.at());
        if (message.body() instanceof Ending && after.status().isEnd() && after.status() != Status.EXPIRED) {
            assertThat(after.run())
                    .extracting(Job.Run::dispatch, Job.Run::holder, Job.Run::waiting)
                    .containsOnlyNulls();
        }
        if (before != null) {
            whatNeverChanges(before, after);
        }
    }

    private static void whatNeverChanges(Job before, Job after) {
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.root()).isEqualTo(before.root());
        assertThat(after.submit()).isEqualTo(before.submit());
        assertThat(after.times().createdAt()).isEqualTo(before.times().createdAt());
        assertThat(after.marks().attempts())
                .isGreaterThanOrEqualTo(before.marks().attempts());
        assertThat(after.marks().lostLeases())
                .isGreaterThanOrEqualTo(before.marks().lostLeases());
        assertThat(after.marks().errors() || !before.marks().errors())
                .as("errors stay flagged")
                .isTrue();
    }

    @Test
    void every_state_survives_being_written_down() throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < HISTORIES / 10; i++) {
            Job job = Evolution.evolve(null, message(1, submitted, 0));
            for (int version = 2; version < EVENTS && job != null; version++) {
                assertThat(Wire.read(Wire.write(job), Job.class)).isEqualTo(job);
                job = Evolution.evolve(job, message(version, pick(random), version));
            }
        }
    }

    @Test
    void each_event_leads_to_the_statuses_it_can_lead_to() {
        Map<Class<?>, Status> leads = events.stream()
                .filter(e -> e instanceof Ending && !(e instanceof Ending.JobDeleted))
                .collect(Collectors.toMap(Object::getClass, e -> status(e)));
        assertThat(leads)
                .containsOnly(
                        Map.entry(Ending.JobCompleted.class, Status.COMPLETED),
                        Map.entry(Ending.JobFailed.class, Status.FAILED),
                        Map.entry(Ending.JobAborted.class, Status.ABORTED),
                        Map.entry(Ending.JobStopped.class, Status.STOPPED),
                        Map.entry(Ending.ArtifactExpired.class, Status.EXPIRED));
    }

    private Status status(JobEvent event) {
        Job job = Evolution.evolve(Evolution.evolve(null, message(1, submitted, 0)), message(2, event, 1));
        return job == null ? Status.QUEUED : job.status();
    }

    private JobEvent pick(Random random) {
        JobEvent event = events.get(random.nextInt(events.size()));
        return event instanceof Ending.JobDeleted && random.nextInt(10) > 0 ? submitted : event;
    }

    private static EventMessage message(long version, JobEvent event, int second) {
        return new EventMessage(
                Sample.JOB.value(),
                version,
                "c-" + version,
                true,
                Actor.system("test"),
                null,
                Sample.AT.plus(Duration.ofSeconds(second)),
                "default",
                null,
                null,
                null,
                event);
    }
}
