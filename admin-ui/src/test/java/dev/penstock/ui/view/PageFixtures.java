package dev.penstock.ui.view;

import dev.penstock.ui.chart.StatusStyle;
import dev.penstock.ui.view.setting.Changed;
import dev.penstock.ui.view.setting.FormProblem;
import dev.penstock.ui.view.setting.SettingsView;
import dev.penstock.ui.view.setting.TemplatesView;
import java.util.ArrayList;
import java.util.List;

/** Logs, settings, templates, help. */
final class PageFixtures {
    private static final Changed CHANGED = new Changed(Facts.at(600), "by user:ana: the mail server is slow");
    private static final String PARSECS = "\"30 parsecs\" is not a span of time; write it such as 30 s, 5 m or 1 h.";

    private PageFixtures() {}

    static LogsView logs(Shell shell) {
        return new LogsView(
                shell,
                List.of(
                        new OverviewView.Choice("Warnings and errors", "/logs", true, "warnings and errors"),
                        new OverviewView.Choice("Errors", "/logs?level=error", false, "errors only")),
                "",
                "",
                "",
                List.of("processor-1", "projector-1", "worker-b7f2"),
                JobPageFixtures.lines(true),
                new JobsView.Pager(null, null, false, List.of(new OverviewView.Choice("100", "/logs", true, "100"))));
    }

    static SettingsView settings(Shell shell) {
        List<SettingsView.TypeForm> types = new ArrayList<>();
        for (String type :
                List.of("email.send", "licences.generate", "marketplace.sync", "telemetry.ingest", "webhook.deliver")) {
            boolean open = type.equals("email.send");
            types.add(new SettingsView.TypeForm(
                    type,
                    "Sends an e-mail made from a template.",
                    open ? "emails" : "default",
                    3,
                    "5 attempts · waits 1 s, 4 s, 16 s, 1 m 4 s",
                    "no time-out",
                    CHANGED,
                    List.of(
                            new SettingsView.Capability("stoppable", true, "Stop asks a running job to end early."),
                            new SettingsView.Capability("system", false, "Its jobs stand in the main list.")),
                    new SettingsView.PolicyText(
                            new SettingsView.PolicyText.Tries(open ? "30 parsecs" : "", "5", "1 s", "4", "1 h", "20"),
                            new SettingsView.PolicyText.Ends("FAILED", "RETRY", "FAIL", "30 d", "24 h"),
                            ""),
                    open ? new FormProblem("timeout", PARSECS) : FormProblem.NONE,
                    open));
        }
        return new SettingsView(
                shell,
                types,
                List.of(
                        new SettingsView.Connection(
                                "Kafka",
                                "green",
                                "answers",
                                List.of(
                                        new SettingsView.Property("bootstrap.servers", "localhost:9092"),
                                        new SettingsView.Property("security.protocol", "PLAINTEXT"),
                                        new SettingsView.Property("sasl.jaas.config", "••••"))),
                        new SettingsView.Connection(
                                "PostgreSQL",
                                "green",
                                "answers",
                                List.of(
                                        new SettingsView.Property("url", "jdbc:postgresql://localhost:5432/penstock"),
                                        new SettingsView.Property("user", "penstock_ui"),
                                        new SettingsView.Property("password", "••••")))));
    }

    static TemplatesView templates(Shell shell) {
        return new TemplatesView(
                shell,
                List.of(
                        template(
                                "licence-key",
                                "Your licence key for {product}",
                                "Hello {name},\n\nthank you for buying {product}. Your key:\n\n    {key}\n\nKind regards\n",
                                true,
                                "{product}",
                                "{name}",
                                "{key}"),
                        template(
                                "two-factor-code",
                                "Your code is {code}",
                                "Your code is {code}. It is good for ten minutes.\n",
                                false,
                                "{code}"),
                        template("alert", "Alert: {title}", "{text}\n", false, "{title}", "{text}")));
    }

    private static TemplatesView.TemplateForm template(
            String name, String subject, String body, boolean open, String... placeholders) {
        return new TemplatesView.TemplateForm(
                name,
                subject,
                List.of(placeholders),
                CHANGED,
                "5f3a",
                new TemplatesView.TemplateText(subject, body, ""),
                FormProblem.NONE,
                open);
    }

    static PlainView.Help help(Shell shell) {
        return new PlainView.Help(
                shell,
                List.of(StatusStyle.values()),
                List.of(
                        new PlainView.Term("status:", "where the job stands"),
                        new PlainView.Term("created:", "when it was created: -24h, 2026-03-01")),
                List.of(
                        new PlainView.Term(
                                "Attempt", "One run of a job's handler. A job has several if it is retried."),
                        new PlainView.Term(
                                "Lease",
                                "The right of one worker to run one attempt; it ends when the worker falls silent."),
                        new PlainView.Term(
                                "Round",
                                "A job's life from its submission, or from a Retry, to its end. Attempts are counted within it."),
                        new PlainView.Term("Queue", "A lane of work that workers take jobs from.")),
                List.of(
                        new PlainView.Term("g o", "Overview"),
                        new PlainView.Term("g j", "Jobs"),
                        new PlainView.Term("/", "Search"),
                        new PlainView.Term("j", "Next row"),
                        new PlainView.Term("k", "Row before"),
                        new PlainView.Term("x", "Tick the row"),
                        new PlainView.Term("e", "Retry the row's job"),
                        new PlainView.Term("r", "Live updates on or off"),
                        new PlainView.Term("t", "Theme")),
                Facts.WORKER,
                PlainView.Pictures.drawn());
    }
}
