package dev.penstock.processor.handlers.mail;

import dev.penstock.api.setting.Setting;
import java.util.List;

/** The first version of each template; an administrator's version stays (S0.26). */
public final class DefaultTemplates {
    private DefaultTemplates() {}

    public static final String TWO_FACTOR_CODE = "two-factor-code";
    public static final String LICENCE_KEY = "licence-key";
    public static final String ALERT = "alert";

    public static List<Setting.Template> all() {
        return List.of(
                new Setting.Template(TWO_FACTOR_CODE, "Your sign-in code", """
                        Your sign-in code is {code}. It is good for {minutes} minutes.

                        If you did not try to sign in, change your password.
                        """),
                new Setting.Template(LICENCE_KEY, "Your licence for {product}", """
                        Thank you for buying {product} (order {order}).

                        Your licence key: {key}
                        """),
                new Setting.Template(ALERT, "[{severity}] {what}", """
                        {what}

                        Seen at {at} on {where}.
                        """));
    }
}
