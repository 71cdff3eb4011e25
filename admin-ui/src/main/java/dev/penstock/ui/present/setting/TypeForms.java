package dev.penstock.ui.present.setting;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Backoff;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.setting.Setting;
import dev.penstock.ui.fact.SettingFact;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.view.setting.Changed;
import dev.penstock.ui.view.setting.FormProblem;
import dev.penstock.ui.view.setting.SettingsView.PolicyText;
import dev.penstock.ui.view.setting.SettingsView.TypeForm;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The forms of the job types (S0.25). */
public final class TypeForms {
    private static final int WAITS_SHOWN = 4;

    private TypeForms() {}

    /** What is in force. */
    public static TypeForm inForce(SettingFact<Setting.Type> type, Reader reader, boolean open) {
        return form(type, reader, text(type.value().policy()), FormProblem.NONE, open);
    }

    /** What was typed and did not pass, beside what is in force. */
    public static TypeForm typed(SettingFact<Setting.Type> type, Reader reader, PolicyText typed, FormProblem problem) {
        return form(type, reader, typed, problem, true);
    }

    private static TypeForm form(
            SettingFact<Setting.Type> fact, Reader reader, PolicyText text, FormProblem problem, boolean open) {
        Setting.Type type = fact.value();
        JobPolicy policy = type.policy();
        return new TypeForm(
                type.name(),
                type.description(),
                type.queue(),
                policy.version(),
                attempts(policy),
                policy.timeout() == null ? say("no time-out") : say("time-out {1}", SpanText.words(policy.timeout())),
                changed(fact, reader),
                CapabilityViews.of(policy.capabilities()),
                text,
                problem,
                open);
    }

    static Changed changed(SettingFact<?> fact, Reader reader) {
        String by = fact.changedBy() == null ? "" : say("by {1}", fact.changedBy());
        return new Changed(reader.moment(fact.changedAt()), fact.reason() == null ? by : by + ": " + fact.reason());
    }

    private static PolicyText text(JobPolicy policy) {
        Backoff backoff = policy.backoff();
        return new PolicyText(
                new PolicyText.Tries(
                        policy.timeout() == null ? "" : SpanText.exact(policy.timeout()),
                        String.valueOf(policy.maxAttempts()),
                        SpanText.exact(backoff.first()),
                        number(backoff.factor()),
                        SpanText.exact(backoff.max()),
                        number(backoff.jitter() * 100)),
                new PolicyText.Ends(
                        policy.onExhausted().name(),
                        policy.onLeaseLost().name(),
                        policy.onChildFailed().name(),
                        SpanText.exact(policy.deleteAfter()),
                        SpanText.exact(policy.artifactRetention())),
                "");
    }

    private static String attempts(JobPolicy policy) {
        if (policy.maxAttempts() == 1) {
            return say("1 attempt");
        }
        List<String> waits = new ArrayList<>();
        double millis = (double) policy.backoff().first().toMillis();
        for (int i = 1; i < Math.min(policy.maxAttempts(), WAITS_SHOWN + 1); i++) {
            long wait = (long) Math.min(millis, (double) policy.backoff().max().toMillis());
            waits.add(SpanText.words(Duration.ofMillis(wait)));
            millis *= policy.backoff().factor();
        }
        String more = policy.maxAttempts() > WAITS_SHOWN + 1 ? ", …" : "";
        return say("{1} attempts · waits {2}{3}", policy.maxAttempts(), String.join(", ", waits), more);
    }

    /** "4", "1.5"; never "4.0" or what binary fractions make of 0.07 x 100. */
    private static String number(double value) {
        return new BigDecimal(String.format(java.util.Locale.ROOT, "%.4f", value))
                .stripTrailingZeros()
                .toPlainString();
    }
}
