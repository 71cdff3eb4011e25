package dev.penstock.api.schema;

import dev.penstock.api.event.Submission;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.Backoff;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Origin;
import dev.penstock.api.job.Priority;
import dev.penstock.api.setting.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The values that the fixtures are made of; every field has one, so that none goes unread. */
final class Sample {
    static final JobId JOB = new JobId("4kq7x2.0");
    static final JobId PARENT = new JobId("4kq7x2.p");
    static final JobId CHILD = new JobId("4kq7x2.c1");
    static final Instant AT = Instant.parse("2026-11-22T03:00:00.120Z");
    static final Instant LATER = Instant.parse("2026-11-22T04:00:00Z");
    static final Duration TOOK = Duration.ofMillis(412);
    static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    static final String WORKER = "mail-1-9f3";
    static final Lease LEASE = new Lease(1, 2, 913, WORKER);
    static final Delivery DELIVERY = new Delivery("jobs.work.mail.normal", 0, 912, 1);
    static final Submission.Birth BIRTH = new Submission.Birth("thumbnail-3", 3, 2);
    static final Json PAYLOAD = new Json("{\"to\":\"ana@example.org\",\"lines\":[1,2.5,null]}");
    static final Json RESULT = new Json("{\"messageId\":\"<7@example.org>\"}");
    static final Json CHECKPOINT = new Json("{\"row\":1200}");
    static final Failure FAILURE = new Failure(
            Failure.Kind.TRANSIENT,
            "java.net.ConnectException",
            "Connection refused",
            "java.net.ConnectException: Connection refused\n\tat com.example.Mail.send(Mail.java:41)");
    static final Artifact ARTIFACT = new Artifact(
            "report.pdf",
            "application/pdf",
            48_211,
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "2026/11/22/4kq7x2.0/report.pdf");
    static final JobPolicy POLICY = new JobPolicy(
            3,
            new JobPolicy.Capabilities(true, false, true, true, true),
            4,
            new Backoff(Duration.ofMillis(500), 2.5, Duration.ofMinutes(10), 0.1),
            Duration.ofSeconds(30),
            JobPolicy.OnExhausted.ABORTED,
            JobPolicy.OnLeaseLost.FAIL,
            JobPolicy.OnChildFailed.CONTINUE,
            Duration.ofDays(14),
            Duration.ofDays(2));
    static final JobSpec SPEC = new JobSpec(
            "email.send",
            3,
            PAYLOAD,
            "mail",
            Priority.HIGH,
            "order-1041",
            new JobSpec.Unique(List.of("to", "order"), JobSpec.OnConflict.REPLACE, Duration.ofHours(1)),
            LATER,
            Instant.parse("2026-11-22T06:00:00Z"),
            "ana",
            Origin.SYSTEM,
            "ben",
            "eu-1",
            "2026-11",
            List.of("invoice", "first"),
            Map.of("order", "1041"),
            List.of(new JobSpec.Link("item", "Order 1041", "https://shop.example.org/orders/1041")),
            "customer-77",
            "customer-77",
            "client-8c1",
            new JobSpec.Overrides(4, Duration.ofSeconds(30), Duration.ofDays(14), Duration.ofDays(2)),
            25);
    static final JobSpec CHILD_SPEC = new JobSpec(
            "page.render",
            1,
            new Json("{\"page\":1}"),
            "default",
            Priority.NORMAL,
            null,
            null,
            null,
            null,
            null,
            Origin.USER,
            null,
            null,
            null,
            List.of(),
            Map.of(),
            List.of(),
            null,
            null,
            null,
            JobSpec.Overrides.NONE,
            null);

    static final Setting.Queue QUEUE = new Setting.Queue("mail", true, "e-mails to customers", 20, 50, 10);
    static final Setting.Type TYPE = new Setting.Type(
            "email.send", "sends one e-mail", "mail", POLICY, Map.of(3, new Json("{\"type\":\"object\"}")));
    static final Setting.Schedule SCHEDULE = new Setting.Schedule(
            "nightly",
            "0 3 * * *",
            "Europe/Vienna",
            true,
            Setting.Schedule.Overlap.SKIP,
            Setting.Schedule.CatchUp.LATEST,
            Duration.ofMinutes(30),
            CHILD_SPEC);
    static final Setting.Firings FIRINGS =
            new Setting.Firings("nightly", AT, AT, JOB, new Setting.Firings.Pending(LATER, CHILD), List.of(LATER));
    static final Setting.Limit LIMIT = new Setting.Limit("customer", 2, 60, Duration.ofMinutes(1));
    static final Setting.Template TEMPLATE =
            new Setting.Template("invoice", "Your invoice {number}", "Dear {name},\nthank you.\n");
    static final Setting.Format FORMAT = new Setting.Format("state", 1);

    private Sample() {}
}
