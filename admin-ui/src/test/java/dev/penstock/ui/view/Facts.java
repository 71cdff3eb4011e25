package dev.penstock.ui.view;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What the fixture views share: the moment they are made at, the frame. */
final class Facts {
    static final Instant NOW = Instant.parse("2026-03-14T10:02:31.480Z");
    static final ZoneId UTC = ZoneId.of("UTC");
    static final String WORKER = "./penstock worker";
    static final String TRACE = """
            dev.penstock.handlers.mail.MailRefused: 550 5.1.1 <nobody@example.invalid>: Recipient address rejected
            	at dev.penstock.handlers.mail.SmtpSender.send(SmtpSender.java:71)
            	at dev.penstock.handlers.mail.SendEmail.handle(SendEmail.java:38)
            	at dev.penstock.api.worker.Attempt.run(Attempt.java:112)
            	at java.base/java.lang.VirtualThread.run(VirtualThread.java:329)
            Caused by: jakarta.mail.SendFailedException: Invalid Addresses
            	at org.eclipse.angus.mail.smtp.SMTPTransport.rcptTo(SMTPTransport.java:2064)
            	at org.eclipse.angus.mail.smtp.SMTPTransport.sendMessage(SMTPTransport.java:1286)
            	... 14 more
            """;

    private Facts() {}

    static Shell shell(String title, String section, Shell.Look look, Shell.Assets assets) {
        return new Shell(
                title,
                "/" + section,
                List.of(
                        new Shell.NavItem("Overview", "/", "overview", "o", section.isEmpty(), ""),
                        new Shell.NavItem("Jobs", "/jobs", "jobs", "j", section.equals("jobs"), ""),
                        new Shell.NavItem("Failed", "/jobs?status=failed", "failed", "f", false, "353"),
                        new Shell.NavItem("Logs", "/logs", "logs", "l", section.equals("logs"), ""),
                        new Shell.NavItem("Settings", "/settings", "settings", "s", section.equals("settings"), ""),
                        new Shell.NavItem("Help", "/help", "help", "h", section.equals("help"), "")),
                new Shell.Lag("0.4 s behind", "", "newest event of 10:02:31.080, 4 events not yet shown", "3:120,4:98"),
                "demo",
                assets,
                look,
                "token",
                "key",
                null,
                "jobs",
                false,
                NOW.toString(),
                "UTC",
                "353",
                new Shell.Me("ana", "administrator", "", "", false));
    }

    static Moment at(long secondsAgo) {
        return Moment.of(NOW.minusSeconds(secondsAgo), NOW, UTC);
    }
}
