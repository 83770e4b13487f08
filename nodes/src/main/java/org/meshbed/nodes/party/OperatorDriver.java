package org.meshbed.nodes.party;

import java.util.List;

/** What the person running a server can do. */
public interface OperatorDriver {
    /** The server goes away at once; connections to it are refused. */
    Told<Nothing> stop();

    /** The server comes back with what it had stored. */
    Told<Nothing> start();

    /** While maintenance is on, every request is answered 503. */
    Told<Nothing> maintenance(boolean on);

    Told<Nothing> changeSetting(String name, String value);

    Told<Nothing> deleteUser(String user);

    Told<Nothing> changeMembers(String group, List<String> members);

    default Told<Nothing> deleteGroup(String group) {
        return new Told.Unsupported<>("groups cannot be deleted here");
    }

    default Told<Nothing> upgrade(String column) {
        return new Told.Unsupported<>("this server cannot be upgraded here");
    }

    default Told<Nothing> editProviderList(List<String> hosts) {
        return new Told.Unsupported<>("this server has no provider list");
    }

    default Told<Nothing> rotateKey() {
        return new Told.Unsupported<>("this server has no keys");
    }
}
