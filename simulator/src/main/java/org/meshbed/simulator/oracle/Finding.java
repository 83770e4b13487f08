package org.meshbed.simulator.oracle;

/**
 * A rule broken by one server in one exchange.
 *
 * @param ours whether the server is a node of this mesh
 * @param declared whether the profile of the node says that it breaks the rule
 * @param exchange its number in the journal
 * @param seen what was there, no secrets in it
 * @param asked what the rule asks for
 */
public record Finding(
        Rule rule, String node, boolean ours, boolean declared, long exchange, String seen, String asked) {

    /** Whether it makes a scenario fail: one of our nodes does what neither it must nor its profile says. */
    public boolean fails() {
        return ours && !declared && rule.level().binding();
    }

    @Override
    public String toString() {
        return "%s (%s) by %s in exchange %d: %s; asked for: %s; section %s%s"
                .formatted(
                        rule.id(),
                        rule.level().word(),
                        node,
                        exchange,
                        seen,
                        asked,
                        rule.section(),
                        declared ? "; its profile declares it" : "");
    }
}
