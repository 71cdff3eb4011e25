package dev.penstock.stack.history.law;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.stack.history.model.Asked;
import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.model.Findings;
import dev.penstock.stack.history.model.JobModel;
import dev.penstock.stack.history.model.Stand;
import dev.penstock.stack.history.model.Told;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Each fire time of a schedule is dealt with once, none is left out, none comes early, and a job that its schedule's rule of overlap
 * does not allow beside the last one is not made. Fire times are known to this checker only of expressions that name a step of
 * seconds.
 */
final class ScheduleLaw implements Law {
    private static final Pattern STEP = Pattern.compile("\\*/(\\d+) \\* \\* \\* \\* \\*");

    private final Findings findings;
    private final Map<String, Course> courses = new HashMap<>();

    /** How far a schedule has come. */
    private static final class Course {
        long stepMs;
        boolean overlaps = true;
        boolean inOrder;
        /** 0: not known. */
        long dealtMs;

        String lastJob = "";
        final Set<Long> fired = new HashSet<>();
    }

    ScheduleLaw(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void group(@Nullable Asked cause, List<Told> group, Map<String, JobModel> jobs) {
        for (Told told : group) {
            JsonNode setting = told.data().path("setting");
            if (setting.path("kind").asText().equals("schedule")) {
                put(setting);
            }
            Course course = courses.get(told.text("schedule"));
            if (course != null && told.event().equals("ScheduleFired")) {
                fired(course, cause, told, group, jobs);
            }
            if (course != null && told.event().equals("ScheduleSkipped")) {
                dealt(course, told, millis(told.text("fireTime")), millis(told.text("upTo")));
            }
        }
    }

    /** What was put anew begins anew: it says itself from when on. */
    private void put(JsonNode setting) {
        Course course = courses.computeIfAbsent(setting.path("name").asText(), name -> new Course());
        Matcher step = STEP.matcher(setting.path("cron").asText());
        String overlap = setting.path("overlap").asText();
        course.stepMs = step.matches() ? 1_000 * Long.parseLong(step.group(1)) : 0;
        course.overlaps = overlap.equals("ALLOW");
        // With REPLACE the one that waits is dealt with when the last job has ended, behind later ones.
        course.inOrder = !overlap.equals("REPLACE");
        course.dealtMs = 0;
    }

    private void fired(Course course, @Nullable Asked cause, Told told, List<Told> group, Map<String, JobModel> jobs) {
        long time = millis(told.text("fireTime"));
        String job = told.text("job");
        if (group.stream()
                .noneMatch(e -> e.event().equals("JobSubmitted") && e.key().equals(job))) {
            add(told, "fired without the job " + job);
        }
        if (time > told.atMs()) {
            add(told, "fired before its time, " + Instant.ofEpochMilli(time));
        }
        JobModel last = jobs.get(course.lastJob);
        // A job that is replaced ends by the same command.
        if (!course.overlaps
                && last != null
                && last.stand() != Stand.NONE
                && !last.stand().isEnd()) {
            add(told, "fired while its last job " + course.lastJob + " was " + last.stand());
        }
        course.lastJob = job;
        if (cause != null && cause.name().equals("FireSchedule")) {
            if (!course.fired.add(time)) {
                add(told, "fired a second time at " + Instant.ofEpochMilli(time));
            }
            dealt(course, told, time, time);
        }
    }

    private void dealt(Course course, Told told, long from, long upTo) {
        if (course.stepMs == 0 || !course.inOrder || from % course.stepMs != 0) {
            return;
        }
        long due = course.dealtMs + course.stepMs;
        if (course.dealtMs > 0 && from > due) {
            add(told, "dealt with " + Instant.ofEpochMilli(from) + ", but not with " + Instant.ofEpochMilli(due));
        }
        course.dealtMs = Math.max(course.dealtMs, upTo);
    }

    private void add(Told told, String what) {
        findings.add(Kind.FIRE_TIME, told.key(), told + " " + what);
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
