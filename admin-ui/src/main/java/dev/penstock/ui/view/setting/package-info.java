/** What the settings pages show: forms with what was typed into them. Start with {@link dev.penstock.ui.view.setting.SettingsView}. */
@NullMarked
package dev.penstock.ui.view.setting;

import org.jspecify.annotations.NullMarked;
