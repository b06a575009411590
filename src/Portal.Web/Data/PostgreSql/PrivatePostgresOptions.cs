namespace Portal.Web.Data.PostgreSql;

/// <summary>Where a private PostgreSQL keeps its data, and whether the data outlives it.</summary>
public sealed record PrivatePostgresOptions
{
    private const long RoomInMemory = 1L << 30;

    private PrivatePostgresOptions(string folder, bool isKept) => (Folder, IsKept) = (Path.GetFullPath(folder), isKept);

    public string Folder { get; }

    public bool IsKept { get; }

    internal IEnumerable<string> Settings => IsKept ? [] : WithoutDurability;

    // Ends at once: what it would still write is about to be deleted.
    internal string StopSignal => IsKept ? "INT" : "QUIT";

    private static string[] WithoutDurability =>
    [
        "fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0",
        "checkpoint_timeout=1h", "max_wal_size=2GB", "autovacuum=off", "max_connections=300", "log_min_messages=fatal",
    ];

    /// <summary>Durable, and found again at the next start.</summary>
    public static PrivatePostgresOptions Kept(string folder) => new(folder, isKept: true);

    /// <summary>For tests: no durability, in memory when there is room, deleted at the end.</summary>
    public static PrivatePostgresOptions Throwaway()
    {
        // Under parallel load CREATE DATABASE takes 20 ms in memory and over 100 ms on a disk.
        var parent = HasRoom("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
        return new(Path.Combine(parent, "pg" + Guid.NewGuid().ToString("N")[..8]), isKept: false);
    }

    private static bool HasRoom(string folder) =>
        Directory.Exists(folder) && new DriveInfo(folder).AvailableFreeSpace > RoomInMemory;
}
