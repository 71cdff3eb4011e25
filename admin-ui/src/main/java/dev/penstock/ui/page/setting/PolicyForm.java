package dev.penstock.ui.page.setting;

import dev.penstock.ui.view.setting.SettingsView.PolicyText;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;

/** The form of a job type, as it was sent. */
public class PolicyForm {
    @FormParam("version")
    @DefaultValue("-1")
    int version = -1;

    @FormParam("timeout")
    @DefaultValue("")
    String timeout = "";

    @FormParam("maxAttempts")
    @DefaultValue("")
    String maxAttempts = "";

    @FormParam("first")
    @DefaultValue("")
    String first = "";

    @FormParam("factor")
    @DefaultValue("")
    String factor = "";

    @FormParam("max")
    @DefaultValue("")
    String max = "";

    @FormParam("jitter")
    @DefaultValue("")
    String jitter = "";

    @FormParam("onExhausted")
    @DefaultValue("")
    String onExhausted = "";

    @FormParam("onLeaseLost")
    @DefaultValue("")
    String onLeaseLost = "";

    @FormParam("onChildFailed")
    @DefaultValue("")
    String onChildFailed = "";

    @FormParam("deleteAfter")
    @DefaultValue("")
    String deleteAfter = "";

    @FormParam("artifactRetention")
    @DefaultValue("")
    String artifactRetention = "";

    @FormParam("reason")
    @DefaultValue("")
    String reason = "";

    @FormParam("key")
    @DefaultValue("")
    String key = "";

    PolicyText text() {
        return new PolicyText(
                new PolicyText.Tries(timeout, maxAttempts, first, factor, max, jitter),
                new PolicyText.Ends(onExhausted, onLeaseLost, onChildFailed, deleteAfter, artifactRetention),
                reason);
    }
}
