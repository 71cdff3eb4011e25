package dev.penstock.stack.assembly;

import java.util.Map;

/** How the records of the demo's legacy service become jobs: what a user would write into a properties file. */
final class LegacyTrigger {
    static final Map<String, String> SETTINGS = Map.of(
            "penstock.triggers.legacy.topic", "legacy.customers",
            "penstock.triggers.legacy.type", "legacy.event",
            "penstock.triggers.legacy.payload.event", "header:what",
            "penstock.triggers.legacy.payload.customer", "/customer/no",
            "penstock.triggers.legacy.payload.revision", "/rev",
            "penstock.triggers.legacy.payload.place", "/customer/city?",
            "penstock.triggers.legacy.run-by", "/clerk?",
            "penstock.triggers.legacy.tags", "crm");

    private LegacyTrigger() {}
}
