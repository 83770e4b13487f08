package org.meshbed.scenarios.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;

/** The shares that sentences spoke of: who shared what, and under which id each recipient saw it. */
public final class Shares {
    private final List<Shared> made = new CopyOnWriteArrayList<>();
    private final Map<String, String> seen = new ConcurrentHashMap<>();
    private final Map<String, SentShare> sent = new ConcurrentSkipListMap<>();
    private final Map<String, String> people = new ConcurrentHashMap<>();
    private final AtomicBoolean fromMemory = new AtomicBoolean();

    /**
     * Something was shared.
     *
     * @param path among the owner's own files
     */
    public record Shared(String owner, String path) {
        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    public void made(String owner, String path) {
        made.add(new Shared(owner, path));
    }

    /** Whose file a recipient means, and where among the owner's files it is. */
    public Optional<Shared> origin(Item item) {
        return made.reversed().stream()
                .filter(s -> s.name().equals(item.share()))
                .filter(s -> item.from().map(f -> f.name().equals(s.owner())).orElse(true))
                .findFirst()
                .map(s -> item.inside().isEmpty() ? s : new Shared(s.owner(), s.path() + "/" + item.inside()));
    }

    /** A recipient sees these shares now; their ids are remembered when they are gone. */
    public void sees(String recipient, List<ReceivedShare> shares) {
        for (var share : shares) {
            seen.put(key(recipient, share.name(), ""), share.id());
            seen.put(key(recipient, share.name(), user(share.sender())), share.id());
        }
    }

    /** The id under which the recipient saw it last. */
    public Optional<String> remembered(String recipient, Item item) {
        var from = item.from().map(Party::name).orElse("");
        return Optional.ofNullable(seen.get(key(recipient, item.share(), from)));
    }

    /** An owner sees these among what they shared; they are remembered when they are gone. */
    public void sent(String owner, List<SentShare> shares) {
        for (var share : shares) sent.put(owner + ":" + share.id(), share);
    }

    /** What an owner has seen of the shares of a file, with this recipient or with anybody. */
    public List<SentShare> rememberedSent(String owner, String path, Optional<Party> with) {
        return sent.entrySet().stream()
                .filter(e -> e.getKey().startsWith(owner + ":"))
                .map(Map.Entry::getValue)
                .filter(share -> isOf(share, path, with))
                .toList();
    }

    /** Whether a share is of this file, with this recipient or with anybody. */
    public boolean isOf(SentShare share, String path, Optional<Party> with) {
        return share.path().equals(path)
                && with.map(party ->
                                party.name().equals(people.getOrDefault(share.sharedWith(), user(share.sharedWith()))))
                        .orElse(true);
    }

    /** Some products give people addresses in which nobody reads who it is; this one is that of a contact. */
    public void isAddressOf(String address, Party contact) {
        people.put(address, contact.name());
    }

    /** Whether people look at their lists before they act, or act on what they have seen before. */
    public boolean lookFirst() {
        return !fromMemory.get();
    }

    public void actFromMemory(boolean on) {
        fromMemory.set(on);
    }

    /** The name before the server of an address. */
    public static String user(String address) {
        var at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at);
    }

    private static String key(String recipient, String name, String from) {
        return recipient + ":" + name + ":" + from;
    }
}
