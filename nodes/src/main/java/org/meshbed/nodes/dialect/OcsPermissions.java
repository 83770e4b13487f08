package org.meshbed.nodes.dialect;

import org.meshbed.nodes.identity.Permissions;

/** Permissions as the sum of bits that legacy calls carry: 1 read, 2 update, 4 create, 8 delete, 16 share. */
public final class OcsPermissions {
    private static final int READ = 1;
    private static final int UPDATE = 2;
    private static final int CREATE = 4;
    private static final int DELETE = 8;
    private static final int SHARE = 16;

    private OcsPermissions() {}

    public static int bits(Permissions permissions) {
        return (permissions.read() ? READ : 0)
                + (permissions.write() ? UPDATE + CREATE + DELETE : 0)
                + (permissions.share() ? SHARE : 0);
    }

    /** To update or to create is to write. */
    public static Permissions of(int bits) {
        return new Permissions((bits & READ) != 0, (bits & (UPDATE | CREATE)) != 0, (bits & SHARE) != 0);
    }
}
