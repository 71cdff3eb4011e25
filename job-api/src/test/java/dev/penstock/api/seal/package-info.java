/** Floor 3, adapter (tests): sealing without a broker. */
@org.jspecify.annotations.NullMarked
package dev.penstock.api.seal;
